"""One row of HR, understood: the same for a file and for the API, with the same objections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from people.models import Role
from people.models.user import STAFF_NUMBER

YES = {"ja", "j", "yes", "y", "1", "true", "waar"}
NO = {"nee", "n", "no", "0", "false", "onwaar"}
NONE = {"geen", "none", "-"}


class Fault(models.TextChoices):
    """Why a row cannot be used; `%(value)s` is what stands in it."""

    NO_NAME = "no_name", _("The name is missing.")
    LONG_NAME = "long_name", _("The name is longer than 150 signs.")
    NO_EMAIL = "no_email", _("The e-mail address is missing.")
    BAD_EMAIL = "bad_email", _("“%(value)s” is not an e-mail address.")
    BAD_NUMBER = "bad_number", _("“%(value)s” is not a staff number.")
    LONG_UNIT = "long_unit", _("The name of the unit is longer than 120 signs.")
    UNKNOWN_ROLE = "unknown_role", _("There is no role “%(value)s”.")
    BAD_ACTIVE = "bad_active", _("“%(value)s” is neither yes nor no.")
    UNKNOWN_UNIT = "unknown_unit", _("There is no unit “%(value)s”.")
    TWICE_NUMBER = "twice_number", _("The staff number stands in line %(value)s as well.")
    TWICE_EMAIL = "twice_email", _("The e-mail address stands in line %(value)s as well.")
    TWICE_PERSON = "twice_person", _("The same person stands in line %(value)s as well.")
    EMAIL_TAKEN = "email_taken", _("The e-mail address belongs to %(value)s.")
    OTHER_NUMBER = "other_number", _("This person has another staff number here: %(value)s.")
    YOURSELF = "yourself", _("You cannot deactivate yourself or take your own role.")
    LAST = "last", _("This is the last administrator.")


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault, and the words of the row that it is about."""

    fault: Fault
    value: str = ""

    def __str__(self) -> str:
        return str(self.fault.label) % {"value": self.value}


@dataclass(frozen=True, slots=True)
class Record:
    """What HR says of one person. `unit` and `roles` are None where HR says nothing of them."""

    line: int
    staff_number: str
    name: str
    email: str
    unit: str | None = None
    roles: tuple[str, ...] | None = None
    is_active: bool = True
    problem: Problem | None = None

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        problem = self.problem and [self.problem.fault.value, self.problem.value]
        return {
            "line": self.line,
            "staff_number": self.staff_number,
            "name": self.name,
            "email": self.email,
            "unit": self.unit,
            "roles": None if self.roles is None else list(self.roles),
            "is_active": self.is_active,
            "problem": problem,
        }

    @classmethod
    def restored(cls, stored: Mapping[str, Any]) -> Self:
        """From JSON."""
        kept = dict(stored)
        kept["roles"] = None if kept["roles"] is None else tuple(kept["roles"])
        if kept["problem"]:
            code, value = kept["problem"]
            kept["problem"] = Problem(Fault(code), value)
        return cls(**kept)


@cache
def _role_names() -> dict[str, str]:
    """What people call the roles, in each language, and their codes."""
    names = {role.value: role.value for role in Role}
    for code, _name in settings.LANGUAGES:
        with override(code):
            names |= {str(role.label).casefold(): role.value for role in Role}
    return names


def understand(line: int, cells: Mapping[str, str]) -> Record:
    """The record of one row, with the first problem that it has by itself."""
    problems: list[Problem] = []
    number, name, email = (cells.get(key, "").strip() for key in ("staff_number", "name", "email"))
    unit = " ".join(cells.get("unit", "").split()) or None
    roles = _roles(cells.get("roles", ""), problems)
    is_active = _is_active(cells.get("is_active", ""), problems)
    problems += _plain_problems(number, " ".join(name.split()), email, unit)
    return Record(
        line=line,
        staff_number=number,
        name=" ".join(name.split()),
        email=email,
        unit=unit,
        roles=roles,
        is_active=is_active,
        problem=problems[0] if problems else None,
    )


def _plain_problems(number: str, name: str, email: str, unit: str | None) -> Iterable[Problem]:
    if not name:
        yield Problem(Fault.NO_NAME)
    if len(name) > 150:
        yield Problem(Fault.LONG_NAME)
    if not email:
        yield Problem(Fault.NO_EMAIL)
    elif not _is_email(email):
        yield Problem(Fault.BAD_EMAIL, email[:80])
    if number and not _is_number(number):
        yield Problem(Fault.BAD_NUMBER, number[:40])
    if unit and len(unit) > 120:
        yield Problem(Fault.LONG_UNIT)


def _is_number(text: str) -> bool:
    try:
        STAFF_NUMBER(text)
    except ValidationError:
        return False
    return len(text) <= 30


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def _roles(text: str, problems: list[Problem]) -> tuple[str, ...] | None:
    """The codes of the roles that a cell names; None when it says nothing."""
    named = [part.strip() for part in text.replace("|", ",").replace(";", ",").split(",")]
    named = [part for part in named if part]
    if not named:
        return None
    if [part.casefold() for part in named] in [[word] for word in NONE]:
        return ()
    known = _role_names()
    for part in named:
        if part.casefold() not in known:
            problems.append(Problem(Fault.UNKNOWN_ROLE, part[:40]))
            return None
    return tuple(sorted({known[part.casefold()] for part in named}))


def _is_active(text: str, problems: list[Problem]) -> bool:
    said = text.strip().casefold()
    if said and said not in YES | NO:
        problems.append(Problem(Fault.BAD_ACTIVE, text[:40]))
    return said not in NO
