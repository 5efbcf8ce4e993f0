from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from pytest_django import DjangoCaptureOnCommitCallbacks

from people.models import Team, User
from smportal.celery import app
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import TicketFactory
from webcare import tasks
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


def test_every_beat_of_webcare_has_its_task() -> None:
    planned = {entry["task"] for entry in app.conf.beat_schedule.values()}
    ours = {name for name in planned if name.startswith("webcare.")}

    assert ours <= set(app.tasks)
    assert len(ours) == 7


def test_triage_runs_as_a_task(info: Team) -> None:
    MentionFactory()

    assert tasks.triage_new() == 1


def test_sending_and_looking_up_find_nothing_to_do(db: None) -> None:
    assert (tasks.send_due(), tasks.confirm_unconfirmed()) == (0, 0)


def test_claims_expire_as_a_task(anna: User, clock: time_machine.Traveller) -> None:
    tickets.claim(TicketFactory(), by=anna)
    clock.shift(timedelta(days=5))

    assert tasks.expire_claims() == 1
    assert Ticket.objects.get().owner is None


def test_the_router_is_not_trained_when_nobody_asked(db: None) -> None:
    assert tasks.train_router() == ""


@pytest.fixture
def broker_away() -> Iterator[None]:
    """Nobody listens where the broker should be."""
    url = app.conf.broker_url
    _use_broker("redis://127.0.0.1:1/0")
    yield
    _use_broker(url)


def _use_broker(url: str | None) -> None:
    app.conf.update(broker_url=url)
    app._after_fork()  # type: ignore[attr-defined] # forgets the connections that are open


def test_a_broker_that_is_away_never_breaks_a_request(
    broker_away: None,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        tasks.send_soon()

    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "does not take webcare.send_due" in caplog.text
