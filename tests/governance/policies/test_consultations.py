"""Colleagues are asked, say what they think, and each remark gets an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.clock import now
from governance import waiting
from governance.domain import consultations, policies
from governance.models import Consultation, PolicyVersion, Remark
from governance.tasks import close_consultations
from people.models import Role, Unit, User
from tests.factories.governance import PolicySectionFactory
from tests.factories.people import UnitFactory, UserFactory
from tests.governance.policies.addresses import address

pytestmark = pytest.mark.django_db
State = PolicyVersion.State


def begin(version: PolicyVersion, by: User, **asked: object) -> Consultation:
    ends_at = now() + timedelta(days=14)
    return consultations.start(version, by=by, question="Goed zo?", ends_at=ends_at, **asked)  # type: ignore[arg-type]


def page_of(consultation: Consultation) -> str:
    return reverse("governance:consultation-detail", args=[consultation.pk])


def remark_at(consultation: Consultation) -> str:
    return reverse("governance:remark-leave", args=[consultation.pk])


@pytest.fixture
def asked(protocol: PolicyVersion, dirk: User, eva: User) -> Consultation:
    """Eva is asked what she thinks of the protocol."""
    return begin(protocol, dirk, people=[eva])


def test_a_consultation_is_started_from_the_page(
    client: Client, protocol: PolicyVersion, dirk: User, eva: User
) -> None:
    client.force_login(dirk)
    day = now().date() + timedelta(days=10)

    client.post(
        address("consultation-start", protocol),
        {"question": "Goed?", "people": [eva.pk], "last_day": day.isoformat()},
    )

    consultation = protocol.consultations.get()
    protocol.refresh_from_db()
    assert protocol.state == State.CONSULTED
    assert list(consultation.people.all()) == [eva]
    assert consultation.ends_at.date() in {day, day + timedelta(days=1)}


def test_a_day_that_is_over_is_refused(client: Client, protocol: PolicyVersion, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(address("consultation-start", protocol), {"last_day": "2020-01-01"})

    assert "This day is over already." in page.content.decode()
    assert not Consultation.objects.exists()


def test_a_version_without_text_is_not_put_before_people(
    protocol: PolicyVersion, dirk: User
) -> None:
    protocol.sections.all().delete()

    with pytest.raises(policies.NotReady):
        begin(protocol, dirk)


def test_nobody_writes_while_people_read(asked: Consultation, dirk: User) -> None:
    with pytest.raises(policies.WrongState):
        policies.write_section(asked.version, by=dirk, fields={"title": "Nieuw"})


def test_who_is_asked(db: None, dirk: User, protocol: PolicyVersion) -> None:
    school = UnitFactory(name="School")
    team = Unit.objects.create(name="Team", parent=school)
    teacher = UserFactory(roles=[Role.TEACHER], unit=team)
    trainer = UserFactory(roles=[Role.TRAINER], unit=school)
    elsewhere = UserFactory(roles=[Role.TEACHER])

    def reached(**chosen: object) -> list[bool]:
        consultation = begin(protocol, dirk, **chosen)
        people = (teacher, trainer, elsewhere)
        found = [consultations.asks(consultation, person) for person in people]
        consultations.close(consultation, by=dirk)
        return found

    assert reached() == [True, True, True]
    assert reached(roles=["teacher"]) == [True, False, True]
    assert reached(units=[school]) == [True, True, False]
    assert reached(units=[team]) == [True, False, False]
    assert reached(roles=["trainer"], units=[school]) == [False, True, False]
    assert reached(people=[elsewhere]) == [False, False, True]
    assert reached(roles=["trainer"], people=[elsewhere]) == [False, True, True]


def test_who_is_asked_reads_it_and_leaves_a_remark_on_a_clause(
    client: Client, asked: Consultation, eva: User
) -> None:
    section = asked.version.sections.get()
    client.force_login(eva)
    assert client.get(asked.version.get_absolute_url()).status_code == 200

    client.post(
        remark_at(asked),
        {"section": section.pk, "text": "Wat is een dag?", "on_behalf_of": "ondernemingsraad"},
    )

    remark = Remark.objects.get()
    assert (remark.section_key, remark.section_title) == (section.key, section.title)
    assert (remark.author, remark.on_behalf_of) == (eva, "ondernemingsraad")
    assert "Wat is een dag?" in client.get(page_of(asked)).content.decode()


def test_who_is_not_asked_gets_nowhere(client: Client, asked: Consultation) -> None:
    client.force_login(UserFactory(roles=[Role.TEACHER]))

    assert client.get(page_of(asked)).status_code == 403
    assert client.get(asked.version.get_absolute_url()).status_code == 403
    assert client.post(remark_at(asked), {"text": "Ik ook."}).status_code == 403
    assert client.get(address("version-pdf", asked.version)).status_code == 403


def test_remarks_of_colleagues_are_hidden_as_long_as_it_runs(
    client: Client, protocol: PolicyVersion, dirk: User, eva: User
) -> None:
    consultation = begin(protocol, dirk)
    colleague = UserFactory(name="Yusuf")
    remark = consultations.leave_remark(consultation, by=colleague, text="Te lang.")
    client.force_login(eva)

    assert "Te lang." not in client.get(page_of(consultation)).content.decode()

    consultations.close(consultation, by=dirk)
    consultations.answer(remark, by=dirk, outcome="not_taken", text="Het moet volledig zijn.")
    page = client.get(page_of(consultation)).content.decode()
    assert "Te lang." in page
    assert "Het moet volledig zijn." in page
    assert "Yusuf" not in page


def test_a_remark_is_taken_back_by_its_author_only(
    client: Client, asked: Consultation, eva: User, frank: User
) -> None:
    remark = consultations.leave_remark(asked, by=eva, text="Oeps.")
    where = reverse("governance:remark-take-back", args=[remark.pk])
    client.force_login(frank)
    assert client.post(where).status_code == 403
    client.force_login(eva)

    client.post(where)

    assert not Remark.objects.exists()


def test_too_late_a_remark_is_not_saved_but_stays_on_the_screen(
    client: Client, asked: Consultation, eva: User
) -> None:
    client.force_login(eva)
    with time_machine.travel(asked.ends_at + timedelta(minutes=1), tick=False):
        client.force_login(eva)
        page = client.post(remark_at(asked), {"text": "Nog een gedachte."})

    assert page.status_code == 409
    assert "Nog een gedachte." in page.content.decode()
    assert not Remark.objects.exists()


def test_a_consultation_closes_by_itself_on_its_date(asked: Consultation) -> None:
    close_consultations()
    assert Consultation.objects.filter(closed_at__isnull=True).count() == 1

    with time_machine.travel(asked.ends_at + timedelta(minutes=1), tick=False):
        close_consultations()
        close_consultations()

    asked.refresh_from_db()
    asked.version.refresh_from_db()
    assert asked.closed_at is not None
    assert asked.version.state == State.DRAFT


def test_submission_waits_for_every_answer(
    client: Client, asked: Consultation, dirk: User, eva: User, frank: User
) -> None:
    consultations.leave_remark(asked, by=eva, text="Waarom?")
    consultations.close(asked, by=dirk)
    client.force_login(dirk)
    page = client.get(asked.version.get_absolute_url()).content.decode()
    assert "answer 1 remark." in page

    remark = Remark.objects.get()
    client.post(
        reverse("governance:remark-answer", args=[remark.pk]),
        {"outcome": "partly", "answer": "We leggen het uit."},
    )
    client.post(address("version-submit", asked.version), {"approver": frank.pk})

    asked.version.refresh_from_db()
    assert asked.version.state == State.SUBMITTED


def test_an_outcome_needs_an_answer(
    client: Client, asked: Consultation, dirk: User, eva: User
) -> None:
    remark = consultations.leave_remark(asked, by=eva, text="Waarom?")
    consultations.close(asked, by=dirk)
    client.force_login(dirk)

    page = client.post(
        reverse("governance:remark-answer", args=[remark.pk]), {"outcome": "taken", "answer": ""}
    )

    assert 'id="id_answer_error"' in page.content.decode()


def test_after_submission_the_answers_stand(
    asked: Consultation, dirk: User, eva: User, frank: User
) -> None:
    remark = consultations.leave_remark(asked, by=eva, text="Waarom?")
    consultations.close(asked, by=dirk)
    consultations.answer(remark, by=dirk, outcome="taken", text="Dank.")
    policies.submit(asked.version, by=dirk, approver=frank)

    with pytest.raises(policies.WrongState):
        consultations.answer(remark, by=dirk, outcome="not_taken", text="Toch niet.")


def test_remarks_stay_readable_with_the_version_in_force(
    client: Client, asked: Consultation, dirk: User, eva: User, frank: User
) -> None:
    remark = consultations.leave_remark(asked, by=eva, text="Waarom?")
    consultations.close(asked, by=dirk)
    consultations.answer(remark, by=dirk, outcome="taken", text="Dank.")
    policies.submit(asked.version, by=dirk, approver=frank)
    policies.approve(asked.version, by=frank)

    client.force_login(eva)
    assert page_of(asked) in client.get(asked.version.get_absolute_url()).content.decode()
    assert "Dank." in client.get(page_of(asked)).content.decode()
    client.force_login(UserFactory(roles=[Role.TEACHER]))
    assert page_of(asked) not in client.get(asked.version.get_absolute_url()).content.decode()


def test_a_remark_on_a_clause_that_was_taken_out_is_still_shown(
    client: Client, asked: Consultation, dirk: User, eva: User
) -> None:
    section = PolicySectionFactory(version=asked.version, title="Straffen")
    consultations.leave_remark(asked, by=eva, text="Te streng.", section=section)
    consultations.close(asked, by=dirk)
    policies.remove_section(section, by=dirk, edition=1)
    client.force_login(dirk)

    page = client.get(page_of(asked)).content.decode()

    assert "Straffen (taken out since)" in page
    assert "Te streng." in page


def test_what_waits_follows_the_life_of_a_version(
    asked: Consultation, dirk: User, eva: User, frank: User
) -> None:
    def kinds(user: User) -> list[str]:
        day = now().date()
        with override("en"):
            about_policies = [
                source for name, source in waiting.SOURCES if name.startswith("governance.policies")
            ]
            return [one.kind for source in about_policies for one in source(user, day)]

    assert (kinds(eva), kinds(dirk)) == (["Say what you think"], [])
    remark = consultations.leave_remark(asked, by=eva, text="Waarom?")
    consultations.close(asked, by=dirk)
    assert (kinds(eva), kinds(dirk)) == ([], ["Answer"])
    consultations.answer(remark, by=dirk, outcome="taken", text="Dank.")
    version = policies.submit(asked.version, by=dirk, approver=frank)
    assert (kinds(dirk), kinds(frank)) == ([], ["Decide"])
    policies.reject(version, by=frank, note="Nog eens.")
    assert (kinds(dirk), kinds(frank)) == (["Write"], [])
    policies.submit(version, by=dirk, approver=frank)
    policies.approve(version, by=frank)
    assert (kinds(dirk), kinds(frank)) == ([], [])
    with time_machine.travel(now() + timedelta(days=350), tick=False):
        assert kinds(dirk) == ["Review"]
