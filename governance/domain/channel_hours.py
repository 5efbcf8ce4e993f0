"""Hours that the channels cost a week, beside the hours that teams were given (publication, ch. 3:
"u hoeft niet aan alles mee te doen").

Available are the hours of every mandate in force today, whatever the kind of team: who keeps a
channel up is for the college to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.charts import Chart, bars
from core.clock import now
from governance.content.platform_facts import fact_about
from governance.models import ChannelChoice, TeamMandate

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a week that are needed, and that there are."""

    needed: Decimal
    available: Decimal

    @property
    def is_short(self) -> bool:
        return self.needed > self.available

    @property
    def missing(self) -> Decimal:
        return max(self.needed - self.available, Decimal(0))

    @property
    def left(self) -> Decimal:
        return max(self.available - self.needed, Decimal(0))


def available() -> Decimal:
    """What teams were given for today."""
    today = localdate(now())
    in_force = TeamMandate.objects.filter(
        Q(from_date__isnull=True) | Q(from_date__lte=today),
        Q(until_date__isnull=True) | Q(until_date__gte=today),
    )
    return in_force.aggregate(hours=Sum("hours_per_week"))["hours"] or Decimal(0)


def total() -> Hours:
    """What everything that we are on costs, and leaving costs too while it lasts."""
    costing = ChannelChoice.objects.costing_time()
    needed = costing.aggregate(hours=Sum("hours_per_week"))["hours"] or Decimal(0)
    return Hours(needed, available())


def with_one_more(choice: ChannelChoice) -> Hours:
    """The same, as if this channel were among them."""
    others = ChannelChoice.objects.costing_time().exclude(pk=choice.pk)
    needed = others.aggregate(hours=Sum("hours_per_week"))["hours"] or Decimal(0)
    return Hours(needed + choice.hours_per_week, available())


def suggested(platform: str) -> Decimal:
    """Our rough assumption for a platform; nothing for one that we do not know."""
    fact = fact_about(platform)
    return Decimal(str(fact.typical_hours_per_week)) if fact else Decimal(0)


def figure(hours: Hours) -> Chart:
    """All channels together against the hours there are, and each of the biggest below it."""
    choices = ChannelChoice.objects.costing_time().filter(hours_per_week__gt=0)
    biggest = choices.order_by("-hours_per_week", "pk")[:MOST_BARS]
    rows: list[bars.Row] = [(_("All channels"), float(hours.needed), float(hours.available))]
    rows += [(str(choice), float(choice.hours_per_week), None) for choice in biggest]
    return bars.draw(
        _("Hours a week: needed and available"),
        rows,
        unit=_("hours"),
        value_name=_("Needed"),
        limit_name=_("Available"),
    )
