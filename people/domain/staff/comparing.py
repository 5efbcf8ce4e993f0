"""What HR says beside what stands here: who is new, who changes in what, who left, what is wrong.

The comparison is plain data. It is shown, kept, and made again before it is carried out: only when
both are equal is anything changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from people.domain.staff.records import Fault, Problem, Record
from people.models import Role, RoleGrant, Unit, User


class Kind(StrEnum):
    """What becomes of a person."""

    NEW = "new"
    CHANGED = "changed"
    LEFT = "left"
    WRONG = "wrong"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """One person: `fields` holds old and new value by name; `user` is None for somebody new."""

    kind: Kind
    line: int
    name: str
    email: str
    staff_number: str
    user: int | None = None
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    problem: Problem | None = None

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "kind": self.kind.value,
            "line": self.line,
            "name": self.name,
            "email": self.email,
            "staff_number": self.staff_number,
            "user": self.user,
            "fields": {name: list(pair) for name, pair in self.fields.items()},
            "problem": self.problem and [self.problem.fault.value, self.problem.value],
        }


class People:
    """Who has an account, as the comparison needs them: four questions in all."""

    def __init__(self, rows: QuerySet[User] | None = None) -> None:
        found = User.objects.order_by("pk") if rows is None else rows
        self.all = {user.pk: user for user in found}
        self.by_number = {one.staff_number: one for one in self.all.values() if one.staff_number}
        self.by_email = {one.email.casefold(): one for one in self.all.values()}
        self.units = dict(Unit.objects.values_list("pk", "name"))
        self.unit_ids = {name.casefold(): pk for pk, name in self.units.items()}
        self.roles: dict[int, set[str]] = {}
        grants = RoleGrant.objects.filter(user__in=list(self.all))
        for user, role in grants.values_list("user_id", "role"):
            self.roles.setdefault(user, set()).add(role)

    @cached_property
    def administrators(self) -> set[int]:
        """Who can put things right: active, with the role or as the technical account."""
        may = Q(is_superuser=True) | Q(role_grants__role=Role.ADMINISTRATOR)
        return set(User.objects.filter(may, is_active=True).values_list("pk", flat=True))

    def whose(self, record: Record) -> User | None:
        """The person of a record: by number, else by e-mail address."""
        by_number = self.by_number.get(record.staff_number) if record.staff_number else None
        return by_number or self.by_email.get(record.email.casefold())


def compare(
    records: Sequence[Record], people: People, *, by: User, makes_units: bool, finds_left: bool
) -> list[Change]:
    """What these records would change, in the order of the file; who left comes last."""
    changes = [
        _change(record, people, by, makes_units) for record in _without_doubles(records, people)
    ]
    return changes + (list(_left(records, people, by)) if finds_left else [])


def _without_doubles(records: Sequence[Record], people: People) -> Iterator[Record]:
    """The second row with a number, an address or a person of an earlier one is wrong."""
    numbers: dict[str, int] = {}
    emails: dict[str, int] = {}
    persons: dict[int, int] = {}
    for record in records:
        problem = record.problem
        email, person = record.email.casefold(), people.whose(record)
        if problem is None and record.staff_number in numbers:
            problem = Problem(Fault.TWICE_NUMBER, str(numbers[record.staff_number]))
        elif problem is None and email in emails:
            problem = Problem(Fault.TWICE_EMAIL, str(emails[email]))
        elif problem is None and person and person.pk in persons:
            problem = Problem(Fault.TWICE_PERSON, str(persons[person.pk]))
        if record.staff_number:
            numbers.setdefault(record.staff_number, record.line)
        if person:
            persons.setdefault(person.pk, record.line)
        emails.setdefault(email, record.line)
        yield replace(record, problem=problem)


def _change(record: Record, people: People, by: User, makes_units: bool) -> Change:
    user = people.whose(record)
    problem = record.problem or _problem(record, user, people, makes_units)
    fields = {} if problem else _fields(record, user, people)
    if user and not problem:
        problem = _protected(user, fields, people, by)
    if user is None and not record.is_active:
        fields = {}  # somebody who left and never was here: no account is made
    kind = Kind.UNCHANGED if not fields else Kind.CHANGED if user else Kind.NEW
    return Change(
        kind=Kind.WRONG if problem else kind,
        line=record.line,
        name=record.name,
        email=record.email,
        staff_number=record.staff_number,
        user=user.pk if user else None,
        fields={} if problem else fields,
        problem=problem,
    )


def _problem(
    record: Record, user: User | None, people: People, makes_units: bool
) -> Problem | None:
    """What is wrong with a record, given who is here."""
    holder = people.by_email.get(record.email.casefold())
    if user and holder and holder.pk != user.pk:
        return Problem(Fault.EMAIL_TAKEN, holder.name)
    if user and record.staff_number and user.staff_number not in {"", record.staff_number}:
        return Problem(Fault.OTHER_NUMBER, user.staff_number)
    if record.unit and not makes_units and record.unit.casefold() not in people.unit_ids:
        return Problem(Fault.UNKNOWN_UNIT, record.unit)
    return None


def _fields(record: Record, user: User | None, people: People) -> dict[str, tuple[Any, Any]]:
    """Old and new value of what differs."""
    old = _stands(user, people)
    same_address = record.email.casefold() == old["email"].casefold()
    new: dict[str, Any] = {
        "staff_number": record.staff_number or old["staff_number"],
        "name": record.name,
        "email": old["email"] if same_address else record.email,
        "unit": old["unit"] if record.unit is None else _unit_name(record.unit, people),
        "roles": old["roles"] if record.roles is None else list(record.roles),
        "is_active": record.is_active,
    }
    return {name: (old[name], value) for name, value in new.items() if value != old[name]}


def _unit_name(name: str, people: People) -> str:
    """As the unit is written here, when there is one."""
    known = people.unit_ids.get(name.casefold())
    return people.units[known] if known else name


def _stands(user: User | None, people: People) -> dict[str, Any]:
    if user is None:
        names = ("staff_number", "name", "email", "unit")
        return {**dict.fromkeys(names, ""), "roles": [], "is_active": None}
    return {
        "staff_number": user.staff_number,
        "name": user.name,
        "email": user.email,
        "unit": people.units.get(user.unit_id or 0, ""),
        "roles": sorted(people.roles.get(user.pk, ())),
        "is_active": user.is_active,
    }


def _protected(
    user: User, fields: dict[str, tuple[Any, Any]], people: People, by: User
) -> Problem | None:
    """Nobody locks themselves out, and somebody is left who can put things right."""
    before, after = fields.get("roles", ([], []))
    loses = fields.get("is_active", (None, True))[1] is False or (
        Role.ADMINISTRATOR in before and Role.ADMINISTRATOR not in after and not user.is_superuser
    )
    if loses and user.pk == by.pk:
        return Problem(Fault.YOURSELF)
    if loses and people.administrators == {user.pk}:
        return Problem(Fault.LAST)
    return None


def _left(records: Sequence[Record], people: People, by: User) -> Iterator[Change]:
    """Who is active here and stands in no row, not even a wrong one."""
    seen = {user.pk for record in records if (user := people.whose(record))}
    seen |= {
        holder.pk
        for record in records
        if (holder := people.by_email.get(record.email.casefold())) is not None
    }
    only = people.administrators
    kept = seen | {by.pk} | (only if len(only) == 1 else set())
    for user in sorted(people.all.values(), key=lambda one: (one.name, one.pk)):
        if user.is_active and user.pk not in kept:
            yield Change(
                kind=Kind.LEFT,
                line=0,
                name=user.name,
                email=user.email,
                staff_number=user.staff_number,
                user=user.pk,
                fields={"is_active": (True, False)},
            )


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many of each kind."""
    found = Counter(change.kind.value for change in changes)
    return {kind.value: found[kind.value] for kind in Kind}
