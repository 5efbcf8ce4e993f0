"""What the portal itself can see of each of the ten tips (publication, chapter 6).

Each function looks at one tip and says in sentences what it finds, and whether that is good. It
never judges a person, and says nothing where the portal cannot know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.domain.goal_queries import stale_indicators
from governance.models import (
    Audience,
    ChannelChoice,
    Domain,
    Goal,
    Incident,
    Measure,
    Measurement,
    Policy,
    PolicyVersion,
    Round,
    TeamMandate,
    Workshop,
)
from monitoring.models import Channel, Mention, Source
from people.models import Role, Team, User

YEAR = timedelta(days=365)
MONTH = timedelta(days=30)
DAY = timedelta(days=1)
ENOUGH_IN_TIME = 90
ENOUGH_KNOW = 80
ENOUGH_THINKERS = 3
TWO_ADMINS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the portal sees: a sentence, whether it is good, and where one acts on it.

    `is_begun` is for what is not good yet, but on its way.
    """

    text: str
    is_good: bool
    url: str = ""
    is_begun: bool = False


Look = Callable[[datetime], list[Finding]]


def board(at: datetime) -> list[Finding]:
    """Tip 1: does management stand for it?"""
    teams = reverse("governance:team-list")
    promised = TeamMandate.objects.filter(committed_at__isnull=False).count()
    decided = PolicyVersion.objects.filter(
        decided_at__gt=at - YEAR, approver__role_grants__role=Role.BOARD
    ).count()
    return [
        Finding(
            ngettext(
                "For %(n)s team management put its promise in writing.",
                "For %(n)s teams management put its promise in writing.",
                promised,
            )
            % {"n": promised},
            promised > 0,
            teams,
        ),
        Finding(
            ngettext(
                "The board decided on %(n)s document in the past year.",
                "The board decided on %(n)s documents in the past year.",
                decided,
            )
            % {"n": decided},
            decided > 0,
            reverse("governance:policy-list"),
        ),
    ]


def vision(at: datetime) -> list[Finding]:
    """Tip 2: is it written what we want to reach?"""
    start = reverse("governance:vision-start")
    kinds = PolicyVersion.objects.in_force().filter(policy__kind=Policy.Kind.VISION)
    domains = kinds.values("policy__domain").distinct().count()
    goals = Goal.objects.in_force().count()
    stale = (
        stale_indicators(localdate(at))
        .filter(goal__state=Goal.State.APPROVED)
        .values("goal")
        .distinct()
        .count()
    )
    return [
        Finding(
            _("A vision is in force for %(n)s of the %(all)s domains.")
            % {"n": domains, "all": len(Domain)},
            domains == len(Domain),
            start,
            is_begun=domains > 0,
        ),
        Finding(
            ngettext("%(n)s goal is approved.", "%(n)s goals are approved.", goals) % {"n": goals},
            goals > 0,
            reverse("governance:goal-list"),
        ),
        Finding(
            ngettext(
                "%(n)s approved goal has no fresh figure.",
                "%(n)s approved goals have no fresh figure.",
                stale,
            )
            % {"n": stale},
            stale == 0 and goals > 0,
            reverse("governance:goal-list"),
        ),
    ]


def think_tank(at: datetime) -> list[Finding]:
    """Tip 3: is there a group of people who run ahead?"""
    teams = reverse("governance:team-list")
    tanks = Team.objects.filter(kind__in=[Team.Kind.THINK_TANK, Team.Kind.CORE_GROUP])
    largest = tanks.annotate(size=Count("members")).order_by("-size").first()
    if largest is None:
        return [Finding(_("There is no think tank or core group yet."), False, teams)]
    size: int = getattr(largest, "size", 0)
    hours = TeamMandate.objects.filter(team__in=tanks, hours_per_week__gt=0).exists()
    return [
        Finding(
            ngettext("%(team)s has %(n)s member.", "%(team)s has %(n)s members.", size)
            % {"team": largest, "n": size},
            size >= ENOUGH_THINKERS,
            teams,
        ),
        Finding(
            _("They have hours for it.") if hours else _("They have no hours for it yet."),
            hours,
            teams,
        ),
    ]


def protocol(at: datetime) -> list[Finding]:
    """Tip 4: are there rules of play, and do people know them?"""
    policies = reverse("governance:policy-list")
    in_force = PolicyVersion.objects.in_force().filter(policy__kind=Policy.Kind.PROTOCOL).first()
    if in_force is None:
        return [Finding(_("No protocol is in force."), False, policies)]
    found = [
        Finding(
            _("Version %(number)s of the protocol is in force.") % {"number": in_force.number},
            True,
            in_force.get_absolute_url(),
        )
    ]
    if (known := _measured(Measure.ACKNOWLEDGED)) is not None:
        text = _("%(n)s%% of the colleagues who must know it confirmed that they read it.")
        found.append(Finding(text % {"n": round(known)}, known >= ENOUGH_KNOW, policies))
    return found


def listening(at: datetime) -> list[Finding]:
    """Tip 5: do we listen every day, and does it show?"""
    sources = Source.objects.active().aggregate(
        all=Count("pk"), today=Count("pk", filter=Q(last_success_at__gt=at - DAY))
    )
    found = [
        Finding(
            _("%(n)s of %(all)s sources were read in the past 24 hours.")
            % {"n": sources["today"], "all": sources["all"]},
            0 < sources["all"] == sources["today"],
            reverse("monitoring:source-list"),
        )
    ]
    if (in_time := _measured(Measure.IN_TIME)) is not None:
        text = _("%(n)s%% of the questions of the past 30 days were answered in time.")
        found.append(
            Finding(
                text % {"n": round(in_time)}, in_time >= ENOUGH_IN_TIME, reverse("webcare:inbox")
            )
        )
    return found


def story(at: datetime) -> list[Finding]:
    """Tip 6: do we tell our own story, where we chose to be?"""
    chosen = ChannelChoice.objects.filter(state=ChannelChoice.State.CHOSEN).count()
    posts = Mention.objects.filter(is_own=True, in_reply_to="", published_at__gt=at - MONTH).count()
    return [
        Finding(
            ngettext(
                "%(n)s channel is chosen, with the reason why.",
                "%(n)s channels are chosen, with the reason why.",
                chosen,
            )
            % {"n": chosen},
            chosen > 0,
            reverse("governance:choice-list"),
        ),
        Finding(
            ngettext(
                "%(n)s post of our own was seen in the past 30 days.",
                "%(n)s posts of our own were seen in the past 30 days.",
                posts,
            )
            % {"n": posts},
            posts > 0,
            reverse("monitoring:channel-list"),
        ),
    ]


def responsible(at: datetime) -> list[Finding]:
    """Tip 7: is it clear who does what?"""
    queues = Team.objects.with_queue().aggregate(
        all=Count("pk"), led=Count("pk", filter=Q(leader__isnull=False))
    )
    channels = Channel.objects.filter(is_active=True).annotate(admins=Count("owners"))
    covered = channels.filter(admins__gte=TWO_ADMINS).count()
    total = channels.count()
    ownerless = Goal.objects.in_force().filter(owner__isnull=True).count()
    return [
        Finding(
            _("%(n)s of %(all)s teams that answer people have a leader.")
            % {"n": queues["led"], "all": queues["all"]},
            0 < queues["all"] == queues["led"],
            reverse("governance:team-list"),
        ),
        Finding(
            _("%(n)s of %(all)s channels have two or more owners.") % {"n": covered, "all": total},
            0 < total == covered,
            reverse("monitoring:channel-list"),
        ),
        Finding(
            ngettext(
                "%(n)s approved goal has no owner.",
                "%(n)s approved goals have no owner.",
                ownerless,
            )
            % {"n": ownerless},
            ownerless == 0,
            reverse("governance:goal-list"),
        ),
    ]


def students(at: datetime) -> list[Finding]:
    """Tip 8: are students helped, and are mistakes learned from?"""
    nearness = PolicyVersion.objects.in_force().filter(policy__kind=Policy.Kind.NEARNESS).exists()
    goals = Goal.objects.in_force().filter(domain=Domain.LEARNING).count()
    waiting = Incident.objects.filter(closed_at__isnull=True, happened_at__lt=at - MONTH).count()
    return [
        Finding(
            _("Agreements on nearness and distance are in force.")
            if nearness
            else _("There are no agreements on nearness and distance yet."),
            nearness,
            reverse("governance:policy-list"),
        ),
        Finding(
            ngettext(
                "%(n)s goal for learning is approved.",
                "%(n)s goals for learning are approved.",
                goals,
            )
            % {"n": goals},
            goals > 0,
            reverse("governance:goal-list"),
        ),
        Finding(
            ngettext(
                "%(n)s incident has been open for more than a month.",
                "%(n)s incidents have been open for more than a month.",
                waiting,
            )
            % {"n": waiting},
            waiting == 0,
            reverse("governance:incident-list"),
        ),
    ]


def parents(at: datetime) -> list[Finding]:
    """Tip 9: are parents thought of?"""
    audience = Audience.objects.filter(code="parents", is_active=True).first()
    goals = Goal.objects.in_force().filter(audiences=audience).count() if audience else 0
    channels = (
        ChannelChoice.objects.filter(
            state=ChannelChoice.State.CHOSEN, scores__audience=audience, scores__present__gte=2
        ).count()
        if audience
        else 0
    )
    audiences = reverse("governance:audience-list")
    return [
        Finding(
            ngettext(
                "%(n)s approved goal is about parents.",
                "%(n)s approved goals are about parents.",
                goals,
            )
            % {"n": goals},
            goals > 0,
            audiences,
        ),
        Finding(
            ngettext(
                "Parents can be found on %(n)s of our channels.",
                "Parents can be found on %(n)s of our channels.",
                channels,
            )
            % {"n": channels},
            channels > 0,
            reverse("governance:choice-list"),
        ),
    ]


def help_wanted(at: datetime) -> list[Finding]:
    """Tip 10: do we ask others, inside the college and outside?"""
    trainers = User.objects.with_role(Role.TRAINER).count()
    rounds = Round.objects.filter(closed_at__gt=at - YEAR).count()
    workshops = Workshop.objects.filter(closed_at__gt=at - YEAR).count()
    return [
        Finding(
            ngettext("%(n)s colleague trains others.", "%(n)s colleagues train others.", trainers)
            % {"n": trainers},
            trainers > 0,
        ),
        Finding(
            _("Rounds held in the past year: %(rounds)s. Workshops: %(workshops)s.")
            % {"rounds": rounds, "workshops": workshops},
            rounds + workshops > 0,
            reverse("governance:round-list"),
        ),
    ]


def _measured(measure: Measure) -> float | None:
    """The latest figure that the portal measured itself."""
    latest = Measurement.objects.filter(measure=measure).order_by("-on_date").first()
    return None if latest is None else float(latest.value)


LOOKS: Mapping[int, Look] = {
    1: board,
    2: vision,
    3: think_tank,
    4: protocol,
    5: listening,
    6: story,
    7: responsible,
    8: students,
    9: parents,
    10: help_wanted,
}
