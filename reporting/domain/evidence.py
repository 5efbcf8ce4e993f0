"""What the portal itself can see of each of the ten tips (publication, chapter 6).

Each function looks at one tip and says in sentences what it finds, and whether that is good. It
never judges a person, and says nothing where the portal cannot know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models import Domain, Measure
from reporting.domain.facts import Facts

ENOUGH_IN_TIME = 90
ENOUGH_KNOW = 80
ENOUGH_THINKERS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the portal sees: a sentence, whether it is good, and where one acts on it.

    `is_begun` is for what is not good yet, but on its way.
    """

    text: str
    is_good: bool
    url: str = ""
    is_begun: bool = False


Look = Callable[[Facts], list[Finding]]


def board(facts: Facts) -> list[Finding]:
    """Tip 1: does management stand for it?"""
    teams = reverse("governance:team-list")
    promised, decided = facts["promises"], facts["board_decisions"]
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


def vision(facts: Facts) -> list[Finding]:
    """Tip 2: is it written what we want to reach?"""
    start = reverse("governance:vision-start")
    domains, goals, stale = facts["visions"], facts["goals"], facts["goals_stale"]
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
        *_figures(goals, stale),
    ]


def _figures(goals: int, stale: int) -> Iterator[Finding]:
    """Whether what was approved is measured; nothing to say as long as there are no goals."""
    if not goals:
        return
    told = ngettext(
        "%(n)s approved goal has no fresh figure.",
        "%(n)s approved goals have no fresh figure.",
        stale,
    )
    text = told % {"n": stale} if stale else _("Every approved goal has a fresh figure.")
    yield Finding(text, stale == 0, reverse("governance:goal-list"))


def think_tank(facts: Facts) -> list[Finding]:
    """Tip 3: is there a group of people who run ahead?"""
    teams = reverse("governance:team-list")
    largest = facts.told("largest_tank")
    if largest is None:
        return [Finding(_("There is no think tank or core group yet."), False, teams)]
    size, hours = int(largest.value), facts["tanks_with_hours"] > 0
    return [
        Finding(
            ngettext("%(team)s has %(n)s member.", "%(team)s has %(n)s members.", size)
            % {"team": largest.label, "n": size},
            size >= ENOUGH_THINKERS,
            teams,
        ),
        Finding(
            _("They have hours for it.") if hours else _("They have no hours for it yet."),
            hours,
            teams,
        ),
    ]


def protocol(facts: Facts) -> list[Finding]:
    """Tip 4: are there rules of play, and do people know them?"""
    policies = reverse("governance:policy-list")
    in_force = facts.told("protocol")
    if in_force is None:
        return [Finding(_("No protocol is in force."), False, policies)]
    number = int(in_force.value)
    found = [
        Finding(
            _("Version %(number)s of the protocol is in force.") % {"number": number},
            True,
            reverse("governance:version-detail", args=[in_force.label, number]),
        )
    ]
    if known := facts.told(Measure.ACKNOWLEDGED):
        text = _("%(n)s%% of the colleagues who must know it confirmed that they read it.")
        is_good = known.value >= ENOUGH_KNOW
        found.append(Finding(text % {"n": round(known.value)}, is_good, policies))
    return found


def listening(facts: Facts) -> list[Finding]:
    """Tip 5: do we listen every day, and does it show?"""
    total, today = facts["sources"], facts["sources_read_today"]
    found = [
        Finding(
            _("%(n)s of %(all)s sources were read in the past 24 hours.")
            % {"n": today, "all": total},
            0 < total == today,
            reverse("monitoring:source-list"),
        )
    ]
    if in_time := facts.told(Measure.IN_TIME):
        text = _("%(n)s%% of the questions of the past 30 days were answered in time.")
        is_good = in_time.value >= ENOUGH_IN_TIME
        inbox = reverse("webcare:inbox")
        found.append(Finding(text % {"n": round(in_time.value)}, is_good, inbox))
    return found


def story(facts: Facts) -> list[Finding]:
    """Tip 6: do we tell our own story, where we chose to be?"""
    chosen, posts = facts["channels_chosen"], facts["posts"]
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


def responsible(facts: Facts) -> list[Finding]:
    """Tip 7: is it clear who does what?"""
    queues, led = facts["queues"], facts["queues_led"]
    total, covered = facts["channels"], facts["channels_covered"]
    ownerless = facts["goals_ownerless"]
    return [
        Finding(
            _("%(n)s of %(all)s teams that answer people have a leader.")
            % {"n": led, "all": queues},
            0 < queues == led,
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


def students(facts: Facts) -> list[Finding]:
    """Tip 8: are students helped, and are mistakes learned from?"""
    nearness = facts["nearness"] > 0
    goals, waiting = facts["goals_learning"], facts["incidents_long_open"]
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


def parents(facts: Facts) -> list[Finding]:
    """Tip 9: are parents thought of?"""
    goals, channels = facts["goals_parents"], facts["channels_parents"]
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


def help_wanted(facts: Facts) -> list[Finding]:
    """Tip 10: do we ask others, inside the college and outside?"""
    trainers, rounds, workshops = facts["trainers"], facts["rounds_held"], facts["workshops_held"]
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
