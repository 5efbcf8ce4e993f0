"""Who sees and does what on the pages about courses, the agenda and places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from governance.domain import meantime
from people.models import Role, User
from tests import markup
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    OfferingFactory,
)
from training.content.ready_courses import READY_COURSES
from training.domain import links
from training.forms.catalogue import CourseForm
from training.forms.offerings import SessionForm
from training.models import Attendance, Course, Enrolment, Offering, Session
from training.waiting import enrolment as waiting

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 10, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    """Thursday 1 October 2026, twelve o'clock in Amsterdam."""
    with time_machine.travel(NOON, tick=False):
        yield


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


def read(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    markup.assert_strict(response)
    return response.content.decode()


def test_a_teacher_finds_a_course_by_level_track_and_words(client: Client, eva: User) -> None:
    CourseFactory(title="First steps", level="starter", track="education")
    CourseFactory(title="Making video", level="maker", track="education")
    CourseFactory(title="Secret", is_published=False)
    client.force_login(eva)

    page = read(client, at("course-list"))
    assert "First steps" in page
    assert "Secret" not in page
    assert "Making video" not in read(client, at("course-list") + "?level=starter")
    assert "First steps" not in read(client, at("course-list") + "?q=video&track=education")
    assert client.get(Course.objects.get(title="Secret").get_absolute_url()).status_code == 404


def test_the_catalogue_goes_on_after_a_page(client: Client, eva: User) -> None:
    CourseFactory.create_batch(60)
    client.force_login(eva)

    first = client.get(at("course-list"))
    second = client.get(at("course-list"), {"after": first.context["next"]})

    shown = [*first.context["courses"], *second.context["courses"]]
    assert len({one.pk for one in shown}) == 60
    assert second.context["next"] == ""
    assert client.get(at("course-list"), {"after": "x"}).status_code == 200


def test_an_organiser_takes_over_every_ready_course_once(client: Client, thea: User) -> None:
    client.force_login(thea)
    assert "Personal branding" not in read(client, at("course-list"))

    for one in READY_COURSES:
        client.post(at("course-take", one.code))
        client.post(at("course-take", one.code))

    assert Course.objects.published().count() == len(READY_COURSES) == 6
    branding = Course.objects.get(slug="personal-branding")
    texts = list(branding.lessons.values_list("text", flat=True))
    assert len(set(texts)) == 12
    assert all(texts)
    starter = Course.objects.get(slug="instapcursus")
    assert list(starter.opens.order_by("slug").values_list("slug", flat=True)) == [
        "train-de-trainer",
        "vervolgcursus",
    ]


def course_data(**changes: object) -> dict[str, object]:
    lessons = {"TOTAL_FORMS": 2, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    rows = {
        "lessons-0-title": "Second", "lessons-0-minutes": 30, "lessons-0-position": 2,
        "lessons-1-title": "First", "lessons-1-minutes": 30, "lessons-1-position": 1,
    }  # fmt: skip
    return {
        "title": "New", "form": "course", "level": "starter", "track": "education",
        "minutes": 60, "capacity": 10, "may_miss": 0, "seen": "", **rows,
        **{f"lessons-{name}": value for name, value in lessons.items()}, **changes,
    }  # fmt: skip


def test_a_course_is_made_changed_and_published(client: Client, thea: User) -> None:
    client.force_login(thea)
    client.post(at("course-create"), course_data(title="new"))
    course = Course.objects.get()
    assert course.slug == "new-2"  # an address of the portal itself
    assert [one.title for one in course.lessons.order_by("position")] == ["First", "Second"]

    wrong = client.post(at("course-edit", course.slug), course_data(needs_assignment="on"))
    assert "Say what the assignment is." in wrong.content.decode()
    stale = client.post(at("course-edit", course.slug), course_data(title="Mine", seen="older"))
    assert stale.status_code == 409
    assert "Mine" in stale.content.decode()
    client.post(at("course-publish", course.slug), {"published": "yes"})
    assert Course.objects.get().is_published


def plan_data(**changes: object) -> dict[str, object]:
    return {
        "capacity": 12, "hours_to_accept": 48, "day": "2027-02-02", "begins": "15:30",
        "ends": "17:00", "rhythm": "monthly", "times": 4, "place": "Room 1", **changes,
    }  # fmt: skip


def test_the_hour_that_the_clock_skips_is_refused() -> None:
    for day, is_fine in (("2027-03-27", True), ("2027-03-28", False), ("2027-10-31", True)):
        form = SessionForm({"day": day, "begins": "02:15", "ends": "03:45"})
        form.full_clean()
        assert ("begins" not in form.errors) == is_fine


def test_what_you_can_do_afterwards_is_a_list_of_its_lines(thea: User) -> None:
    for typed, kept in (
        ("You film.\nYou cut.", "- You film.\n- You cut."),
        ("- You film.\n- You cut.", "- You film.\n- You cut."),
        ("You film.", "You film."),
    ):
        form = CourseForm({"learning_goals": typed})
        form.full_clean()
        assert form.cleaned_data["learning_goals"] == kept


def test_every_first_tuesday_is_planned_looked_at_and_published(
    client: Client, thea: User, eva: User
) -> None:
    course = CourseFactory()
    client.force_login(thea)
    wrong = client.post(at("offering-create", course.slug), plan_data(ends="15:00", place=""))
    assert "The session ends after it starts." in wrong.content.decode()
    client.post(at("offering-create", course.slug), plan_data(trainers=[thea.pk]))
    offering = Offering.objects.get()
    days = [f"{one.starts_at:%m-%d}" for one in offering.sessions.going_on()]
    assert days == ["02-02", "03-02", "04-06", "05-04"]

    client.force_login(eva)
    assert client.get(offering.get_absolute_url()).status_code == 404
    client.force_login(thea)
    client.post(at("offering-publish", offering.pk))
    client.force_login(eva)
    assert "2 February 2027, 15:30–17:00" in read(client, offering.get_absolute_url())
    assert str(offering) in read(client, at("offering-list") + "?month=&level=starter")


def test_a_teacher_enrols_and_leaves_and_hears_what_happened(client: Client, eva: User) -> None:
    offering = OfferingFactory(with_session=True)
    client.force_login(eva)

    page = client.post(at("enrolment-ask", offering.pk), follow=True).content.decode()
    assert "You have a place." in page
    row = Enrolment.objects.get()
    assert str(offering) in read(client, at("my-training"))
    again = client.post(at("enrolment-ask", offering.pk), follow=True).content.decode()
    assert "Already on the list." in again
    client.post(at("enrolment-step", row.pk, "leave"))
    assert Enrolment.objects.get().state == Enrolment.State.CANCELLED


def test_strangers_do_nothing_with_somebody_elses_place(client: Client, eva: User) -> None:
    row = EnrolmentFactory(offering__with_session=True)
    client.force_login(eva)
    session = Session.objects.get()

    for url in (
        at("enrolment-step", row.pk, "leave"),
        at("enrolment-by-hand", row.offering.pk),
        at("offering-cancel", row.offering.pk),
        at("offering-copy", row.offering.pk),
        at("session-cancel", session.pk),
        at("offering-csv", row.offering.pk),
        at("session-edit", session.pk),
        at("offering-edit", row.offering.pk),
        at("course-create"),
        at("course-take", "instapcursus"),
    ):
        assert client.post(url).status_code == 403, url
    assert client.post(at("enrolment-decide", row.pk)).status_code == 404
    assert row.user.name not in read(client, row.offering.get_absolute_url())


def test_a_manager_sees_the_names_of_the_own_units_only(client: Client) -> None:
    mine = UnitFactory()
    manager = UserFactory(roles=[Role.MANAGER], unit=mine)
    row = EnrolmentFactory(user__unit=mine, user__name="Fay")
    EnrolmentFactory(offering=row.offering, user__name="Gus", user__unit=UnitFactory())
    client.force_login(manager)

    page = read(client, row.offering.get_absolute_url())

    assert "Fay" in page
    assert "Gus" not in page
    table = client.get(at("offering-csv", row.offering.pk)).content.decode()
    assert "Gus" not in table


def test_the_files_hold_no_formula(client: Client, thea: User) -> None:
    row = EnrolmentFactory(user__name="=1+1", motivation="@cmd")
    client.force_login(thea)

    csv = client.get(at("offering-csv", row.offering.pk)).content.decode()
    xlsx = client.get(at("offering-xlsx", row.offering.pk)).content

    assert "'=1+1" in csv
    sheet: Any = load_workbook(BytesIO(xlsx)).active
    assert sheet["A2"].value == "'=1+1"
    assert sheet["A2"].data_type == "s"
    assert sheet["F2"].value == "'@cmd"


def test_the_manager_decides_with_a_reason_for_no(client: Client) -> None:
    unit = UnitFactory()
    manager = UserFactory(roles=[Role.MANAGER], unit=unit)
    yes, no = (EnrolmentFactory(user__unit=unit, state="requested") for _ in range(2))
    EnrolmentFactory(state="requested")
    client.force_login(manager)
    first, _second = waiting.requests(manager, date(2026, 10, 1))
    assert first.due == date(2026, 10, 31)  # the day on which it starts
    assert read(client, at("request-list")).count("<form") >= 2

    client.post(at("enrolment-decide", yes.pk), {"answer": "approve"})
    wrong = client.post(at("enrolment-decide", no.pk), {"answer": "refuse"})
    assert wrong.status_code == 422
    assert "Say why" in wrong.content.decode()
    client.post(at("enrolment-decide", no.pk), {"answer": "refuse", "reason": "Next year."})

    states = [Enrolment.objects.get(pk=one.pk).state for one in (yes, no)]
    assert states == ["enrolled", "refused"]


def test_a_queue_of_requests_is_read_fifty_at_a_time_who_asked_first_comes_first(
    client: Client,
) -> None:
    unit = UnitFactory()
    asked = {"offering": OfferingFactory(), "user__unit": unit, "state": "requested"}
    rows = EnrolmentFactory.create_batch(52, **asked)
    client.force_login(UserFactory(roles=[Role.MANAGER], unit=unit))

    first = client.get(at("request-list"))
    rest = client.get(at("request-list"), {"after": first.context["next"]})

    shown = [[row for row, _form in page.context["rows"]] for page in (first, rest)]
    assert shown == [rows[:50], rows[50:]]
    wrong = client.post(_decide_on(rest), {"answer": "refuse"})
    assert "Say why" in wrong.content.decode()  # still beside the request on the second page


def test_what_waits_leads_to_that_request_however_far_down_it_stands(client: Client) -> None:
    unit, rest = UnitFactory(), {"offering": OfferingFactory(), "state": "requested"}
    last = EnrolmentFactory.create_batch(52, user__unit=unit, **rest)[-1]
    strange = EnrolmentFactory(**rest)
    manager = UserFactory(roles=[Role.MANAGER], unit=unit)
    client.force_login(manager)
    links = [one.url for one in waiting.requests(manager, date(2026, 10, 1))]
    link = f"{at('request-list')}?only={last.pk}"
    assert link in links

    page = client.get(link)

    assert [row for row, _form in page.context["rows"]] == [last]
    assert "See all requests" in page.content.decode()
    wrong = client.post(f"{at('enrolment-decide', last.pk)}?only={last.pk}", {"answer": "refuse"})
    assert [row for row, _form in wrong.context["rows"]] == [last]
    for other in (strange.pk, "x", "9" * 40):
        assert len(client.get(at("request-list"), {"only": other}).context["rows"]) == 50


def _decide_on(page: Any) -> str:
    """Where the first form of the page goes."""
    (row, _form), *_others = page.context["rows"]
    return f"{at('enrolment-decide', row.pk)}?{urlencode({'after': page.context['after']})}"


def test_a_link_in_a_mail_asks_first_and_then_does_it(client: Client) -> None:
    row = EnrolmentFactory(state="offered", offering__with_session=True)
    address = links.address(row, links.ACCEPT)

    page = client.get(address).content.decode()
    assert Enrolment.objects.get().state == "offered"
    assert "Take the place" in page
    assert "You have a place." in client.post(address).content.decode()
    assert Enrolment.objects.get().state == "enrolled"
    assert "You have a place." in client.post(address).content.decode()
    assert client.get(address[:-3] + "xx/").status_code == 404
    client.post(links.address(row, links.LEAVE))
    assert Enrolment.objects.get().state == "cancelled"


def test_a_calendar_program_reads_the_feed_without_signing_in(client: Client, eva: User) -> None:
    EnrolmentFactory(user=eva, offering__with_session=True)
    client.force_login(eva)
    page = client.get(at("my-training"))
    path = "/" + page.context["feed_address"].split("/", 3)[3]
    client.logout()

    answer = client.get(path)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer.headers["Cache-Control"]
    assert answer.content.startswith(b"BEGIN:VCALENDAR")
    assert client.get(at("calendar-feed", "guess")).status_code == 404
    client.force_login(eva)
    client.post(at("feed-renew"))
    assert client.get(path).status_code == 404


def test_a_trainer_moves_copies_cancels_and_enrols_by_hand(
    client: Client, thea: User, eva: User
) -> None:
    offering = OfferingFactory(with_session=True, capacity=1)
    session = offering.sessions.get()
    client.force_login(thea)
    client.post(at("enrolment-by-hand", offering.pk), {"person": eva.email.upper()})
    full = client.post(at("enrolment-by-hand", offering.pk), {"person": thea.email})
    assert "Raise the number of places" in full.content.decode()
    few = {"capacity": 0, "hours_to_accept": 48, "seen": meantime.stamp(offering)}
    assert client.post(at("offering-edit", offering.pk), few).status_code == 200
    move = {"day": "2027-03-01", "begins": "09:00", "ends": "10:00", "place": "Room 9"}
    client.post(at("session-edit", session.pk), {**move, "seen": meantime.stamp(session)})
    stale = client.post(at("session-edit", session.pk), {**move, "seen": "older"})
    assert stale.status_code == 409
    client.post(at("session-create", offering.pk), {**move, "day": "2027-03-08"})
    client.post(at("offering-copy", offering.pk), {"first_day": "2027-09-06"})
    client.post(at("session-cancel", session.pk))
    needs_reason = client.post(at("offering-cancel", offering.pk), {})
    assert needs_reason.status_code == 422
    client.post(at("offering-cancel", offering.pk), {"reason": "Ill."})

    offering.refresh_from_db()
    assert offering.state == Offering.State.CANCELLED
    copied = Offering.objects.get(state=Offering.State.DRAFT)
    assert [f"{one.starts_at:%Y-%m-%d}" for one in copied.sessions.going_on()] == [
        "2027-09-06",
        "2027-09-13",
    ]
    assert Enrolment.objects.get().user == eva
    called_off = read(client, offering.get_absolute_url())
    assert f"mailto:{eva.email}" in called_off, "to call who counted on it"
    assert at("enrolment-by-hand", offering.pk) not in called_off


def test_who_left_does_not_read_that_the_course_was_cancelled(client: Client, eva: User) -> None:
    EnrolmentFactory(user=eva, state=Enrolment.State.CANCELLED)
    client.force_login(eva)

    page = read(client, at("my-training"))

    assert "not on the list any more" in page
    assert ">cancelled<" not in page.replace(" ", "")


def test_at_the_door_and_afterwards_the_page_says_what_to_do_next(
    client: Client, eva: User
) -> None:
    begin = NOON - timedelta(hours=3)
    row = EnrolmentFactory(user=eva, offering__starts_at=begin, offering__with_session=True)
    session = row.offering.sessions.get()
    client.force_login(eva)
    with time_machine.travel(begin - timedelta(minutes=5), tick=False):
        assert at("check-in", session.pk) in read(client, row.offering.get_absolute_url())
    Attendance.objects.create(session=session, enrolment=row, state="present", at=begin)
    certificate = CertificateFactory(user=eva, course=row.offering.course, enrolment=row)

    for page in (read(client, row.offering.get_absolute_url()), read(client, at("my-training"))):
        assert at("evaluation-create", row.offering_id) in page
        assert certificate.get_absolute_url() in page
        assert at("enrolment-step", row.pk, "leave") not in page
