"""The figures under the plan of ten and the overview, of every app, in one query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.timezone import localdate

from core.facts import Counted, Fact, First, gather
from governance.domain.goal_queries import stale_indicators
from governance.models import (
    ChannelChoice,
    Consultation,
    Domain,
    Goal,
    Incident,
    Measure,
    Measurement,
    Policy,
    PolicyVersion,
    Review,
    Round,
    TeamMandate,
    Workshop,
)
from monitoring.models import Channel, Mention, Source
from people.models import Role, Team, User

YEAR = timedelta(days=365)
MONTH = timedelta(days=30)
DAY = timedelta(days=1)
TWO_ADMINS = 2
FIGURES = (Measure.IN_TIME, Measure.ACKNOWLEDGED, Measure.FOLLOWERS, Measure.HEALTHY)

Wanted = Counted | First


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found, by name."""

    found: Mapping[str, Fact]

    def __getitem__(self, name: str) -> int:
        """How many; 0 when nothing was found."""
        fact = self.found.get(name)
        return int(fact.value) if fact else 0

    def told(self, name: str) -> Fact | None:
        """The fact itself, with its word and its day; None when there is none."""
        return self.found.get(name)


def collect(at: datetime) -> Facts:
    """Everything as it is at `at`."""
    return Facts(gather({**_leading(at), **_working(at), **_reaching(at), **dict(_figures())}))


def _leading(at: datetime) -> dict[str, Wanted]:
    """Promises, documents and goals."""
    decided = PolicyVersion.objects.filter(decided_at__gt=at - YEAR)
    in_force = PolicyVersion.objects.in_force()
    goals = Goal.objects.in_force()
    stale = Exists(stale_indicators(localdate(at)).filter(goal=OuterRef("pk")))
    kinds = Policy.objects.exclude(kind=Policy.Kind.VISION)
    protocol = in_force.filter(policy__kind=Policy.Kind.PROTOCOL).order_by("pk")
    return {
        "promises": Counted(TeamMandate.objects.filter(committed_at__isnull=False)),
        "board_decisions": Counted(decided.filter(approver__role_grants__role=Role.BOARD)),
        "visions": Counted(in_force.filter(policy__kind=Policy.Kind.VISION)),
        "protocol": First(protocol, value="number", label="policy__slug"),
        "nearness": Counted(in_force.filter(policy__kind=Policy.Kind.NEARNESS)),
        "policies": Counted(kinds),
        "policies_in_force": Counted(kinds.filter(versions__state="in_force")),
        "reviews_late": Counted(Review.objects.overdue(day=localdate(at))),
        "consultations": Counted(Consultation.objects.open(at=at)),
        "goals": Counted(goals),
        "goals_stale": Counted(goals.filter(stale)),
        "goals_ownerless": Counted(goals.filter(owner__isnull=True)),
        "goals_learning": Counted(goals.filter(domain=Domain.LEARNING)),
    }


def _working(at: datetime) -> dict[str, Wanted]:
    """Teams, and what is asked and followed up."""
    tanks = Team.objects.filter(kind__in=[Team.Kind.THINK_TANK, Team.Kind.CORE_GROUP])
    queues = Team.objects.with_queue()
    open_incidents = Incident.objects.filter(closed_at__isnull=True)
    return {
        "largest_tank": First(
            tanks.annotate(size=Count("members")).order_by("-size", "pk"), "size", "name"
        ),
        "tanks_with_hours": Counted(
            TeamMandate.objects.filter(team__in=tanks, hours_per_week__gt=0)
        ),
        "queues": Counted(queues),
        "queues_led": Counted(queues.filter(leader__isnull=False)),
        "trainers": Counted(User.objects.with_role(Role.TRAINER)),
        "rounds_held": Counted(Round.objects.filter(closed_at__gt=at - YEAR)),
        "rounds_open": Counted(Round.objects.filter(state=Round.State.OPEN)),
        "workshops_held": Counted(Workshop.objects.filter(closed_at__gt=at - YEAR)),
        "incidents_open": Counted(open_incidents),
        "incidents_long_open": Counted(open_incidents.filter(happened_at__lt=at - MONTH)),
    }


def _reaching(at: datetime) -> dict[str, Wanted]:
    """Sources, channels, posts, and the parents."""
    sources = Source.objects.active()
    channels = Channel.objects.filter(is_active=True)
    covered = channels.annotate(admins=Count("owners")).filter(admins__gte=TWO_ADMINS)
    posts = Mention.objects.filter(is_own=True, in_reply_to="", published_at__gt=at - MONTH)
    chosen = ChannelChoice.objects.filter(state=ChannelChoice.State.CHOSEN)
    parents = Q(audiences__code="parents", audiences__is_active=True)
    there = Q(
        scores__audience__code="parents", scores__audience__is_active=True, scores__present__gte=2
    )
    return {
        "sources": Counted(sources),
        "sources_read_today": Counted(sources.filter(last_success_at__gt=at - DAY)),
        "channels": Counted(channels),
        "channels_covered": Counted(covered),
        "channels_chosen": Counted(chosen),
        "posts": Counted(posts),
        "goals_parents": Counted(Goal.objects.in_force().filter(parents)),
        "channels_parents": Counted(chosen.filter(there)),
    }


def _figures() -> Iterator[tuple[str, Wanted]]:
    """The latest of what the portal measured itself, by measure."""
    for measure in FIGURES:
        rows = Measurement.objects.filter(measure=measure).order_by("-on_date")
        yield measure.value, First(rows, value="value", on_date="on_date")
