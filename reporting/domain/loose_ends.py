"""What points at nothing on the line of sight, each as a sentence and where to mend it.

"A nice list of actions without any effect" (publication, chapter 3) is what a college has when
these are left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.models import Audience, Goal
from monitoring.models import Channel
from reporting.domain.line_of_sight import GoalLine, Sight


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """Something without a neighbour: `kind` groups, `text` says what, `url` is where one mends."""

    kind: str
    text: str
    url: str


def of(sight: Sight) -> list[LooseEnd]:
    """All of them, grouped by kind."""
    return [*_visions(sight), *_goals(sight), *_channels(sight), *_audiences()]


def _visions(sight: Sight) -> Iterator[LooseEnd]:
    kind = _("Vision")
    for line in sight.visions:
        if line.version is None:
            text = _("No vision is in force for %(domain)s.") % {"domain": line.domain.label}
            yield LooseEnd(
                kind, text, reverse("governance:vision-start-domain", args=[line.domain.value])
            )
        elif not line.goals:
            text = _("The vision on %(domain)s has no goal.") % {"domain": line.domain.label}
            yield LooseEnd(kind, text, reverse("governance:goal-library"))


def _goals(sight: Sight) -> Iterator[LooseEnd]:
    for line in (goal for vision in sight.visions for goal in vision.goals):
        for text in _missing(line):
            yield LooseEnd(
                _("Goal"), text % {"goal": line.goal.title}, line.goal.get_absolute_url()
            )


def _missing(line: GoalLine) -> Iterator[str]:
    if line.goal.vision_id is None:
        yield _("“%(goal)s” serves no vision.")
    if not line.progresses:
        yield _("“%(goal)s” has no indicator.")
    elif line.goal.state == Goal.State.APPROVED and not line.has_fresh_figure:
        yield _("“%(goal)s” has no fresh figure.")
    if not line.audiences:
        yield _("“%(goal)s” does not say for whom.")
    if not line.channels:
        yield _("“%(goal)s” happens on no channel.")


def _channels(sight: Sight) -> Iterator[LooseEnd]:
    kind = _("Channel")
    for line in sight.channels:
        if not line.goals:
            text = _("%(channel)s serves no goal.") % {"channel": line.choice}
            yield LooseEnd(kind, text, line.choice.get_absolute_url())
    for channel in Channel.objects.filter(is_active=True, choice__isnull=True).order_by("name"):
        text = _("Nobody wrote down why we are on %(channel)s.") % {"channel": channel}
        yield LooseEnd(kind, text, channel.get_absolute_url())


def _audiences() -> Iterator[LooseEnd]:
    aimed_at = Goal.objects.under_way().values("audiences")
    forgotten = Audience.objects.filter(is_active=True).exclude(
        pk__in=aimed_at.exclude(audiences=None)
    )
    for audience in forgotten.order_by("position", "pk"):
        text = _("No goal is about %(audience)s.") % {"audience": audience}
        yield LooseEnd(_("Audience"), text, audience.get_absolute_url())
