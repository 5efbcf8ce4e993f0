"""Letters go out once, in the language of the reader, with what their calendar needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from email.message import EmailMessage
from typing import Any

import icalendar
import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from pytest_django import Settings

from core.clock import now
from governance.domain import meantime
from people.models import Institution, Role, User
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import EnrolmentFactory, OfferingFactory, SessionFactory
from training import tasks
from training.domain import (
    calendars,
    enrolment,
    letters,
    offerings,
    post_office,
    reminders,
    series,
)
from training.domain.series import Rhythm
from training.models import Enrolment, Letter, Offering, Session

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 10, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """Thursday 1 October 2026, twelve o'clock in Amsterdam."""
    with time_machine.travel(NOON, tick=False):
        yield


def files(sent: Any) -> list[icalendar.Calendar]:
    """The calendar files in a mail, as a mail program finds them."""
    message: EmailMessage = sent.message()
    parts = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    found = []
    for part in parts:
        body = part.get_payload(decode=True)
        assert isinstance(body, bytes)
        calendar = icalendar.Calendar.from_ical(body.decode())
        assert part.get_param("method") == str(calendar["method"])
        found.append(calendar)
    return found


def event_of(calendar: Any) -> Any:
    (event,) = calendar.walk("VEVENT")
    return event


def test_who_is_enrolled_gets_one_mail_with_a_file_for_each_session() -> None:
    person = UserFactory(name="Eva Jansen", language="nl")
    offering = OfferingFactory(with_session=2, name="Instapcursus")
    enrolment.ask(offering, person)

    assert tasks.send_letters() == 1
    assert tasks.send_letters() == 0

    (sent,) = mail.outbox
    assert sent.to == [person.email]
    assert "Instapcursus" in sent.subject
    assert "Eva" in sent.body
    assert "/training/answer/" in sent.body
    assert [str(one["method"]) for one in files(sent)] == ["REQUEST", "REQUEST"]
    html = sent.alternatives[0][0]  # type: ignore[attr-defined]
    assert '<html lang="nl">' in html
    assert Letter.objects.get().sent_at is not None


def test_a_mail_server_that_refuses_is_asked_again(settings: Settings) -> None:
    EnrolmentFactory()
    row = Enrolment.objects.get()
    letters.tell(Letter.Kind.ENROLLED, row)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with time_machine.travel(now(), tick=False) as clock:
        assert post_office.send_letters() == 0
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        assert post_office.send_letters() == 0
        clock.shift(post_office.TRY_AGAIN)
        assert post_office.send_letters() == 1

    assert len(mail.outbox) == 1


class Killed(BaseException):
    """As a worker dies: no handler comes to it any more."""


def test_a_worker_that_dies_loses_no_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    row = EnrolmentFactory()
    letters.tell(Letter.Kind.ENROLLED, row)
    sent: list[EmailMultiAlternatives] = []

    def sent_and_killed(mail: EmailMultiAlternatives) -> None:
        sent.append(mail)
        raise Killed

    with time_machine.travel(now(), tick=False) as clock:
        with monkeypatch.context() as dying:
            dying.setattr(EmailMultiAlternatives, "send", sent_and_killed)
            with pytest.raises(Killed):
                post_office.send_letters()
        assert post_office.send_letters() == 0
        clock.shift(post_office.HELD)
        assert post_office.send_letters() == 1
        clock.shift(post_office.HELD)
        assert post_office.send_letters() == 0

    (again,) = mail.outbox
    assert again.message()["Message-ID"] == sent[0].message()["Message-ID"]


def test_what_is_not_true_any_more_is_not_told(eva: User) -> None:
    offering = OfferingFactory(capacity=1)
    row = enrolment.ask(offering, eva)
    enrolment.leave(row)

    post_office.send_letters()

    assert [one.subject for one in mail.outbox] == [f"You are off the list: {offering}"]


def test_every_kind_of_letter_can_be_read_in_both_languages(dirk: User) -> None:
    offering = OfferingFactory(with_session=True, trainers=[dirk])
    session = offering.sessions.get()
    states = {"to_approve": "requested", "left": "cancelled", "cancelled": "cancelled"}
    others = {"changed": "enrolled", "reminder": "enrolled"}
    told = ["enrolled", "waiting", "requested", "refused", "offered", "expired"]
    for language in ("nl", "en"):
        for kind in (*told, *states, *others):
            row = EnrolmentFactory(
                offering=offering,
                user__language=language,
                state=(states | others).get(kind, kind),
                reason="Later.",
                motivation="For my lessons.",
            )
            detail = {"session": session.pk, "was": NOON.isoformat(), "had_place": True}
            letters.tell(kind, row, **detail)

    assert post_office.send_letters() == 2 * 11
    assert all(one.subject and one.body for one in mail.outbox)
    assert len({one.subject for one in mail.outbox}) == 2 * 11


def test_a_session_that_moves_keeps_its_name_and_raises_its_number(dirk: User) -> None:
    row = EnrolmentFactory(offering__with_session=True)
    session = row.offering.sessions.get()
    later = {"starts_at": session.starts_at + timedelta(days=1)}
    later["ends_at"] = later["starts_at"] + timedelta(hours=2)

    offerings.move_session(session, {"title": "One"}, by=dirk, seen=meantime.stamp(session))
    assert not Letter.objects.exists(), "only what calendars must know is told"
    current = Session.objects.get()
    moved = offerings.move_session(current, later, by=dirk, seen=meantime.stamp(current))
    room = {"place": "Room 2"}
    offerings.move_session(moved, room, by=dirk, seen=meantime.stamp(Session.objects.get()))
    post_office.send_letters()

    (sent,) = mail.outbox  # moved twice before anybody was told: told once
    event = event_of(files(sent)[0])
    assert event["uid"] == f"{session.uid}@smportal"
    assert int(event["sequence"]) == 2
    assert event["dtstart"].dt == later["starts_at"]
    assert "31 October 2026" in sent.body, "when it was, the last time that they heard"
    assert Offering.objects.get().starts_at == later["starts_at"]


def test_who_is_offered_a_place_hears_of_an_earlier_day_and_has_less_time(dirk: User) -> None:
    row = EnrolmentFactory(offering__with_session=True, state=Enrolment.State.OFFERED)
    session = row.offering.sessions.get()
    soon = NOON + timedelta(hours=6)
    move = {"starts_at": soon, "ends_at": soon + timedelta(hours=2)}

    offerings.move_session(session, move, by=dirk, seen=meantime.stamp(session))
    post_office.send_letters()

    row.refresh_from_db()
    assert row.offer_until == NOON + timedelta(hours=3)
    (sent,) = mail.outbox
    assert files(sent) == [], "it is not in the calendar yet"
    assert "Take it before" in sent.body
    assert "/training/answer/" in sent.body


def test_a_cancelled_offering_takes_its_sessions_out_of_every_calendar(dirk: User) -> None:
    row = EnrolmentFactory(offering__with_session=2, user__language="en")
    waiting = EnrolmentFactory(offering=row.offering, state="waiting")
    feed = calendars.feed_of(row.user)

    offerings.cancel(row.offering, reason="The trainer is ill.", by=dirk)
    offerings.cancel(row.offering, reason="Again.", by=dirk)
    post_office.send_letters()

    sent, other = sorted(mail.outbox, key=lambda one: one.to != [row.user.email])
    assert other.to == [waiting.user.email]
    assert files(other) == []
    assert "The trainer is ill." in sent.body
    told = files(sent)
    assert [str(one["method"]) for one in told] == ["CANCEL", "CANCEL"]
    assert [str(event_of(one)["status"]) for one in told] == ["CANCELLED"] * 2
    events = icalendar.Calendar.from_ical(calendars.feed(feed.user)).walk("VEVENT")
    assert [str(one["status"]) for one in events] == ["CANCELLED"] * 2
    row.refresh_from_db()
    assert row.state == Enrolment.State.CANCELLED


def test_one_session_that_does_not_go_on_leaves_the_others(dirk: User) -> None:
    row = EnrolmentFactory(offering__with_session=2)
    first, second = row.offering.sessions.going_on()

    offerings.cancel_session(first, by=dirk)
    post_office.send_letters()

    assert [str(one["method"]) for one in files(mail.outbox[0])] == ["CANCEL"]
    assert Offering.objects.get().starts_at == second.starts_at


def test_two_o_clock_stays_two_o_clock_when_the_clock_changes(dirk: User) -> None:
    days = series.days(date(2026, 10, 20), Rhythm.WEEKLY, 2)
    made = offerings.sessions_on(
        days, begins=time(14), ends=time(16), place="Room 1", online_url=""
    )
    offering = offerings.plan(
        OfferingFactory.build(course=OfferingFactory().course), made, trainers=[], by=dirk
    )
    summer, winter = offering.sessions.going_on()
    assert (summer.starts_at.hour, winter.starts_at.hour) == (12, 13)

    for session in (summer, winter):
        calendar = calendars.invitation(session, dirk, "REQUEST").decode()
        assert f"DTSTART;TZID=Europe/Amsterdam:{session.starts_at:%Y%m%d}T140000" in calendar
        assert "BEGIN:VTIMEZONE" in calendar
    copied = offerings.copy(offering, first_day=date(2027, 3, 23), by=dirk)
    hours = [one.starts_at.hour for one in copied.sessions.going_on()]
    assert hours == [13, 12]  # over the change in spring


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (date(2026, 9, 1), [date(2026, 9, 1), date(2026, 10, 6), date(2026, 11, 3)]),
        (date(2026, 10, 29), [date(2026, 10, 29), date(2026, 11, 26), date(2026, 12, 31)]),
        (date(2026, 12, 8), [date(2026, 12, 8), date(2027, 1, 12), date(2027, 2, 9)]),
    ],
)
def test_a_monthly_series_keeps_its_weekday(first: date, days: list[date]) -> None:
    assert series.days(first, Rhythm.MONTHLY, 3) == days


def test_who_comes_and_their_manager_are_reminded_once(college: Institution) -> None:
    team = UnitFactory()
    manager = UserFactory(roles=[Role.MANAGER], unit=team)
    thursday = datetime(2026, 10, 1, 10, tzinfo=UTC)
    with time_machine.travel(thursday, tick=False) as clock:
        offering = OfferingFactory(starts_at=thursday + timedelta(days=5), with_session=True)
        EnrolmentFactory(offering=offering, user__unit=team, user__name="Fay")
        SessionFactory(offering=offering, starts_at=thursday + timedelta(days=40))
        assert reminders.write_due() == 0
        clock.shift(timedelta(days=1))  # Friday: Tuesday is the second working day
        assert (reminders.write_due(), reminders.write_due()) == (1, 1)
        assert post_office.send_letters() == 2

    assert "Fay" in next(one.body for one in mail.outbox if one.to == [manager.email])


def test_the_feed_shows_what_somebody_goes_to_and_gives(eva: User) -> None:
    going = EnrolmentFactory(user=eva, offering__with_session=True)
    offered = EnrolmentFactory(user=eva, state="offered", offering__with_session=True)
    EnrolmentFactory(user=eva, state="waiting", offering__with_session=True)
    given = OfferingFactory(with_session=True, trainers=[eva])

    found = icalendar.Calendar.from_ical(calendars.feed(eva)).walk("VEVENT")

    states = {str(one["summary"]): str(one["status"]) for one in found}
    assert states == {
        str(going.offering): "CONFIRMED",
        str(offered.offering): "TENTATIVE",
        str(given): "CONFIRMED",
    }


def test_an_old_address_stops_working(eva: User) -> None:
    old = calendars.feed_of(eva).key

    new = calendars.new_address(eva).key

    assert calendars.by_key(old) is None
    found = calendars.by_key(new)
    assert found is not None
    assert found.user == eva


def test_what_is_over_is_finished_and_nobody_waits_for_it() -> None:
    start = now() - timedelta(hours=5)
    offering = OfferingFactory(starts_at=start, with_session=True)
    there, waiting = (
        EnrolmentFactory(offering=offering, state=state) for state in ("enrolled", "waiting")
    )

    assert (tasks.finish_offerings(), tasks.finish_offerings()) == (1, 0)

    states = [Enrolment.objects.get(pk=one.pk).state for one in (there, waiting)]
    assert states == ["enrolled", "expired"]
    assert Offering.objects.get().state == Offering.State.FINISHED
