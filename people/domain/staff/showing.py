"""What a file would change, in words that people read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from people.domain.staff.comparing import Kind
from people.domain.staff.records import Fault, Problem
from people.models import Role, StaffImport

SIZE = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One person of the preview: `fields` are label, old and new in words."""

    line: int
    name: str
    email: str
    staff_number: str
    fields: list[tuple[str, str, str]]
    problem: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One kind of change with its number."""

    kind: str
    label: str
    count: int
    icon: str


def tabs(one: StaffImport) -> list[Tab]:
    """The kinds in the order in which somebody should look at them; empty ones too."""
    labels = (
        (Kind.WRONG, _("Wrong rows"), "x-octagon"),
        (Kind.NEW, _("New"), "person-plus"),
        (Kind.CHANGED, _("Changed"), "pencil"),
        (Kind.LEFT, _("Not in the file"), "person-dash"),
        (Kind.UNCHANGED, _("Unchanged"), "check2"),
    )
    return [Tab(kind, label, one.outcome.get(kind, 0), icon) for kind, label, icon in labels]


def changes(one: StaffImport, kind: str, start: int = 0) -> tuple[list[Shown], str]:
    """A hundred people of this kind from `start`, and where the next hundred begins."""
    found = [change for change in one.plan if change["kind"] == kind]
    more = str(start + SIZE) if len(found) > start + SIZE else ""
    return [_shown(change) for change in found[start : start + SIZE]], more


def _shown(change: dict[str, Any]) -> Shown:
    problem = change["problem"]
    return Shown(
        line=change["line"],
        name=change["name"],
        email=change["email"],
        staff_number=change["staff_number"],
        fields=[(_label(name), *_pair(name, pair)) for name, pair in change["fields"].items()],
        problem=str(Problem(Fault(problem[0]), problem[1])) if problem else "",
    )


def _label(name: str) -> str:
    return {
        "staff_number": _("staff number"),
        "name": _("name"),
        "email": _("e-mail address"),
        "unit": _("unit"),
        "roles": _("roles"),
        "is_active": _("access"),
    }[name]


def _pair(name: str, pair: Iterable[Any]) -> tuple[str, str]:
    old, new = (_words(name, value) for value in pair)
    return old, new


def _words(name: str, value: Any) -> str:
    if name == "roles":
        return role_labels(value)
    if name == "is_active":
        return "–" if value is None else _("active") if value else _("not active")
    return str(value) if value else "–"


def role_labels(roles: Iterable[str]) -> str:
    held = set(roles)
    return ", ".join(str(role.label) for role in Role if role in held) or "–"
