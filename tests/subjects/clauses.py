"""What clauses make the portal do: many clauses with settings, in a draft and in force."""

from __future__ import annotations

from typing import Any

from governance.domain.clause_settings import MATCHED, OWN_CHANNELS, REVIEW_MONTHS, UNMATCHED
from governance.models import Policy, PolicyVersion
from people.models import User
from tests.factories.clauses import document, says

LIST, FORM = 8, 6
PAGES = {
    "governance:settings-in-force": LIST,
    "governance:setting-choose": FORM,
    "governance:setting-edit": FORM,
    "monitoring:retention-preview": LIST,
}
STEPS = {"governance:setting-remove"}
TITLE = "Privacy in clauses"


def draft() -> PolicyVersion:
    return PolicyVersion.objects.get(policy__title=TITLE)


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    version = draft()
    section = version.sections.earliest("pk")
    in_draft = {"slug": version.policy.slug, "number": version.number, "pk": section.pk}
    return {
        "governance:setting-choose": in_draft,
        "governance:setting-edit": {**in_draft, "code": UNMATCHED},
        "monitoring:retention-preview": {"pk": version.pk},
    }


def grow(reader: User, count: int) -> None:
    if not PolicyVersion.objects.filter(policy__title=TITLE).exists():
        document(title=TITLE, author=reader)
    for number in range(count):
        says(draft(), (UNMATCHED, 14), (MATCHED, 60))
        version = document(Policy.Kind.ACCOUNTS, month=1 + number % 12)
        says(version, (UNMATCHED, 20), (OWN_CHANNELS, "never"), (REVIEW_MONTHS, 6))
