"""One person, as a program of HR says it: the same comparison and the same change as the file."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Q

from people.domain.staff import applying, comparing
from people.domain.staff.comparing import Change, Kind, People
from people.domain.staff.records import Problem, Record
from people.models import User


class Refused(Exception):
    """The record cannot be used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.fault))
        self.problem = problem


class NotHere(Exception):
    """Somebody who left and never had an account: none is made."""


class Busy(Exception):
    """Somebody else made an account for the same person at this very moment: ask again."""


def upsert(record: Record, *, by: User, makes_units: bool = False) -> tuple[User, Kind]:
    """Make or change the account of one person; the same record twice changes nothing.

    Raises `Refused`, `NotHere` or `Busy`.
    """
    try:
        return _upsert(record, by, makes_units)
    except IntegrityError as error:
        raise Busy from error


@transaction.atomic
def _upsert(record: Record, by: User, makes_units: bool) -> tuple[User, Kind]:
    applying.hold()
    theirs = Q(email__iexact=record.email) | Q(staff_number=record.staff_number or None)
    people = People(User.objects.filter(theirs).select_for_update(no_key=True))
    changes = comparing.compare([record], people, by=by, makes_units=makes_units, finds_left=False)
    return _done(changes[0], people, by)


def _done(change: Change, people: People, by: User) -> tuple[User, Kind]:
    if change.problem:
        raise Refused(change.problem)
    if change.user is None and change.kind == Kind.UNCHANGED:
        raise NotHere
    made = [] if change.kind == Kind.UNCHANGED else applying.apply([change], people, by=by)
    return (made[0] if made else people.all[change.user or 0]), change.kind


def deactivate(user: User, *, by: User) -> None:
    """Let somebody in no more; twice is once. Raises `Refused`."""
    record = Record(
        line=1,
        staff_number=user.staff_number,
        name=user.name,
        email=user.email,
        is_active=False,
    )
    upsert(record, by=by)
