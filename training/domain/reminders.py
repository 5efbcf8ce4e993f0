"""A few working days before a session, who comes hears of it once more, and so does the manager."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate

from core.clock import now
from core.workhours import AMSTERDAM, Calendar
from people.domain.calendar import office_calendar
from people.models import User
from training.domain import approvers, letters, series
from training.models import Enrolment, Letter, Offering, Session

WORKING_DAYS = 2
FRESH = timedelta(days=1)


def write_due(at: datetime | None = None) -> int:
    """Put in the outbox what is to be reminded of now; for how many sessions. Twice is once."""
    moment = at or now()
    last = _days_ahead(localdate(moment, AMSTERDAM), office_calendar())
    until = series.moment(last + timedelta(days=1), time())
    sessions = Session.objects.going_on().filter(
        starts_at__gt=moment, starts_at__lt=until, offering__state=Offering.State.PLANNED
    )
    found = list(sessions.select_related("offering"))
    for session in found:
        letters.post(_letters(session, moment))
    return len(found)


def _days_ahead(day: date, calendar: Calendar) -> date:
    """The day on which so many working days have passed."""
    left = WORKING_DAYS
    for ahead in range(1, 15):
        later = day + timedelta(days=ahead)
        left -= any(calendar.slots(later))
        if left == 0:
            return later
    return day + timedelta(days=WORKING_DAYS)


def _letters(session: Session, at: datetime) -> Iterator[Letter]:
    """To who comes (but not to who just heard that they have a place), and to their managers."""
    coming = session.offering.enrolments.filter(state=Enrolment.State.ENROLLED)
    teams: dict[int, tuple[User, list[int]]] = {}
    nearest: dict[int | None, list[User]] = {}
    for row in coming.select_related("user").order_by("user__name", "pk"):
        about = f"session {session.pk}:enrolment {row.pk}"
        if row.decided_at is None or row.decided_at < at - FRESH:
            yield letters.write(
                Letter.Kind.REMINDER, row.user_id, about=about, enrolment=row, session=session.pk
            )
        unit = row.user.unit_id
        if unit not in nearest:
            nearest[unit] = approvers.managers_of(row.user)
        for manager in nearest[unit]:
            teams.setdefault(manager.pk, (manager, []))[1].append(row.pk)
    yield from _to_managers(session, teams)


def _to_managers(session: Session, teams: dict[int, tuple[User, list[int]]]) -> Iterator[Letter]:
    """Once for each offering: at its first session."""
    if session.starts_at != session.offering.starts_at:
        return
    for manager, rows in teams.values():
        about = f"session {session.pk}:manager {manager.pk}"
        yield letters.write(
            Letter.Kind.REMINDER, manager, about=about, session=session.pk, rows=rows
        )
