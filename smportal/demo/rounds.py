"""Two rounds of the questionnaire a year apart, and a draft of the third.

Sixty people answered each. Leaders think that everybody knows enough by now; teachers do not. Since
the first round the college wrote a vision, and that shows.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from core.clock import now
from governance.domain.rounds import composing, questions
from governance.domain.rounds.composing import OwnQuestion, Plan
from governance.domain.rounds.keys import digest, new_code, new_token
from governance.models import Block, Group, Measure, Measurement, Round, RoundLink, RoundResponse
from people.models import User

ALL = tuple(Group)
OWN = OwnQuestion(
    "Ik lees de berichten die de school op sociale media plaatst.",
    Block.COLLABORATION,
    (Group.LEADERS, Group.TEACHERS, Group.SUPPORT, Group.STUDENTS),
)
TITLE = "Vier in balans {year}"
OPTIONAL = ("expertise-11", "leadership-10")
INTRODUCTION = (
    "Vorig jaar zagen we dat studenten ons vaker vinden op sociale media dan op de website. Wat"
    " gaat goed en waar loop je vast? Het college van bestuur bespreekt de uitkomst met de teams."
)

# How many filled it in, of how many; trainers stay below five in the first round.
PEOPLE = {
    Group.LEADERS: (9, 12),
    Group.TEACHERS: (22, 60),
    Group.SUPPORT: (11, 25),
    Group.STUDENTS: (14, 90),
    Group.TRAINERS: (4, 15),
}
# The mean around which a group answers, per block; the second number is a year later.
VIEWS: dict[Block, dict[Group, tuple[float, float]]] = {
    Block.VISION: {
        Group.LEADERS: (3.0, 4.2),
        Group.TEACHERS: (2.1, 3.0),
        Group.SUPPORT: (2.4, 3.4),
        Group.STUDENTS: (2.6, 2.9),
    },
    Block.EXPERTISE: {
        Group.LEADERS: (3.9, 4.2),
        Group.TEACHERS: (2.2, 2.3),
        Group.SUPPORT: (2.4, 2.6),
        Group.STUDENTS: (2.8, 2.9),
        Group.TRAINERS: (2.5, 2.6),
    },
    Block.MATERIAL: {
        Group.LEADERS: (2.8, 2.9),
        Group.TEACHERS: (2.2, 2.3),
        Group.SUPPORT: (2.6, 2.7),
        Group.STUDENTS: (2.5, 2.6),
        Group.TRAINERS: (2.4, 2.4),
    },
    Block.INFRASTRUCTURE: {
        Group.LEADERS: (4.0, 4.1),
        Group.TEACHERS: (3.7, 3.7),
        Group.SUPPORT: (3.9, 4.0),
        Group.STUDENTS: (3.1, 3.0),
        Group.TRAINERS: (3.8, 3.8),
    },
    Block.LEADERSHIP: {
        Group.LEADERS: (3.8, 4.0),
        Group.TEACHERS: (2.6, 3.0),
    },
    Block.COLLABORATION: {
        Group.LEADERS: (3.7, 3.9),
        Group.SUPPORT: (3.6, 3.8),
        Group.TRAINERS: (2.3, 2.4),
    },
}
MIDDLE = (3.1, 3.3)
REMARKS = {
    Group.TEACHERS: (
        "Ik wil best, maar er zijn geen uren voor. Nu doe ik het in mijn pauze.",
        "Waar vind ik wat ik wel en niet over studenten mag plaatsen?",
        "De scholing van vorig jaar was goed, alleen te kort.",
    ),
    Group.SUPPORT: ("De verdeling wie wat beantwoordt is een stuk duidelijker geworden.",),
    Group.STUDENTS: (
        "Zet de roosterwijzigingen ook op Instagram, want niemand leest de mail.",
        "Op de locatie Hoorn doet de wifi het vaak niet.",
    ),
    Group.LEADERS: ("We moeten het gesprek met de teams voeren, niet alleen een protocol sturen.",),
}
MEASURED = {
    Measure.IN_TIME: (58, 91),
    Measure.FIRST_ANSWER: (21, 5),
    Measure.HEALTHY: (82, 98),
    Measure.ACKNOWLEDGED: (31, 87),
    Measure.REVIEWED: (25, 75),
}


def build() -> None:
    """Safe to run again: it stops when there is a round."""
    if Round.objects.exists():
        return
    owner = User.objects.get(email="marieke@demo.example")
    today = now()
    for when, closed in enumerate((today - timedelta(days=400), today - timedelta(days=35))):
        held = composing.create(_plan(closed), by=owner)
        _fill(held, when, random.Random(2026 + when))  # noqa: S311 - nothing secret
        _close(held, closed)
        _measure(when, closed)
    composing.create(_plan(today + timedelta(days=330)), by=owner)


def _plan(at: datetime) -> Plan:
    return Plan(
        title=TITLE.format(year=at.year),
        groups=ALL,
        introduction=INTRODUCTION,
        optional=OPTIONAL,
        own=(OWN,),
    )


def _fill(held: Round, when: int, chance: random.Random) -> None:
    items = list(held.items.all())
    forms: list[RoundResponse] = []
    for group, (answered, invited) in PEOPLE.items():
        RoundLink.objects.create(round=held, group=group, token=new_token(), invited=invited)
        asked = questions.for_group(items, group)
        remarks = REMARKS.get(group, ())
        for number in range(answered + 2 * when):
            person = chance.gauss(0, 0.5)
            forms.append(
                RoundResponse(
                    round=held,
                    group=group,
                    key_digest=digest(new_code()),
                    answers={
                        one.key: _level(one.item.block, group, when, person, chance)
                        for one in asked
                    },
                    remark=remarks[number] if number < len(remarks) else "",
                    is_complete=True,
                )
            )
    chance.shuffle(forms)
    RoundResponse.objects.bulk_create(forms)


def _level(block: str, group: Group, when: int, person: float, chance: random.Random) -> int:
    if chance.random() < 0.05:
        return questions.NOT_APPLICABLE
    middle = VIEWS[Block(block)].get(group, MIDDLE)[when]
    return min(5, max(1, round(middle + person + chance.gauss(0, 0.8))))


def _close(held: Round, at: datetime) -> None:
    held.state = Round.State.CLOSED
    held.opened_at, held.closed_at = at - timedelta(days=18), at
    held.closes_on = localdate(at)
    held.save()


def _measure(when: int, at: datetime) -> None:
    for measure, values in MEASURED.items():
        Measurement.objects.get_or_create(
            measure=measure, on_date=localdate(at), defaults={"value": values[when]}
        )
