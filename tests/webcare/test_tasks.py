from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from people.models import Team, User
from smportal.celery import app
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import ReplyFactory, TicketFactory
from webcare import tasks
from webcare.domain import tickets
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


def test_every_beat_of_webcare_has_its_task() -> None:
    planned = {entry["task"] for entry in app.conf.beat_schedule.values()}
    ours = {name for name in planned if name.startswith("webcare.")}

    assert ours <= set(app.tasks)
    assert len(ours) == 4


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


def test_a_broker_that_is_away_never_breaks_a_request(
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.UNDO_SECONDS = 0
    ReplyFactory()
    broker, app.conf.broker_url = app.conf.broker_url, "redis://127.0.0.1:1/0"
    app.pool.force_close_all()
    try:
        with django_capture_on_commit_callbacks(execute=True):
            tasks.send_soon()
    finally:
        app.conf.broker_url = broker

    assert OperationalError.__name__ in caplog.text or "does not take" in caplog.text
