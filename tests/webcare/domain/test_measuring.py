"""How webcare did in thirty days, as figures for the college's goals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from core.clock import now
from governance.models import Measure, Measurement
from tests.factories.goals import IndicatorFactory
from tests.factories.webcare import TicketFactory
from webcare.domain import measuring
from webcare.models import Ticket
from webcare.tasks import measure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def noon() -> Iterator[None]:
    with time_machine.travel("2026-11-02T12:00:00Z", tick=False):
        yield


def ticket(
    *, opened: timedelta, answered: timedelta | None, due: timedelta, **more: object
) -> Ticket:
    """Opened so long ago, answered and due so long after."""
    at = now() - opened
    made: Ticket = TicketFactory(
        opened_at=at,
        due_at=at + due,
        first_answered_at=None if answered is None else at + answered,
        **more,
    )
    return made


def closed(outcome: str) -> dict[str, object]:
    return {"state": Ticket.State.CLOSED, "closed_at": now(), "outcome": outcome}


def test_a_quiet_month_gives_no_figures() -> None:
    assert measuring.measure(at=now()) == {}
    assert not Measurement.objects.exists()


def test_late_and_unanswered_tickets_are_not_in_time() -> None:
    ticket(opened=5 * DAY, answered=HOUR, due=DAY)
    ticket(opened=5 * DAY, answered=2 * DAY, due=DAY)
    ticket(opened=5 * DAY, answered=None, due=DAY)
    ticket(opened=5 * DAY, answered=DAY, due=DAY)

    assert measuring.answered_in_time(at=now()) == 50


def test_a_ticket_that_still_has_time_does_not_count_yet() -> None:
    ticket(opened=HOUR, answered=None, due=DAY)

    assert measuring.answered_in_time(at=now()) is None


@pytest.mark.parametrize("outcome", ["no_answer", "spam", "offline"])
def test_what_needed_no_answer_does_not_count(outcome: str) -> None:
    ticket(opened=5 * DAY, answered=None, due=DAY, **closed(outcome))

    assert measuring.answered_in_time(at=now()) is None


def test_only_the_last_thirty_days_count() -> None:
    ticket(opened=40 * DAY, answered=None, due=DAY)
    ticket(opened=20 * DAY, answered=HOUR, due=DAY)

    assert measuring.answered_in_time(at=now()) == 100


def test_the_median_of_the_hours_to_the_first_answer() -> None:
    for hours in (1, 3, 100):
        ticket(opened=6 * DAY, answered=hours * HOUR, due=DAY)

    assert measuring.first_answer_hours(at=now()) == 3


def test_which_share_of_what_we_answered_were_compliments() -> None:
    ticket(opened=DAY, answered=HOUR, due=DAY, category="compliment")
    for category in ("Klacht", "rooster", ""):
        ticket(opened=DAY, answered=HOUR, due=DAY, category=category)
    ticket(opened=DAY, answered=None, due=DAY, category="compliment")

    assert measuring.compliments_share(at=now()) == 25


def test_complaints_are_counted_in_dutch_and_in_english() -> None:
    for category in ("klacht", "Complaint", "rooster"):
        ticket(opened=DAY, answered=None, due=DAY, category=category)

    assert measuring.complaints(at=now()) == 2


def test_a_month_without_complaints_is_a_zero_and_no_gap() -> None:
    ticket(opened=DAY, answered=None, due=DAY, category="rooster")

    assert measuring.complaints(at=now()) == 0


def test_the_task_feeds_the_indicators_and_may_run_twice() -> None:
    indicator = IndicatorFactory(measure=Measure.IN_TIME)
    ticket(opened=5 * DAY, answered=HOUR, due=DAY)

    measure()
    measure()

    assert indicator.readings.get().value == Decimal(100)
