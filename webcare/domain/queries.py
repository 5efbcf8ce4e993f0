"""What the inbox asks: a page of a queue, counts, and whether anything changed.

No page costs more when there are more tickets: pages go by keyset, counts stop at a cap.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core import signing
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.clock import now
from governance.models.routing import Threat
from people.models import Team, User
from webcare.models import Reply, Ticket, TicketMessage
from webcare.models.ticket import TicketQuerySet

PAGE = 50
MOST_COUNTED = 1_000
"""Counts stop here; pages show "1,000+"."""

MOST_CHANGES = 100
OVERLAP = timedelta(seconds=5)
"""A change is seen when its transaction ends, some time after the moment that it carries."""

# In so many words, for every open inbox asks this every two seconds: making it out of Python took
# longer than all the rest of the answer.
_CHANGED = """
    SELECT id, revision, state, opened_at > %(since)s FROM webcare_ticket
    WHERE team_id = ANY(%(teams)s::bigint[])
        AND changed_at > %(since)s AND changed_at <= %(at)s
    ORDER BY changed_at DESC LIMIT %(most)s
"""

State = Ticket.State


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody wants to see; an empty field does not filter.

    `state` "" means open and waiting together. `search` is words, an account or "#123". `noise` is
    what the router thinks needs no answer, without being sure.
    """

    teams: Collection[int] | None = None
    mine: User | None = None
    unclaimed: bool = False
    state: str = State.OPEN
    search: str = ""
    unsure: bool = False
    noise: bool = False
    overdue: bool = False
    threat: bool = False
    platform: str = ""
    awaiting: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some tickets, and the mark of the next page: empty when this is the last."""

    tickets: list[Ticket]
    next: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open tickets there are in a queue (or in all: `team_id` None)."""

    open: int = 0
    unclaimed: int = 0
    unsure: int = 0
    urgent: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A ticket that changed: enough to say so, and to redraw its row."""

    ticket_id: int
    revision: int
    state: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Pulse:
    """The answer to "anything new?"; `at` is what to ask with next time."""

    at: datetime
    changes: tuple[Change, ...]


def queue(user: User, filters: Filters, *, after: str = "", size: int = PAGE) -> Page:
    """A page of what `user` may see: the most urgent first, or the last closed first.

    `after` is the `next` of the page before; one that was tampered with begins at the start.
    """
    tickets = filtered(Ticket.objects.visible_to(user), filters)
    is_closed = filters.state == State.CLOSED
    ordered = tickets.order_by("-closed_at", "-pk") if is_closed else tickets.most_urgent_first()
    marked = _after(ordered, after, is_closed=is_closed)
    rows = list(marked.select_related("team", "owner")[: size + 1])
    return Page(rows[:size], _mark(rows[size - 1], is_closed) if len(rows) > size else "")


def filtered(tickets: TicketQuerySet, filters: Filters) -> TicketQuerySet:
    """The tickets that fit `filters`, in no order."""
    tickets = tickets.filter(state=filters.state) if filters.state else tickets.unresolved()
    if filters.teams is not None:
        tickets = tickets.in_teams(filters.teams)
    if filters.mine:
        tickets = tickets.filter(owner=filters.mine)
    if filters.unclaimed:
        tickets = tickets.filter(owner__isnull=True)
    if filters.unsure:
        tickets = tickets.filter(is_unsure=True)
    if filters.noise:
        tickets = tickets.filter(
            is_unsure=True, threat=Threat.NONE, reasons__contains=[{"code": "judged_noise"}]
        )
    if filters.overdue:
        tickets = tickets.overdue(at=now())
    if filters.threat:
        tickets = tickets.exclude(threat=Threat.NONE)
    if filters.platform:
        tickets = tickets.filter(platform=filters.platform)
    if filters.awaiting:
        waiting = Reply.objects.filter(ticket=OuterRef("pk"), state=Reply.State.AWAITING)
        tickets = tickets.filter(Exists(waiting))
    return _searched(tickets, filters.search.replace("\0", "").strip())


def counts(user: User, teams: Collection[int] | None = None) -> dict[int | None, Counts]:
    """Open tickets by team id, and of all of them under None; one query, capped."""
    some = filtered(Ticket.objects.visible_to(user), Filters(teams=teams))
    capped = some.order_by().values("pk")[: MOST_COUNTED + 1]
    rows = (
        Ticket.objects.filter(pk__in=capped)
        .order_by()
        .values("team_id")
        .annotate(
            open=Count("pk"),
            unclaimed=Count("pk", filter=Q(owner__isnull=True)),
            unsure=Count("pk", filter=Q(is_unsure=True)),
            urgent=Count("pk", filter=Q(priority__gte=4)),
            overdue=Count("pk", filter=Q(first_answered_at__isnull=True, due_at__lt=now())),
        )
    )
    by_team: dict[int | None, Counts] = {row.pop("team_id"): Counts(**row) for row in rows}
    names = Counts.__slots__
    total = {name: sum(getattr(one, name) for one in by_team.values()) for name in names}
    return {**by_team, None: Counts(**total)}


def pulse(team_ids: Collection[int], since: datetime) -> Pulse:
    """What changed in these queues after `since`, and just before it; one query.

    So the same change may be told twice: who asks compares revisions.
    """
    at, since = now(), since - OVERLAP
    values: dict[str, Any] = {
        "teams": list(team_ids),
        "since": since,
        "at": at,
        "most": MOST_CHANGES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, values)
        return Pulse(at, tuple(Change(*row) for row in cursor.fetchall()))


def queue_teams() -> QuerySet[Team]:
    """The teams that have a queue."""
    return Team.objects.with_queue().order_by("pk")


def earlier(ticket: Ticket, user: User, *, limit: int = 5) -> list[Ticket]:
    """What the same account asked before, as far as `user` may see it, newest first.

    Nothing for an unknown author.
    """
    if not ticket.author_handle:
        return []
    same = Ticket.objects.visible_to(user).filter(
        platform=ticket.platform, author_handle=ticket.author_handle
    )
    return list(same.exclude(pk=ticket.pk).select_related("team").order_by("-pk")[:limit])


def _searched(tickets: TicketQuerySet, words: str) -> TicketQuerySet:
    if not words:
        return tickets
    number = words.removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) < 19:
        return tickets.filter(pk=int(number))
    found = SearchQuery(words, config="dutch", search_type="websearch")
    messages = TicketMessage.objects.filter(ticket=OuterRef("pk"), mention__search=found)
    handle = words.removeprefix("@")
    by_author = Q(author_handle__iexact=handle) | Q(author_name__icontains=handle)
    return tickets.filter(Exists(messages) | by_author)


def _after(tickets: TicketQuerySet, mark: str, *, is_closed: bool) -> TicketQuerySet:
    """The rows behind the one that `mark` was made from."""
    if not mark:
        return tickets
    try:
        first, moment, pk = signing.loads(mark, salt="queue")
        at = datetime.fromisoformat(moment)
    except (signing.BadSignature, ValueError, TypeError):
        return tickets
    if is_closed:
        return tickets.filter(Q(closed_at__lt=at) | Q(closed_at=at, pk__lt=pk))
    later = Q(due_at__gt=at) | Q(due_at=at, pk__gt=pk)
    return tickets.filter(Q(priority__lt=first) | Q(priority=first) & later)


def _mark(ticket: Ticket, is_closed: bool) -> str:
    moment = (ticket.closed_at if is_closed else None) or ticket.due_at
    return signing.dumps((ticket.priority, moment.isoformat(), ticket.pk), salt="queue")
