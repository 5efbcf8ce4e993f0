"""Hard data beside opinion: what the portal measured near the end of a round, per block.

Opinion and data answer different questions. Where they differ there is something to find out: a
rule that nobody knows, or a good figure of which nobody feels anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q
from django.utils.formats import number_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now
from governance.content.questionnaire import BLOCKS
from governance.domain.rounds.figures import BlockFigures
from governance.domain.rounds.talking import decimal, group_name
from governance.models import (
    Block,
    Domain,
    Goal,
    Group,
    Indicator,
    Measure,
    Measurement,
    Policy,
    PolicyVersion,
    Round,
)

NEAR = timedelta(days=45)
GOOD, POOR = 3.5, 2.6

BESIDE: dict[Block, tuple[Measure, ...]] = {
    Block.LEADERSHIP: (Measure.REVIEWED,),
    Block.COLLABORATION: (Measure.IN_TIME, Measure.FIRST_ANSWER),
    Block.INFRASTRUCTURE: (Measure.HEALTHY,),
    Block.EXPERTISE: (Measure.ACKNOWLEDGED, Measure.TRAINED, Measure.TAKING_PART),
}
# From which value a measure is good, and up to which it is poor.
BOUNDS: dict[Measure, tuple[float, float]] = {
    Measure.REVIEWED: (80, 50),
    Measure.IN_TIME: (80, 60),
    Measure.FIRST_ANSWER: (8, 24),
    Measure.HEALTHY: (95, 80),
    Measure.ACKNOWLEDGED: (80, 50),
    Measure.TRAINED: (60, 20),
    Measure.TAKING_PART: (50, 15),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One measured figure: `verdict` is 1 for good, -1 for poor, 0 for in between."""

    name: str
    value: str
    verdict: int
    on: date


@dataclass(frozen=True, slots=True)
class Beside:
    """A block: what each group thinks of it and what was measured, and whether the two agree."""

    block: Block
    opinions: Mapping[Group, float]
    facts: tuple[Fact, ...]

    @property
    def block_name(self) -> str:
        return str(BLOCKS[self.block][0])

    @property
    def contrary(self) -> dict[Group, float]:
        """The groups whose opinion points away from what was measured."""
        verdicts = {fact.verdict for fact in self.facts}
        return {
            group: mean for group, mean in self.opinions.items() if -_view(mean) in verdicts - {0}
        }

    @property
    def differs(self) -> bool:
        return bool(self.contrary)

    @property
    def words(self) -> str:
        """What it means, in a few sentences."""
        if not self.facts:
            return _("Nothing was measured near the end of this round.")
        if not self.opinions:
            return _("There are figures, but too few answers to lay beside them.")
        if self.contrary:
            return " ".join(self._against())
        views = {_view(mean) for mean in self.opinions.values()}
        if len(views) == 1 and views == {fact.verdict for fact in self.facts} != {0}:
            return _("Opinion and figures point the same way.")
        return _("Opinion and figures do not contradict each other.")

    def _against(self) -> Iterator[str]:
        doubt = {group: mean for group, mean in self.contrary.items() if _view(mean) < 0}
        if doubt:
            yield _(
                "A figure is good, but not everybody is positive: %(groups)s. What do they miss"
                " that the figure does not show?"
            ) % {"groups": _told(doubt)}
        trust = {group: mean for group, mean in self.contrary.items() if group not in doubt}
        if trust:
            yield _(
                "A figure is poor, but these groups are positive: %(groups)s. Is the figure"
                " measured well, or do they not see the problem?"
            ) % {"groups": _told(trust)}


def _view(mean: float) -> int:
    return 1 if mean >= GOOD else -1 if mean <= POOR else 0


def _told(means: Mapping[Group, float]) -> str:
    return ", ".join(f"{group_name(group)} ({decimal(mean)})" for group, mean in means.items())


def beside(held: Round, blocks: Sequence[BlockFigures]) -> list[Beside]:
    """Every block that has figures of its own, with them."""
    day = localdate(held.closed_at or now())
    measured = _measured(day)
    found = []
    for figures in blocks:
        if figures.block == Block.VISION:
            facts = [_visions(day), *_goals(day)]
        else:
            facts = [
                _fact(one, measured) for one in BESIDE.get(figures.block, ()) if one in measured
            ]
        if figures.block == Block.VISION or figures.block in BESIDE:
            found.append(Beside(figures.block, figures.means, tuple(facts)))
    return found


def _measured(day: date) -> dict[Measure, Measurement]:
    """Of each measure the figure nearest to this day."""
    wanted = [measure for some in BESIDE.values() for measure in some]
    rows = Measurement.objects.filter(
        measure__in=wanted, on_date__range=(day - NEAR, day + NEAR)
    ).order_by("on_date")
    nearest: dict[Measure, Measurement] = {}
    for row in rows:
        known = nearest.get(Measure(row.measure))
        if known is None or abs(row.on_date - day) <= abs(known.on_date - day):
            nearest[Measure(row.measure)] = row
    return nearest


def _fact(measure: Measure, measured: Mapping[Measure, Measurement]) -> Fact:
    row = measured[measure]
    value = float(row.value)
    said = str(number_format(round(value, 1), 0 if value == round(value) else 1))
    return Fact(str(measure.label), said, _verdict(value, *BOUNDS[measure]), row.on_date)


def _verdict(value: float, good: float, poor: float) -> int:
    if good < poor:  # less is better
        return 1 if value <= good else -1 if value > poor else 0
    return 1 if value >= good else -1 if value < poor else 0


def _visions(day: date) -> Fact:
    """For how many of the domains a vision was in force on that day."""
    count = (
        PolicyVersion.objects.filter(
            Q(in_force_until__isnull=True) | Q(in_force_until__date__gt=day),
            policy__kind=Policy.Kind.VISION,
            in_force_from__date__lte=day,
        )
        .values("policy")
        .distinct()
        .count()
    )
    of = {"count": count, "all": len(Domain)}
    value = _("%(count)s of %(all)s") % of
    return Fact(_("domains with an approved vision"), value, _verdict(count, len(Domain), 1), day)


def _goals(day: date) -> list[Fact]:
    """How many of the approved goals had a figure that was not out of date."""
    in_force = Goal.objects.filter(
        state__in=[Goal.State.APPROVED, Goal.State.REACHED], decided_at__date__lte=day
    )
    every = in_force.count()
    if not every:
        return []
    rows = Indicator.objects.filter(goal__in=in_force).values_list("goal", "every_days")
    read = rows.annotate(last=Max("readings__on_date", filter=Q(readings__on_date__lte=day)))
    fresh = len({goal for goal, days, last in read if last and (day - last).days <= days})
    value = _("%(count)s of %(all)s") % {"count": fresh, "all": every}
    return [Fact(_("goals with a fresh figure"), value, _verdict(100 * fresh / every, 80, 50), day)]
