"""Checking in with the code on the screen, and noting on the list."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import User
from tests.factories.people import UserFactory
from tests.factories.training import EnrolmentFactory
from training.domain import attendance, door
from training.models import Attendance, Enrolment, Session

pytestmark = pytest.mark.django_db
State = Attendance.State


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


def test_the_code_changes_every_half_minute_and_the_one_before_still_counts(
    session: Session, clock: time_machine.Traveller
) -> None:
    moment = now()
    code = door.code(session, moment)

    assert len(code) == 6
    assert door.code(session, moment + timedelta(seconds=29)) == code
    assert door.fits(session, f"{code[:3].lower()} {code[3:]}", moment + timedelta(seconds=59))
    assert not door.fits(session, code, moment + timedelta(seconds=60))
    assert not door.fits(Session(pk=session.pk), code, moment)


@pytest.mark.parametrize(
    ("minutes", "state"), [(-31, "early"), (-30, "open"), (120, "open"), (121, "over")]
)
def test_the_door_is_open_from_half_an_hour_before_until_the_end(
    session: Session, minutes: int, state: str
) -> None:
    assert door.state(session, session.starts_at + timedelta(minutes=minutes)) == state


def test_a_teacher_scans_and_is_in_once(
    client: Client, eva: User, enrolment: Enrolment, session: Session,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    client.force_login(eva)
    code = door.code(session, now())
    page = client.get(f"{at('check-in', session.pk)}?code={code}").content.decode()
    assert f'value="{code}"' in page
    assert 'hx-trigger="load, submit"' in page

    for _time in range(2):
        page = client.post(at("check-in", session.pk), {"code": code}, follow=True).content.decode()
        assert "You are in" in page

    row = Attendance.objects.get()
    assert (row.enrolment, row.state, row.how) == (enrolment, State.PRESENT, "code")


def test_why_one_does_not_get_in_is_told_in_words(
    client: Client, eva: User, enrolment: Enrolment, session: Session,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    def tried(user: User, code: str) -> str:
        client.force_login(user)
        return client.post(at("check-in", session.pk), {"code": code}).content.decode()

    code = door.code(session, now())
    assert "You are not enrolled" in tried(UserFactory(), code)
    clock.shift(90)
    assert "This code is old or wrong" in tried(eva, code)
    clock.move_to(session.ends_at + timedelta(minutes=1))
    assert "The session is over" in tried(eva, door.code(session, now()))
    assert not Attendance.objects.exists()


def test_guessing_stops_after_five_wrong_codes(
    eva: User, enrolment: Enrolment, session: Session, clock: time_machine.Traveller
) -> None:
    for _time in range(5):
        with pytest.raises(attendance.OldCode):
            attendance.check_in(session, eva, "AAAAAA")
    with pytest.raises(attendance.TooManyTries):
        attendance.check_in(session, eva, door.code(session, now()))

    clock.shift(600)
    assert attendance.check_in(session, eva, door.code(session, now())).state == State.PRESENT


@pytest.mark.django_db(transaction=True)
def test_two_phones_at_once_are_one_row(
    eva: User, enrolment: Enrolment, session: Session, clock: time_machine.Traveller
) -> None:
    code = door.code(session, now())

    def scan(_phone: int) -> str:
        try:
            return attendance.check_in(session, eva, code).state
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as phones:
        assert list(phones.map(scan, range(4))) == [State.PRESENT] * 4
    assert Attendance.objects.count() == 1


def test_the_trainer_notes_takes_back_and_notes_the_rest(
    client: Client, thea: User, enrolment: Enrolment, session: Session,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    EnrolmentFactory(offering=session.offering)
    client.force_login(thea)
    note = at("attendance-note", session.pk, enrolment.pk)

    client.post(note, {"state": "excused", "seen": ""})
    assert Attendance.objects.get().state == State.EXCUSED
    answer = client.post(note, {"state": "", "seen": "excused"}, headers={"HX-Request": "true"})
    assert "2 not noted" in answer.content.decode()
    client.post(note, {"state": "absent", "seen": ""})
    client.post(at("attendance-rest", session.pk))
    client.post(at("attendance-guests", session.pk), {"guests": "3"})

    assert sorted(Attendance.objects.values_list("state", flat=True)) == ["absent", "present"]
    page = client.get(at("attendance-list", session.pk)).content.decode()
    assert "1 present" in page
    session.refresh_from_db()
    assert session.guests == 3


def test_the_second_who_notes_hears_who_was_first(
    client: Client, thea: User, enrolment: Enrolment, session: Session,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    attendance.note(session, enrolment, "absent", seen="", by=UserFactory(name="Bob"))
    client.force_login(thea)

    answer = client.post(
        at("attendance-note", session.pk, enrolment.pk),
        {"state": "present", "seen": ""},
        headers={"HX-Request": "true"},
    )

    assert "Bob noted “absent” just now" in answer.content.decode()
    assert Attendance.objects.get().state == State.ABSENT


def test_nobody_is_present_at_a_session_to_come_but_can_be_excused(
    thea: User, enrolment: Enrolment, session: Session
) -> None:
    with time_machine.travel(session.starts_at - timedelta(days=1), tick=False):
        with pytest.raises(attendance.TooEarly):
            attendance.note(session, enrolment, "present", seen="", by=thea)
        attendance.note(session, enrolment, "excused", seen="", by=thea)
    assert Attendance.objects.get().state == State.EXCUSED


def test_only_who_runs_the_offering_sees_list_and_screen(
    client: Client, eva: User, enrolment: Enrolment, session: Session
) -> None:
    client.force_login(eva)
    for name in ("attendance-list", "check-in-screen"):
        assert client.get(at(name, session.pk)).status_code == 403
    assert client.get(at("attendance-overview")).status_code == 403

    session.offering.trainers.add(eva)
    assert client.get(at("attendance-list", session.pk)).status_code == 200
    assert client.get(at("attendance-overview")).status_code == 200


def test_the_screen_shows_code_and_number(
    client: Client, thea: User, enrolment: Enrolment, session: Session,
    clock: time_machine.Traveller,
) -> None:  # fmt: skip
    client.force_login(thea)
    page = client.get(at("check-in-screen", session.pk)).content.decode()
    assert door.code(session, now()) in page
    assert "<strong>0</strong> of 1 are in" in page

    clock.move_to(datetime(2026, 10, 5, 8, tzinfo=session.starts_at.tzinfo))
    page = client.get(at("check-in-screen", session.pk)).content.decode()
    assert "Not open yet" in page
    assert door.code(session, now()) not in page
