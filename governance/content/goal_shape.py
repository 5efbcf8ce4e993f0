"""The shape of a goal in the library, and the words its fields may hold."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

COMMUNICATION = "communication"
LEARNING = "learning"
KEEPING_UP = "keeping_up"
DOMAIN_CODES = (COMMUNICATION, LEARNING, KEEPING_UP)

#: What the portal can measure by itself; a goal without one is counted by the college.
MEASURED_SOURCES = (
    "webcare.answered_in_time",
    "webcare.first_answer_hours",
    "webcare.compliments_share",
    "webcare.complaints",
    "monitoring.followers",
    "monitoring.mentions",
    "monitoring.channels_healthy",
    "governance.acknowledged",
    "governance.policies_reviewed",
)

PERCENT = Bilingual(nl="%", en="percent")
HOURS = Bilingual(nl="uur", en="hours")


@dataclass(frozen=True, slots=True)
class LibraryGoal:
    """What we do, what follows from it, and what that brings the college."""

    code: str
    domain: str
    audiences: tuple[str, ...]
    title: Bilingual
    activity: Bilingual
    consequence: Bilingual
    effect: Bilingual
    indicator: Bilingual
    unit: Bilingual
    higher_is_better: bool
    measured_by: str
    source: str


def chapter(*numbers: int) -> str:
    """The publication and the chapters a goal goes back to."""
    named = " en ".join(str(number) for number in numbers)
    return f"Sociale media in het mbo (2012), h. {named}"
