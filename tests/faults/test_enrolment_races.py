"""Two hundred people ask for twenty places at the same moment: exactly twenty have one.

Every race is a real one: a thread and a connection to PostgreSQL for each person.
"""

from __future__ import annotations

from functools import partial

import pytest
from django.db import connection

from core.models import LogEntry
from people.models import User
from tests.factories.training import OfferingFactory
from tests.faults.racing import racers
from training.domain import enrolment
from training.models import Enrolment, Letter, Offering

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
State = Enrolment.State
PEOPLE, PLACES = 200, 20


def crowd(count: int) -> list[User]:
    return User.objects.bulk_create(
        User(email=f"crowd{number}@example.org", name=f"Person {number}", language="en")
        for number in range(count)
    )


def room() -> int:
    """How many connections a server that others chose has for us."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW max_connections")
        (found,) = cursor.fetchone()
    return min(PEOPLE, int(found) - 15)


def test_two_hundred_people_at_once_for_twenty_places() -> None:
    offering = OfferingFactory(capacity=PLACES)
    people = crowd(room())
    with racers(len(people)) as everybody:
        rows = everybody.run(*[partial(enrolment.ask, offering, one) for one in people])

    assert len({row.user_id for row in rows}) == len(people)
    line = list(offering.enrolments.order_by("asked_at", "pk").values_list("state", flat=True))
    assert line == [State.ENROLLED] * PLACES + [State.WAITING] * (len(people) - PLACES)
    told = Letter.objects.values_list("kind", flat=True)
    assert (list(told).count("enrolled"), len(told)) == (PLACES, len(people))
    assert LogEntry.objects.filter(verb="enrolled").count() == PLACES


def test_while_places_are_given_back_asked_for_and_expire_nobody_is_too_many() -> None:
    offering = OfferingFactory(capacity=PLACES)
    people = crowd(60)
    rows = [enrolment.ask(offering, one) for one in people[:40]]

    leaving = [partial(enrolment.leave, row) for row in rows[:10]]
    asking = [partial(enrolment.ask, offering, one) for one in people[40:]]
    expiring = [enrolment.expire_offers] * 4
    with racers(len(leaving + asking + expiring)) as everybody:
        everybody.run(*leaving, *asking, *expiring)

    assert offering.enrolments.holding().count() == PLACES
    offered = offering.enrolments.filter(state=State.OFFERED)
    assert [row.pk for row in offered.order_by("asked_at")] == [row.pk for row in rows[20:30]]


def test_the_last_place_is_accepted_and_declined_at_once_and_given_once() -> None:
    for number in range(20):
        offering = OfferingFactory(capacity=1)
        people = [
            User.objects.create(email=f"{who}{number}@example.org", name=who) for who in "abc"
        ]
        rows = [enrolment.ask(offering, one) for one in people]
        enrolment.leave(rows[0])
        with racers(2) as both:
            both.run(partial(_try, enrolment.accept, rows[1]), partial(_try, _leave, rows[1]))

        assert Offering.objects.get(pk=offering.pk).enrolments.holding().count() == 1


def _leave(row: Enrolment) -> Enrolment:
    return enrolment.leave(row)


def _try(step: object, row: Enrolment) -> object:
    try:
        return step(row)  # type: ignore[operator]
    except Exception as refusal:
        return refusal
