"""Two vision workshops of the demo college: one that was held with 24 phones, one prepared."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.db import transaction

from core.clock import now
from governance.content import statements as content
from governance.domain.workshops import phones, preparing, proposals, room, topfive
from governance.models import Participant, Statement, Workshop
from people.models import User

Step = Workshop.Step
HELD, PREPARED = "Visie op communicatie", "Bijblijven: wat spreken we af?"
PHONES = 24
LASTED = timedelta(minutes=85)

NOTES = {
    "communication-04": "De een vindt eigen kritiek eerlijk, de ander ontrouw. We willen eerst"
    " intern ergens terecht kunnen.",
    "communication-02": "Studenten in de zaal willen het graag. Voorwaarde: iemand die meekijkt,"
    " en een afspraak over wat niet kan.",
}
GOALS = (
    "Elke vraag op Instagram krijgt binnen één schooldag antwoord",
    "Studenten van Mediavormgever beheren elke maand een week ons account",
    "Elk team kent de afspraken over eigen accounts en volgverzoeken",
    "We sluiten de drie kanalen waar niemand meer komt",
    "Het crisisteam oefent twee keer per jaar met een filmpje dat rondgaat",
    "Elke opleiding laat per periode één les zien",
)
SAME = "Vragen op Insta sneller beantwoorden"
OWNERS = ("bas", "chris", "marieke", "chris", "carla")
# How the room leans: towards yes, towards no, or in two halves.
MOODS = ((5, 4, 4, 3, 5), (1, 2, 2, 3, 1), (1, 5, 1, 5, 4), (4, 4, 3, 5, 4), (2, 3, 3, 2, 4))


@transaction.atomic
def build() -> None:
    """Make both; safe to run twice."""
    leader = User.objects.get(email="marieke@demo.example")
    if not Workshop.objects.filter(title=HELD).exists():
        _spread_in_time(_hold(leader), now() - timedelta(days=20))
    if not Workshop.objects.filter(title=PREPARED).exists():
        chosen = [one.code for one in content.statements_of("keeping_up")][:10]
        _prepare(leader, PREPARED, "keeping_up", 1, chosen)


def _prepare(by: User, title: str, domain: str, scene: int, chosen: list[str]) -> Workshop:
    workshop = Workshop(
        title=title, domain=domain, scene=content.SCENES[scene].text.in_language("nl")
    )
    made = preparing.create(workshop, by=by, chosen=chosen)
    for statement in made.statements.exclude(code=""):
        statement.text = content.statement(statement.code).text.in_language("nl")
        statement.save(update_fields=["text"])
    return made


def _hold(by: User) -> Workshop:
    chance = random.Random(24)  # noqa: S311 - the same demo every time
    chosen = [one.code for one in content.statements_of("communication")][:9]
    workshop = _prepare(by, HELD, "communication", 0, chosen)
    people = [phones.join(workshop, f"demo {number}") for number in range(PHONES)]
    workshop = _go(workshop, Step.SCENE, by)
    workshop = _go(workshop, Step.VOTE, by)
    statements = list(workshop.statements.order_by("position"))
    _vote(people, statements, chance)
    workshop = _go(workshop, Step.DISCUSS, by)
    for statement in statements:
        if text := NOTES.get(statement.code):
            room.note(statement, seen="", text=text, by=by)
    workshop = _choose(_go(workshop, Step.PROPOSE, by), people, chance, by)
    for proposal, slug in zip(topfive.ranked(workshop), OWNERS, strict=True):
        owner = User.objects.get(email=f"{slug}@demo.example")
        topfive.give_owner(proposal, owner, by=by)
    topfive.make_goals(workshop, by=by)
    return room.close(workshop, by=by)


def _go(workshop: Workshop, to: str, by: User) -> Workshop:
    return room.move(workshop, seen=workshop.step, to=to, by=by)


def _vote(people: list[Participant], statements: list[Statement], chance: random.Random) -> None:
    cast = [(phone, place) for phone in people for place in range(len(statements))]
    cast.sort(key=lambda one: one[1] + chance.random() * 2.5)  # each at their own pace
    for phone, place in cast:
        phones.vote(phone, statements[place], chance.choice(MOODS[place % len(MOODS)]))


def _choose(
    workshop: Workshop, people: list[Participant], chance: random.Random, by: User
) -> Workshop:
    made = [phones.propose(phone, text) for phone, text in zip(people, GOALS, strict=False)]
    double = phones.propose(people[-1], SAME)
    proposals.merge(double, made[0], by=by)
    workshop = _go(workshop, Step.PRIORITISE, by)
    for phone in people:
        weights = [chance.random() * (len(made) + 2 - place) for place in range(len(made))]
        order = sorted(range(len(made)), key=lambda place: -weights[place])
        for place in order[: workshop.dots]:
            phones.choose(phone, made[place], wanted=True)
    return _go(workshop, Step.TOP_FIVE, by)


def _spread_in_time(workshop: Workshop, began: datetime) -> None:
    """As if it took an hour and a half, some weeks ago."""
    events = list(workshop.events.order_by("at", "pk"))
    for number, event in enumerate(events):
        event.at = began + LASTED * number / len(events)
    type(events[0]).objects.bulk_update(events, ["at"])
    Workshop.objects.filter(pk=workshop.pk).update(started_at=began, closed_at=began + LASTED)
