"""One line of sight: vision, goal, audience, channel, what was said and answered there, and back.

Every row on the line points at its neighbours; what points at nothing is a loose end. Nothing is
kept here: the line is read from the rows themselves (docs/architecture.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from governance.domain import progress
from governance.models import Audience, ChannelChoice, Domain, Goal, Indicator, PolicyVersion
from monitoring.models import Mention
from webcare.models import TicketMessage

PERIOD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Traffic:
    """What went over a chosen channel in the past 30 days."""

    mentions: int = 0
    tickets: int = 0
    posts: int = 0


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel with what goes over it, and the goals that it serves."""

    choice: ChannelChoice
    traffic: Traffic
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal with where its indicators stand, whom it is for and where it happens."""

    goal: Goal
    progresses: tuple[progress.Progress, ...]
    audiences: tuple[Audience, ...]
    channels: tuple[ChannelLine, ...]

    @property
    def has_fresh_figure(self) -> bool:
        return any(not one.is_stale for one in self.progresses)


@dataclass(frozen=True, slots=True)
class VisionLine:
    """A domain: its vision in force, if there is one, and the goals that serve it."""

    domain: Domain
    version: PolicyVersion | None
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """The whole line, to be walked from either end."""

    visions: tuple[VisionLine, ...]
    channels: tuple[ChannelLine, ...]


def look(*, at: datetime) -> Sight:
    """The line as it is at `at`; the number of queries does not depend on what is on it."""
    choices = list(_choices())
    traffic = _traffic(at - PERIOD)
    channels = {one.pk: _channel_line(one, traffic) for one in choices}
    day = localdate(at)
    lines = [_goal_line(goal, channels.values(), day) for goal in _goals(day)]
    return Sight(tuple(_visions(lines)), tuple(channels.values()))


def _goals(day: date) -> QuerySet[Goal]:
    asked = Indicator.objects.select_related("goal").order_by("pk")
    indicators = progress.with_last(asked, day=day)
    return (
        Goal.objects.under_way()
        .select_related("owner", "vision")
        .prefetch_related(Prefetch("indicators", indicators), "audiences")
        .order_by("title", "pk")
    )


def _choices() -> QuerySet[ChannelChoice]:
    goals = Goal.objects.under_way().order_by("title", "pk")
    chosen = ChannelChoice.objects.costing_time().select_related("owner")
    return chosen.prefetch_related(Prefetch("goals", goals)).order_by("platform", "name", "pk")


def _traffic(since: datetime) -> Mapping[int, Traffic]:
    """By channel choice."""
    heard = Mention.objects.filter(published_at__gt=since, source__channel__choice__isnull=False)
    kinds = {"mentions": Q(is_own=False, is_relevant=True), "posts": Q(is_own=True, in_reply_to="")}
    said = (
        heard.order_by()
        .values_list("source__channel__choice")
        .annotate(**{name: Count("pk", filter=kind) for name, kind in kinds.items()})
    )
    place = "mention__source__channel__choice"
    asked = TicketMessage.objects.filter(ticket__opened_at__gt=since, **{f"{place}__isnull": False})
    tickets = dict(asked.order_by().values_list(place).annotate(n=Count("ticket", distinct=True)))
    found = {key: Traffic(mentions, tickets.pop(key, 0), posts) for key, mentions, posts in said}
    return found | {key: Traffic(tickets=count) for key, count in tickets.items()}


def _channel_line(choice: ChannelChoice, traffic: Mapping[int, Traffic]) -> ChannelLine:
    return ChannelLine(choice, traffic.get(choice.pk, Traffic()), tuple(choice.goals.all()))


def _goal_line(goal: Goal, channels: Iterable[ChannelLine], day: date) -> GoalLine:
    return GoalLine(
        goal,
        tuple(progress.told(indicator, day=day) for indicator in goal.indicators.all()),
        tuple(goal.audiences.all()),
        tuple(line for line in channels if goal in line.goals),
    )


def _visions(lines: list[GoalLine]) -> Iterable[VisionLine]:
    in_force = PolicyVersion.objects.in_force().filter(policy__kind="vision")
    versions = {one.policy.domain: one for one in in_force.select_related("policy")}
    for domain in Domain:
        goals = tuple(line for line in lines if line.goal.domain == domain)
        yield VisionLine(domain, versions.get(domain), goals)
