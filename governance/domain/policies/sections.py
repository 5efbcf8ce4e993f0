"""Writing the clauses of a version, one at a time.

A clause counts its own saves, so that two people at two clauses never meet, and two at one clause
lose nothing: the second is shown what the first wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.policies.editing import open_for_writing, reopen
from governance.domain.policies.errors import SectionEditedMeanwhile
from governance.models import PolicySection, PolicyVersion
from people.models import User


@transaction.atomic
def write_section(
    version: PolicyVersion,
    *,
    by: User,
    fields: Mapping[str, Any],
    section: PolicySection | None = None,
    edition: int = 0,
) -> PolicySection:
    """Change `section` as seen at `edition`, or add a clause at the end of an editable version.

    Raises `SectionEditedMeanwhile` when another save came first, `WrongState` when the version is
    not editable.
    """
    current = open_for_writing(version)
    written = _seen(current, section, edition) if section else _new(current)
    plain = {name: value for name, value in fields.items() if name != "house_rules"}
    for name, value in plain.items():
        setattr(written, name, value)
    written.save()
    if "house_rules" in fields:
        written.house_rules.set(fields["house_rules"])
    reopen(current, by=by)
    verb = gettext_noop("changed a clause") if section else gettext_noop("added a clause")
    audit.record(verb, current, by=by, clause=written.title, fields=sorted(fields))
    return written


def _new(version: PolicyVersion) -> PolicySection:
    return PolicySection(version=version, position=version.sections.count() + 1)


def _seen(version: PolicyVersion, section: PolicySection, edition: int) -> PolicySection:
    """The clause as it stands now, one edition on; only for who saw it as it stands."""
    current = version.sections.filter(pk=section.pk).first()
    if current is None or current.edition != edition:
        raise SectionEditedMeanwhile(current)
    current.edition = edition + 1
    return current


@transaction.atomic
def move_section(section: PolicySection, *, by: User, step: int) -> None:
    """Put a clause one place up (-1) or down (+1)."""
    current = open_for_writing(section.version)
    order = list(current.sections.order_by("position").values_list("pk", flat=True))
    if section.pk not in order:
        raise SectionEditedMeanwhile(None)
    place = order.index(section.pk)
    other = place + step
    if not 0 <= other < len(order):
        return
    current.sections.filter(pk=order[other]).update(position=place + 1)
    current.sections.filter(pk=section.pk).update(position=other + 1)
    reopen(current, by=by)
    audit.record(gettext_noop("moved a clause"), current, by=by, clause=section.title)


@transaction.atomic
def remove_section(section: PolicySection, *, by: User, edition: int) -> None:
    """Take a clause out; its routing rules stay in the table, without a clause."""
    current = open_for_writing(section.version)
    gone = _seen(current, section, edition)
    position, title = gone.position, gone.title
    gone.delete()
    current.sections.filter(position__gt=position).update(position=F("position") - 1)
    reopen(current, by=by)
    audit.record(gettext_noop("removed a clause"), current, by=by, clause=title)
