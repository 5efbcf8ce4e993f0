"""The one mail a day that tells what waits for a person."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from pytest_django import Settings

from people.domain import digests, waiting
from people.domain.waiting import Waiting
from people.models import Digest, Institution, User
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
WEDNESDAY = datetime(2026, 3, 18, 8, tzinfo=UTC)
TODAY = date(2026, 3, 18)


class Desk:
    """What waits for whom in these tests: for everybody the same."""

    def __init__(self) -> None:
        self.things: list[Waiting] = []

    def put(self, text: str, due: date | None = None, *, is_duty: bool = False) -> None:
        self.things.append(Waiting("Read", text, f"/{text}/", due, is_duty))


class FailingBackend(EmailBackend):
    """A mail server that refuses letters to some people."""

    refuses: set[str] = set()

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if any(to in self.refuses for message in messages for to in message.to):
            raise ConnectionRefusedError
        return super().send_messages(messages)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    waiting.register("test", lambda user, day: made.things)
    yield made
    waiting._sources.pop("test")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Wednesday 18 March 2026, nine in the morning in the Netherlands."""
    with time_machine.travel(WEDNESDAY, tick=False) as moved:
        yield moved


@pytest.fixture
def refuses(settings: Settings) -> Iterator[set[str]]:
    settings.EMAIL_BACKEND = f"{__name__}.FailingBackend"
    FailingBackend.refuses = set()
    yield FailingBackend.refuses
    FailingBackend.refuses = set()


def test_a_person_gets_one_mail_with_what_waits(
    clock: time_machine.Traveller, desk: Desk, eva: User, mailoutbox: list[EmailMessage]
) -> None:
    desk.put("protocol", TODAY + timedelta(3))
    desk.put("plan")

    assert [digests.send_digests(), digests.send_digests()] == [1, 0]

    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == ([eva.email], "2 things wait for you")
    assert "http" in letter.body
    assert "/protocol/" in letter.body
    assert "by 21 March" in letter.body
    assert "/people/me/" in letter.body
    (page, kind) = letter.alternatives[0]  # type: ignore[attr-defined]
    assert kind == "text/html"
    assert "/plan/" in page


def test_a_mail_is_in_the_language_of_its_reader(
    clock: time_machine.Traveller, desk: Desk, mailoutbox: list[EmailMessage]
) -> None:
    UserFactory(language="nl")
    desk.put("plan")

    digests.send_digests()

    assert mailoutbox[0].subject == "Er wacht 1 ding op je"


def test_who_has_nothing_waiting_and_who_left_get_no_mail(
    clock: time_machine.Traveller, desk: Desk, eva: User
) -> None:
    assert digests.send_digests() == 0

    UserFactory(is_active=False)
    User.objects.filter(pk=eva.pk).update(is_active=False)
    desk.put("plan")
    assert digests.send_digests() == 0


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-03-27T06:29:00", False),  # Friday, winter time: 7:29
        ("2026-03-27T06:30:00", True),
        ("2026-03-28T10:00:00", False),  # Saturday
        ("2026-03-30T05:29:00", False),  # Monday, summer time since yesterday: 7:29
        ("2026-03-30T05:30:00", True),
        ("2026-03-30T16:00:00", False),  # 18:00
        ("2026-04-06T08:00:00", False),  # Easter Monday
        ("2026-10-26T06:30:00", True),  # Monday, winter time since yesterday
        ("2026-10-26T06:29:00", False),
    ],
)
def test_mail_goes_out_on_working_days_from_half_past_seven(
    eva: User, desk: Desk, at: str, opens: bool
) -> None:
    desk.put("plan")

    with time_machine.travel(datetime.fromisoformat(f"{at}+00:00"), tick=False):
        assert digests.send_digests() == int(opens)


def test_no_mail_goes_out_on_a_closed_day_of_the_college(
    clock: time_machine.Traveller, college: Institution, eva: User, desk: Desk
) -> None:
    college.closed_days = [TODAY]
    college.save()
    desk.put("plan")

    assert digests.send_digests() == 0


def test_what_was_told_and_is_not_urgent_is_not_told_again(
    clock: time_machine.Traveller, eva: User, desk: Desk
) -> None:
    desk.put("plan", TODAY + timedelta(30))
    assert digests.send_digests() == 1

    clock.shift(timedelta(days=1))
    assert digests.send_digests() == 0
    desk.put("something-new")
    clock.shift(timedelta(days=1))
    assert digests.send_digests() == 1


def test_what_is_due_within_a_week_or_late_is_told_every_working_day(
    clock: time_machine.Traveller, eva: User, desk: Desk
) -> None:
    desk.put("plan", TODAY + timedelta(8))

    sent = []
    for _ in range(14):
        sent.append(digests.send_digests())
        clock.shift(timedelta(days=1))

    #       We Th Fr Sa Su Mo Tu We Th Fr Sa Su Mo Tu
    assert sent == [1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1]


def test_who_wants_a_weekly_mail_gets_one_a_week(
    clock: time_machine.Traveller, eva: User, desk: Desk
) -> None:
    User.objects.filter(pk=eva.pk).update(wants_digest=User.Mailing.WEEKLY)
    desk.put("plan", TODAY)

    sent = []
    for _ in range(8):
        sent.append(digests.send_digests())
        clock.shift(timedelta(days=1))

    assert sent == [1, 0, 0, 0, 0, 1, 0, 0]


def test_who_wants_no_mail_hears_once_a_week_of_duties_that_are_late(
    clock: time_machine.Traveller, eva: User, desk: Desk, mailoutbox: list[EmailMessage]
) -> None:
    User.objects.filter(pk=eva.pk).update(wants_digest=User.Mailing.NEVER)
    desk.put("late-plan", TODAY - timedelta(9))
    desk.put("protocol", TODAY + timedelta(1), is_duty=True)

    sent = []
    for _ in range(6):
        sent.append(digests.send_digests())
        clock.shift(timedelta(days=1))

    assert sent == [0, 0, 1, 0, 0, 1]
    assert "/protocol/" in mailoutbox[0].body
    assert "late-plan" not in mailoutbox[0].body


def test_a_mail_server_that_refuses_is_asked_again_and_the_others_do_not_wait(
    clock: time_machine.Traveller, desk: Desk, eva: User, refuses: set[str]
) -> None:
    other = UserFactory()
    desk.put("plan")
    refuses.add(eva.email)

    assert digests.send_digests() == 1
    assert mail.outbox[0].to == [other.email]
    assert digests.send_digests() == 0  # not at once

    refuses.clear()
    clock.shift(timedelta(minutes=31))
    assert digests.send_digests() == 1
    assert Digest.objects.get(user=eva).attempts == 2


def test_after_three_refusals_it_is_left_for_that_day(
    clock: time_machine.Traveller, desk: Desk, eva: User, refuses: set[str]
) -> None:
    desk.put("plan")
    refuses.add(eva.email)
    for _ in range(6):
        digests.send_digests()
        clock.shift(timedelta(minutes=31))

    row = Digest.objects.get()
    assert (row.attempts, row.sent_at) == (3, None)

    refuses.clear()
    clock.shift(timedelta(days=1))
    assert digests.send_digests() == 1


def test_a_subject_that_fails_for_one_person_stops_nobody_else(
    clock: time_machine.Traveller, desk: Desk, eva: User, anna: User
) -> None:
    def broken(user: User, day: date) -> list[Waiting]:
        if user.pk == eva.pk:
            raise ZeroDivisionError
        return [Waiting("Read", "plan", "/plan/")]

    waiting.register("test", broken)

    assert digests.send_digests() == 1
    assert Digest.objects.get(user=anna).sent_at is not None
    assert Digest.objects.get(user=eva).next_attempt_at is not None


def test_a_worker_that_died_halfway_costs_a_mail_and_sends_none_twice(
    clock: time_machine.Traveller, desk: Desk, eva: User
) -> None:
    desk.put("plan")
    Digest.objects.create(user=eva, day=TODAY, items=1, attempts=1)  # taken up, then darkness

    assert digests.send_digests() == 0


def test_rows_without_a_mail_are_gone_the_next_day(
    clock: time_machine.Traveller, desk: Desk, eva: User
) -> None:
    digests.send_digests()
    assert Digest.objects.count() == 1

    clock.shift(timedelta(days=1))
    digests.send_digests()

    assert Digest.objects.get().day == TODAY + timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once(desk: Desk, clock: object) -> None:
    people = UserFactory.create_batch(40)
    desk.put("plan")
    barrier = threading.Barrier(4)

    def work(_number: int) -> int:
        try:
            barrier.wait(timeout=10)
            return digests.send_digests()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        counts = list(workers.map(work, range(4)))

    assert sum(counts) == len(people)
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(one.email for one in people)
    assert Digest.objects.filter(sent_at__isnull=False).count() == len(people)


@pytest.mark.django_db(transaction=True)
def test_a_reminder_while_the_mail_goes_out_brings_no_second_one(desk: Desk, clock: object) -> None:
    people = UserFactory.create_batch(30)
    desk.put("plan")
    barrier = threading.Barrier(3)
    ids = [one.pk for one in people]

    def work(step: int) -> int:
        try:
            barrier.wait(timeout=10)
            if step:
                return digests.send_digests()
            return sum(digests.remind(ids) for _ in range(20))
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as workers:
        list(workers.map(work, range(3)))
    digests.send_digests()

    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(one.email for one in people)
