from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
import time_machine
from django.db import OperationalError
from pytest_django import Settings

from core.clock import now
from people.models import Team, User
from tests.factories.webcare import CorrectionFactory, LearnedModelFactory, ticket_about
from tests.webcare.domain.judgement import made_up
from webcare.domain import tickets
from webcare.domain.judgement import renewal
from webcare.domain.judgement.examples import Example
from webcare.models import LearnedModel, RouterTraining

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

two_writers: Callable[[], list[Example]] = partial(made_up.examples, "ria", "bob")


@pytest.fixture(autouse=True)
def _learned(settings: Settings) -> None:
    settings.JUDGEMENT = "learned"


def test_one_training_is_asked_for_at_a_time(anna: User, bas: User) -> None:
    renewal.ask(by=anna)

    with pytest.raises(renewal.AlreadyAsked):
        renewal.ask(by=bas)

    assert RouterTraining.objects.get().asked_by == anna


def test_nobody_asked_so_nothing_is_trained() -> None:
    assert renewal.train_asked(written=two_writers) is None
    assert not LearnedModel.objects.exists()


def test_what_was_asked_for_is_trained_and_counts_what_people_put_right(
    dirk: User, anna: User, comms: Team
) -> None:
    tickets.reroute(ticket_about("Hm", is_unsure=True), to=comms, by=anna)
    assert renewal.unlearned().count() == 1
    renewal.ask(by=dirk)

    done = renewal.train_asked(written=two_writers)

    assert done is not None
    assert (done.state, done.ended_at) == ("trained", now())
    assert done.model == LearnedModel.objects.get()
    assert (done.model.trained_by, done.model.learned_from_own) == (dirk, 1)


def test_what_was_put_right_during_the_training_waits_for_the_next(
    clock: time_machine.Traveller,
) -> None:
    renewal.ask(by=None)

    def slowly() -> list[Example]:
        clock.shift(60)
        CorrectionFactory()
        clock.shift(60)
        return two_writers()

    renewal.train_asked(written=slowly)

    assert renewal.unlearned().count() == 1


def test_too_little_to_learn_from_is_told(anna: User) -> None:
    renewal.ask(by=anna)

    renewal.train_asked(written=list)

    assert RouterTraining.objects.get().state == "too_few"


def test_a_training_that_breaks_is_told_and_can_be_asked_for_again(
    anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    renewal.ask(by=anna)

    with caplog.at_level(logging.ERROR):
        renewal.train_asked(written=lambda: 1 / 0)  # type: ignore[arg-type,return-value]

    assert RouterTraining.objects.get().state == "failed"
    assert "The router could not be trained." in caplog.text
    renewal.ask(by=anna)


def test_without_a_database_the_wish_stays(anna: User) -> None:
    renewal.ask(by=anna)

    def away() -> list[Example]:
        raise OperationalError

    with pytest.raises(OperationalError):
        renewal.train_asked(written=away)

    assert RouterTraining.objects.get().state == "asked"


def test_a_training_that_keeps_being_broken_off_is_given_up(
    clock: time_machine.Traveller, anna: User
) -> None:
    renewal.ask(by=anna)
    clock.shift(renewal.GIVES_UP_AFTER + timedelta(seconds=1))

    renewal.train_asked(written=two_writers)

    assert RouterTraining.objects.get().state == "failed"
    assert not LearnedModel.objects.exists()


def test_the_router_learns_by_itself_when_something_was_put_right() -> None:
    CorrectionFactory()

    assert renewal.ask_when_due()
    assert RouterTraining.objects.get().asked_by is None


def test_without_corrections_it_does_not_learn_by_itself(clock: time_machine.Traveller) -> None:
    CorrectionFactory()
    clock.shift(1)
    LearnedModelFactory()
    CorrectionFactory(kind="priority", at=now() + timedelta(days=1))
    clock.shift(renewal.EVERY * 2)

    assert not renewal.ask_when_due()


def test_it_learns_by_itself_once_a_week(clock: time_machine.Traveller) -> None:
    CorrectionFactory()
    renewal.ask_when_due()
    RouterTraining.objects.update(state="failed", ended_at=now())
    clock.shift(renewal.EVERY - timedelta(seconds=1))
    assert not renewal.ask_when_due()
    clock.shift(timedelta(seconds=1))

    assert renewal.ask_when_due()


def test_while_a_training_is_asked_for_it_asks_for_none(clock: time_machine.Traveller) -> None:
    CorrectionFactory()
    renewal.ask(by=None)
    clock.shift(renewal.EVERY)

    assert not renewal.ask_when_due()


def test_without_a_judge_it_does_not_learn_by_itself(settings: Settings) -> None:
    settings.JUDGEMENT = "rules"
    CorrectionFactory()

    assert not renewal.ask_when_due()
