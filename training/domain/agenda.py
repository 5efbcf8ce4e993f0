"""What is planned: the coming offerings soonest first, what is past newest first.

An offering comes for as long as a session of it is still to come: a series that runs stands first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from core import keyset
from core.clock import now
from core.keyset import Page
from core.workhours import AMSTERDAM
from people.models import User
from training.domain import pages, series
from training.models import Enrolment, Offering, Session

COMING, MINE, PAST, DRAFTS = "", "mine", "past", "drafts"
MONTHS_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to see; empty means everything."""

    show: str = COMING
    month: date | None = None
    level: str = ""
    track: str = ""


def find(found: QuerySet[Offering], choice: Choice, user: User, *, after: str) -> Page[Offering]:
    """A page of offerings with their places and this person's own state."""
    rows = _chosen(found, choice, user).select_related("course").annotate(**counts(user))
    if choice.show == PAST:
        return keyset.newest(rows, "starts_at", after=after)
    return pages.first(rows, "starts_at", after=after)


def counts(user: User) -> dict[str, object]:
    """`taken`, `waiting`, `mine` (the state of one's own enrolment), `place`, and `next_at` with
    `month`: when the next session is, and under which month it stands (none: it is under way)."""
    next_at = Session.objects.next_start("pk", now())
    began = Q(starts_at__lt=_start_of(localdate(now(), AMSTERDAM)), next_at__isnull=False)
    theirs = Enrolment.objects.filter(offering=OuterRef("pk")).order_by()
    grouped = theirs.values("offering")
    holding = grouped.filter(state__in=Enrolment.HOLDING).annotate(n=Count("pk")).values("n")
    waiting = grouped.filter(state=Enrolment.State.WAITING).annotate(n=Count("pk")).values("n")
    own = theirs.filter(user=user, state__in=Enrolment.ACTIVE).values("state")
    sessions = Session.objects.filter(offering=OuterRef("pk")).going_on()
    return {
        "taken": Coalesce(Subquery(holding), 0),
        "waiting": Coalesce(Subquery(waiting), 0),
        "mine": Subquery(own[:1]),
        "next_at": next_at,
        "month": Case(When(began, then=None), default="starts_at"),
        "place": Subquery(sessions.values("place")[:1]),
        "is_online": Exists(Session.objects.filter(offering=OuterRef("pk")).exclude(online_url="")),
    }


def _chosen(found: QuerySet[Offering], choice: Choice, user: User) -> QuerySet[Offering]:
    today = _start_of(localdate(now(), AMSTERDAM))
    if choice.level:
        found = found.filter(course__level=choice.level)
    if choice.track:
        found = found.filter(course__track=choice.track)
    if choice.month:
        found = found.filter(_within(_start_of(choice.month), _start_of(_next(choice.month))))
    if choice.show == DRAFTS:
        return found.filter(state=Offering.State.DRAFT, starts_at__isnull=False)
    found = found.exclude(state=Offering.State.DRAFT)
    comes = _within(today, None)
    if choice.show == PAST:
        return found.filter(~comes, starts_at__lt=today)
    if choice.show == MINE:
        given = Q(pk__in=user.offerings.values("pk"))
        found = found.filter(given | Q(pk__in=user.enrolments.active().values("offering")))
    return found.filter(comes)


def _within(start: datetime, end: datetime | None) -> Q:
    """Begins between these moments, or has a session then that goes on."""
    held = {"starts_at__gte": start, **({"starts_at__lt": end} if end else {})}
    running = Session.objects.going_on().filter(**held).order_by().values("offering")
    return Q(**held) | Q(pk__in=running)


def months() -> list[date]:
    """The first days of this month and the coming ones."""
    first = localdate(now(), AMSTERDAM).replace(day=1)
    found = [first]
    while len(found) < MONTHS_AHEAD:
        found.append(_next(found[-1]))
    return found


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _start_of(day: date) -> datetime:
    return series.moment(day, time())
