"""What the work of webcare shows that a team could learn: numbers per theme and month, no person.

The theme is the category of the ticket: what the policy calls the kind of question.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Count, DateField, F, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import TruncMonth
from django.utils.timezone import make_aware
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from core.models import LogEntry
from people.models import Team
from training.domain.needs import Counted, Kind
from webcare.domain.measuring import NEEDS_NO_ANSWER
from webcare.domain.refusals import Refusal
from webcare.domain.replies import SomeoneElseAnswers
from webcare.models import Correction, Reply, Ticket

STOPPED = gettext_noop("a second answer was stopped")


def note_stopped(ticket: Ticket, refusal: Refusal) -> None:
    """Keep that a second answer was stopped; whose it was is nobody's business."""
    if isinstance(refusal, SomeoneElseAnswers):
        audit.record(STOPPED, ticket.team, theme=ticket.category)


def counted(since: date) -> Iterator[Counted]:
    """Everything since the first day of a month. Five queries."""
    start = make_aware(datetime(since.year, since.month, 1))  # noqa: DTZ001 - made aware here
    teams = dict(Team.objects.values_list("code", "pk"))
    for code, theme, month, number in _moved(start):
        if code in teams:
            yield Counted(Kind.MOVED, theme, teams[code], month, number)
    for kind, rows in ((Kind.RETURNED, _returned(start)), (Kind.LATE, _late(start))):
        for team, theme, month, number in rows:
            yield Counted(kind, theme, team, month, number)
    for team, theme, month, number in _double(start):
        yield Counted(Kind.DOUBLE, theme or "", team, month, number)


def _moved(start: datetime) -> Any:
    """By the team that the ticket came to first."""
    moved = Correction.objects.filter(kind=Correction.Kind.TEAM, at__gte=start)
    return _by_month(moved.exclude(before=F("after")), "at", "before", "ticket__category")


def _returned(start: datetime) -> Any:
    returned = Reply.objects.filter(state=Reply.State.WITHDRAWN, updated_at__gte=start)
    found = returned.exclude(refusal="")
    return _by_month(found, "updated_at", "ticket__team_id", "ticket__category")


def _late(start: datetime) -> Any:
    late = Q(first_answered_at__gt=F("due_at"))
    silent = Q(first_answered_at=None, due_at__lt=now()) & ~Q(outcome__in=NEEDS_NO_ANSWER)
    found = Ticket.objects.filter(late | silent, due_at__gte=start)
    return _by_month(found, "due_at", "team_id", "category")


def _double(start: datetime) -> Any:
    found = LogEntry.objects.filter(
        content_type__app_label="people", content_type__model="team", verb=STOPPED, at__gte=start
    )
    themed = found.annotate(theme=KeyTextTransform("theme", "detail"))
    return _by_month(themed, "at", "object_id", "theme")


def _by_month(found: QuerySet[Any], moment: str, *names: str) -> Any:
    """How many there are of each of these, in each month of the Netherlands."""
    months = found.order_by().annotate(month=TruncMonth(moment, output_field=DateField()))
    return months.values_list(*names, "month").annotate(number=Count("pk"))
