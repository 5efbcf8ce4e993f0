"""The one text of a version becomes clauses: one for each heading of the second level.

A clause of the same name gets the same key in every version of its policy, so that versions can be
compared from the first day on.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterator

from django.db import migrations

LONGEST_TITLE = 150
HEADING = re.compile(r"##\s+(.*?)\s*#*\s*")
TOP = re.compile(r"#\s+(.*?)\s*#*\s*")
FENCE = ("```", "~~~")


def parts(body: str, title: str) -> Iterator[tuple[str, str]]:
    """Title and text of each clause in a Markdown text; what stands before the first heading is
    the introduction, and carries the title of the policy when it is all there is."""
    found: list[tuple[str, list[str]]] = [("", [])]
    fenced = False
    for line in body.replace("\r\n", "\n").split("\n"):
        fenced ^= line.lstrip().startswith(FENCE)
        heading = None if fenced else HEADING.fullmatch(line)
        if heading:
            found.append((heading[1], []))
        else:
            found[-1][1].append(line)
    first = found[0][1]
    while first and (not first[0].strip() or TOP.fullmatch(first[0])):
        first.pop(0)
    alone = len(found) == 1
    for number, (name, lines) in enumerate(found):
        text = "\n".join(lines).strip()
        if name or text:
            yield (name or (title if alone or number else "Inleiding"))[:LONGEST_TITLE], text


def split(apps, schema_editor):  # type: ignore[no-untyped-def]
    Version = apps.get_model("governance", "PolicyVersion")
    Section = apps.get_model("governance", "PolicySection")
    for version in Version.objects.exclude(body="").select_related("policy").iterator():
        seen: Counter[str] = Counter()
        sections = []
        for position, (title, text) in enumerate(parts(version.body, version.policy.title), 1):
            seen[title] += 1
            name = f"smportal:policy:{version.policy_id}:{title}:{seen[title]}"
            sections.append(
                Section(
                    version=version,
                    key=uuid.uuid5(uuid.NAMESPACE_OID, name),
                    position=position,
                    title=title,
                    what=text,
                )
            )
        Section.objects.bulk_create(sections)
        if version.author_id:
            version.writers.add(version.author_id)


def join(apps, schema_editor):  # type: ignore[no-untyped-def]
    Version = apps.get_model("governance", "PolicyVersion")
    for version in Version.objects.prefetch_related("sections").iterator(chunk_size=100):
        sections = sorted(version.sections.all(), key=lambda section: section.position)
        version.body = "\n\n".join(f"## {one.title}\n\n{one.what}" for one in sections)
        version.save(update_fields=["body"])


class Migration(migrations.Migration):
    dependencies = [("governance", "0003_governance_complete")]

    operations = [migrations.RunPython(split, join)]
