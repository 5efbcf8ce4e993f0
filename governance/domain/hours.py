"""Hours that people spent on social media, and how they stand to the hours they were given."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from governance.models import HoursSpent, TeamMandate
from people.models import Team, User

MONTHS_SHOWN = 6
WEEK = Decimal(7)


@dataclass(frozen=True, slots=True)
class Month:
    """What a team spent in a month, beside what it was granted for it."""

    first: date
    spent: Decimal
    granted: Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """Hours of one kind or one person."""

    label: str
    hours: Decimal


@transaction.atomic
def write(entry: HoursSpent, *, by: User) -> HoursSpent:
    """Store hours that somebody spent, or a change of them."""
    is_new = entry.pk is None
    entry.user = by
    entry.save()
    verb = gettext_noop("wrote down hours") if is_new else gettext_noop("changed hours")
    audit.record(verb, entry, by=by, hours=str(entry.hours), on=entry.on_date.isoformat())
    return entry


@transaction.atomic
def remove(entry: HoursSpent, *, by: User) -> None:
    audit.record(
        gettext_noop("removed hours"), entry.team, by=by, hours=str(entry.hours), entry=entry.pk
    )
    entry.delete()


def granted(mandate: TeamMandate, first: date, last: date) -> Decimal:
    """The hours that a team was given from `first` to `last`, both included."""
    start = max(first, mandate.from_date or first)
    end = min(last, mandate.until_date or last)
    days = max((end - start).days + 1, 0)
    return (mandate.hours_per_week * days / WEEK).quantize(Decimal("0.1"))


def by_month(mandate: TeamMandate, day: date, *, months: int = MONTHS_SHOWN) -> list[Month]:
    """The last months until the one of `day`, oldest first."""
    firsts = sorted(_months_back(day, months))
    spent: dict[date, Decimal] = dict(
        HoursSpent.objects.filter(team=mandate.team, on_date__gte=firsts[0], on_date__lte=day)
        .annotate(month=TruncMonth("on_date"))
        .values_list("month")
        .annotate(total=Sum("hours"))
    )
    return [
        Month(first, spent.get(first, Decimal(0)), granted(mandate, first, _last(first)))
        for first in firsts
    ]


def _months_back(day: date, months: int) -> Iterator[date]:
    first = day.replace(day=1)
    for _number in range(months):
        yield first
        first = (first - timedelta(days=1)).replace(day=1)


def _last(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def since(day: date, *, months: int = MONTHS_SHOWN) -> date:
    """The first day of what `by_month` tells about."""
    return min(_months_back(day, months))


def by_activity(team: Team, first: date) -> list[Share]:
    """What the hours since `first` went into, the most first."""
    found = HoursSpent.objects.filter(team=team, on_date__gte=first).values_list("activity")
    names = dict(HoursSpent.Activity.choices)
    totals = found.annotate(total=Sum("hours")).order_by("-total")
    return [Share(str(names.get(code, code)), total) for code, total in totals]


def by_person(team: Team, first: date) -> list[Share]:
    """What each member spent since `first`; only for who may see it."""
    found = HoursSpent.objects.filter(team=team, on_date__gte=first).values_list("user__name")
    totals = found.annotate(total=Sum("hours")).order_by("-total")
    return [Share(name or _("somebody who left"), total) for name, total in totals]


def of_person(team: Team, person: User, first: date) -> Decimal:
    """What somebody spent for this team since `first`."""
    found = person.hours_spent.filter(team=team, on_date__gte=first)
    total: Decimal | None = found.aggregate(total=Sum("hours"))["total"]
    return total or Decimal(0)
