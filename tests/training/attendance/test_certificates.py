"""Who finishes a course, and what a certificate is worth."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from core.clock import now
from people.models import Role, User
from tests.factories.attendance import AttendanceFactory
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    OfferingFactory,
    SessionFactory,
)
from training.domain import certificates, completion
from training.models import Certificate, Enrolment, Letter, Offering, Session, Trainership

pytestmark = pytest.mark.django_db


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


@pytest.fixture
def over(session: Session, clock: time_machine.Traveller) -> time_machine.Traveller:
    """The day after the session."""
    clock.move_to(session.ends_at + timedelta(days=1))
    return clock


def test_who_was_there_gets_a_certificate_when_the_trainer_finishes(
    client: Client, thea: User, enrolment: Enrolment, session: Session,
    over: time_machine.Traveller,
) -> None:  # fmt: skip
    absent = EnrolmentFactory(offering=session.offering)
    AttendanceFactory(session=session, enrolment=enrolment)
    client.force_login(thea)
    page = client.get(at("offering-finish", session.offering_id)).content.decode()
    assert "1 person has finished" in page
    assert "missed 1, and may miss 0" in page
    assert page.count("0 of 1") == 1

    for _time in range(2):
        client.post(at("offering-finish", session.offering_id))
    made = Certificate.objects.get()
    assert (made.user, made.course_title) == (enrolment.user, session.offering.course.title)
    assert Letter.objects.filter(kind="certificate", user=enrolment.user).count() == 1

    AttendanceFactory(session=session, enrolment=absent)
    client.post(at("enrolment-award", absent.pk))
    assert Certificate.objects.filter(enrolment=absent).exists()


def test_nothing_is_finished_before_the_last_session(
    thea: User, offering: Offering, session: Session, clock: time_machine.Traveller
) -> None:
    with pytest.raises(completion.NotFinishable):
        completion.finish(offering, by=thea)
    offering.refresh_from_db()
    assert offering.state == Offering.State.PLANNED


@pytest.mark.parametrize(
    ("present", "may_miss", "passes"),
    [(3, 0, True), (2, 0, False), (2, 1, True), (1, 1, False), (0, 3, False)],
)
def test_the_rule_counts_sessions_that_went_on(present: int, may_miss: int, passes: bool) -> None:
    offering = OfferingFactory(course__may_miss=may_miss)
    sessions = SessionFactory.create_batch(3, offering=offering, starts_at=now() - timedelta(9))
    SessionFactory(offering=offering, starts_at=now() - timedelta(days=8), cancelled_at=now())
    enrolment = EnrolmentFactory(offering=offering)
    for session in sessions[:present]:
        AttendanceFactory(session=session, enrolment=enrolment)

    assert completion.verdict(enrolment).passes is passes


def test_an_assignment_has_to_be_approved(client: Client, thea: User) -> None:
    course = CourseFactory(needs_assignment=True, assignment="Make a plan.")
    session = SessionFactory(offering__course=course, starts_at=now() - timedelta(days=1))
    row = AttendanceFactory(session=session)
    assert not completion.verdict(row.enrolment).passes
    client.force_login(thea)

    client.post(at("enrolment-assignment", row.enrolment.pk), {"good": "yes"})

    row.enrolment.refresh_from_db()
    assert completion.verdict(row.enrolment).passes


def test_who_expires_within_sixty_days_hears_it_once_unless_renewed() -> None:
    day = date(2026, 11, 1)
    soon = CertificateFactory(valid_until=day + timedelta(days=60))
    CertificateFactory(valid_until=day + timedelta(days=61))
    renewed = CertificateFactory(valid_until=day + timedelta(days=5))
    CertificateFactory(user=renewed.user, course=renewed.course, awarded_on=day)

    for _time in range(2):
        certificates.remind_expiring(day=day)

    assert [one.user for one in Letter.objects.filter(kind="expiring")] == [soon.user]


def test_prior_learning_is_recognised_with_a_reason_by_somebody_else(
    client: Client, thea: User, eva: User
) -> None:
    course = CourseFactory(valid_months=24)
    client.force_login(thea)
    given = {"person": thea.email, "course": course.pk, "because": "Teaches it elsewhere."}
    page = client.post(at("certificate-recognise"), given).content.decode()
    assert "Let a colleague recognise" in page

    client.post(at("certificate-recognise"), {**given, "person": eva.email.upper()})

    made = Certificate.objects.get()
    assert (made.user, made.prior_learning) == (eva, "Teaches it elsewhere.")
    assert made.valid_until is not None


def test_a_stranger_checks_a_code_and_sees_what_it_is_worth(client: Client) -> None:
    one = CertificateFactory(name="Eva Jansen")
    written = one.code.lower().replace("-", " ")
    answer = client.get(at("check"), {"code": written}, follow=True)
    page = answer.content.decode()
    assert "Eva Jansen" in page
    assert "real and valid" in page or "echt en geldig" in page
    assert answer["X-Robots-Tag"] == "noindex, nofollow"

    Certificate.objects.filter(pk=one.pk).update(valid_until=date(2026, 6, 2))
    with time_machine.travel("2026-06-03 12:00Z", tick=False):
        assert "notice-warn" in client.get(at("check-code", one.code)).content.decode()
    certificates.revoke(one, because="Copied.", by=UserFactory())
    page = client.get(at("check-code", one.code)).content.decode()
    assert "notice-bad" in page
    assert "Copied" not in page


def test_guessing_check_codes_is_slowed_down(client: Client) -> None:
    with time_machine.travel("2026-06-03 12:00Z", tick=False):
        for _time in range(20):
            assert client.get(at("check-code", "AAAA-BBBB-CCCC")).status_code == 404
        assert client.get(at("check-code", CertificateFactory().code)).status_code == 429


def test_on_paper_it_is_a_pdf_and_only_for_those_who_may_see_it(
    client: Client, eva: User, thea: User, college: object
) -> None:
    one = CertificateFactory(
        user=eva, name="Eva *de* Boer", course__learning_goals="- Post\n- Answer"
    )
    client.force_login(UserFactory())
    assert client.get(one.get_absolute_url()).status_code == 404
    for reader in (eva, thea):
        client.force_login(reader)
        assert one.code in client.get(one.get_absolute_url()).content.decode()
    assert client.get(at("certificate-pdf", one.pk)).content.startswith(b"%PDF")

    assert client.get(at("certificate-revoke", one.pk)).status_code == 200
    client.post(at("certificate-revoke", one.pk), {"because": "By mistake."})
    assert client.get(at("certificate-pdf", one.pk)).status_code == 403


def test_organisers_search_all_certificates(client: Client, thea: User, eva: User) -> None:
    CertificateFactory(name="Anna de Boer", course_title="Starter")
    CertificateFactory(name="Bas Visser", course_title="Starter")
    client.force_login(thea)
    page = client.get(at("certificate-register"), {"words": "starter boer"}).content.decode()
    assert "Anna de Boer" in page
    assert "Bas Visser" not in page
    client.force_login(eva)
    assert client.get(at("certificate-register")).status_code == 403


def test_a_manager_sees_the_certificates_of_the_own_units_only(client: Client) -> None:
    north, south = UnitFactory(name="North"), UnitFactory(name="South")
    manager = UserFactory(roles=[Role.MANAGER], unit=north)
    near = CertificateFactory(user=UserFactory(unit=north), name="Nina North")
    far = CertificateFactory(user=UserFactory(unit=south), name="Sam South")
    client.force_login(manager)

    page = client.get(at("certificate-register")).content.decode()

    assert "Nina North" in page
    assert "Sam South" not in page
    assert client.get(near.get_absolute_url()).status_code == 200
    assert client.get(far.get_absolute_url()).status_code == 404
    assert client.get(at("certificate-revoke", far.pk)).status_code == 404


def test_finishing_train_the_trainer_grows_the_tree(thea: User, eva: User) -> None:
    course = CourseFactory(form="train_trainer")
    offering = OfferingFactory(course=course, trainers=[thea])
    session = SessionFactory(offering=offering, starts_at=now() - timedelta(days=1))
    AttendanceFactory(session=session, enrolment=EnrolmentFactory(offering=offering, user=eva))

    completion.finish(offering, by=UserFactory(roles=[Role.ADMINISTRATOR]))

    row = Trainership.objects.get()
    assert (row.person, row.trained_by, row.course) == (eva, thea, course)


def test_the_list_says_which_certificate_ends_soon(client: Client) -> None:
    eva = UserFactory()
    today = localdate(now())
    CertificateFactory(user=eva, valid_until=today + timedelta(days=60))
    CertificateFactory(user=eva, valid_until=today + timedelta(days=61))
    client.force_login(eva)

    assert client.get(reverse("training:certificate-list")).content.count(b"expires soon") == 1
