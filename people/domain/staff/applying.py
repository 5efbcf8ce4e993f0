"""Doing what a comparison says: a handful of questions for one person or for five thousand."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, UNUSABLE_PASSWORD_SUFFIX_LENGTH
from django.db import connection, transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.domain.staff.comparing import Change, Kind, People
from people.models import Role, RoleGrant, Unit, User

ONE_AT_A_TIME = 7_205_001
"""The name of the lock in Postgres: two files, or a file and a program, wait for each other."""

BATCH = 1000
PLAIN = ("staff_number", "name", "email", "is_active")
UPDATED = [*PLAIN, "unit"]


def hold() -> None:
    """Wait until nobody else changes staff; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


@transaction.atomic
def apply(changes: Sequence[Change], people: People, *, by: User) -> list[User]:
    """Carry the changes out, with a line in the audit trail for each; returns the new people."""
    units = _units(changes, people)
    new = [change for change in changes if change.kind == Kind.NEW]
    old = [change for change in changes if change.kind in {Kind.CHANGED, Kind.LEFT}]
    made = _make(new, units)
    _update(old, people, units)
    pairs = [*zip(made, new, strict=True), *((people.all[one.user or 0], one) for one in old)]
    _grant(pairs)
    _write_down(pairs, by)
    return made


def _units(changes: Iterable[Change], people: People) -> dict[str, int]:
    """The ids of the units by name; those that do not exist yet are made."""
    wanted = {change.fields["unit"][1] for change in changes if "unit" in change.fields}
    missing = {
        name.casefold(): name for name in sorted(wanted) if name.casefold() not in people.unit_ids
    }
    missing.pop("", None)
    made = Unit.objects.bulk_create([Unit(name=name) for name in missing.values()])
    return people.unit_ids | {unit.name.casefold(): unit.pk for unit in made}


def _make(changes: Iterable[Change], units: dict[str, int]) -> list[User]:
    """New accounts without a password: an invitation lets them choose one."""
    users = []
    for change in changes:
        user = User(password=_unusable(), date_joined=now())
        _set(user, change, units)
        users.append(user)
    made: list[User] = User.objects.bulk_create(users, batch_size=BATCH)
    return made


def _unusable() -> str:
    """As `make_password(None)` makes it, for thousands."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(UNUSABLE_PASSWORD_SUFFIX_LENGTH // 2)


def _update(changes: Iterable[Change], people: People, units: dict[str, int]) -> None:
    users = []
    for change in changes:
        user = people.all[change.user or 0]
        _set(user, change, units)
        users.append(user)
    User.objects.bulk_create(
        users,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=UPDATED,
    )


def _set(user: User, change: Change, units: dict[str, int]) -> None:
    for name, (_old, value) in change.fields.items():
        if name == "email":
            user.email = User.objects.normalize_email(value)
        elif name in PLAIN:
            setattr(user, name, value)
        elif name == "unit":
            user.unit_id = units.get(value.casefold()) if value else None


def _grant(pairs: Iterable[tuple[User, Change]]) -> None:
    """Roles as HR says them, where HR says anything."""
    given = [(user, change.fields["roles"]) for user, change in pairs if "roles" in change.fields]
    gone = _gone({user.pk: set(new) for user, (_old, new) in given})
    RoleGrant.objects.filter(pk__in=gone).delete()
    RoleGrant.objects.bulk_create(
        [
            RoleGrant(user=user, role=Role(role))
            for user, (old, new) in given
            for role in new
            if role not in old
        ],
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def _gone(wanted: dict[int, set[str]]) -> list[int]:
    """The grants that are not wanted any more."""
    grants = RoleGrant.objects.filter(user__in=list(wanted))
    return [grant.pk for grant in grants if grant.role not in wanted[grant.user_id]]


def _write_down(pairs: Iterable[tuple[User, Change]], by: User) -> None:
    """What was changed, by name of the field; roles and access also from what to what."""
    verbs: dict[Kind, str] = {
        Kind.NEW: gettext_noop("added to the staff"),
        Kind.CHANGED: gettext_noop("changed by the staff file"),
        Kind.LEFT: gettext_noop("left the college"),
    }
    by_verb: dict[Kind, list[tuple[User, dict[str, Any]]]] = {kind: [] for kind in verbs}
    for user, change in pairs:
        detail: dict[str, Any] = {"fields": sorted(change.fields)}
        for name in ("roles", "is_active"):
            if name in change.fields:
                detail[name] = list(change.fields[name])
        by_verb[change.kind].append((user, detail))
    for kind, subjects in by_verb.items():
        audit.record_many(verbs[kind], subjects, by=by)
