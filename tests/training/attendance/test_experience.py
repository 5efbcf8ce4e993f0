"""Anonymous evaluations, the log of experiences, proposals, trainers, who takes part."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from core.clock import now
from core.models import LogEntry
from people.models import Role, User
from tests.factories.attendance import (
    AttendanceFactory,
    EvaluationFactory,
    ExperienceFactory,
    TrainershipFactory,
)
from tests.factories.governance import PolicyFactory
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import EnrolmentFactory, OfferingFactory, SessionFactory
from training.domain import evaluations, participation, trainerships
from training.models import (
    Enrolment,
    Evaluation,
    Experience,
    Letter,
    Offering,
    Proposal,
    ProposalNews,
    Session,
    Trainership,
)
from training.waiting import evaluations as waiting

pytestmark = pytest.mark.django_db
SCALES = {"useful": "5", "clear": "4", "daring": "3"}


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


@pytest.fixture
def over(session: Session, clock: time_machine.Traveller) -> time_machine.Traveller:
    clock.move_to(session.ends_at + timedelta(hours=1))
    return clock


def test_only_who_was_there_evaluates_and_only_once(
    client: Client, eva: User, enrolment: Enrolment, session: Session,
    over: time_machine.Traveller,
) -> None:  # fmt: skip
    client.force_login(eva)
    url, day = at("evaluation-create", session.offering_id), now().date()
    client.post(url, SCALES)
    assert not Evaluation.objects.exists()
    AttendanceFactory(session=session, enrolment=enrolment)
    assert [one.url for one in waiting.evaluate(eva, day)] == [url]
    evaluations.ask()
    assert Letter.objects.get(kind="evaluate").user == eva
    logged = LogEntry.objects.count()

    for _time in range(2):
        client.post(url, {**SCALES, "works": "Working together."})

    assert Evaluation.objects.get().works == "Working together."
    enrolment.refresh_from_db()
    assert enrolment.evaluated_at == day
    assert not list(waiting.evaluate(eva, day))
    assert LogEntry.objects.count() == logged


@pytest.mark.django_db(transaction=True)
def test_no_mark_of_the_database_tells_whose_answer_is_whose(offering: Offering) -> None:
    session = SessionFactory(offering=offering, starts_at=now() - timedelta(days=1))
    rows = [AttendanceFactory(session=session) for _number in range(4)]
    for number, row in enumerate(rows):
        row.enrolment.offering = offering
        row.enrolment.save()
        fields = {"useful": number + 1, "clear": 1, "daring": 1}
        evaluations.answer(offering, row.enrolment.user, fields)

    with connection.cursor() as cursor:
        cursor.execute("select count(distinct xmin::text) from training_evaluation")
        assert cursor.fetchone() == (1,)
    assert Evaluation.objects.count() == 4


def test_results_show_from_three_answers_on(
    client: Client, thea: User, eva: User, session: Session
) -> None:
    EvaluationFactory.create_batch(2, offering=session.offering, works="Secret of two.")
    client.force_login(thea)
    url = at("evaluation-results", session.offering_id)
    assert "Secret of two." not in client.get(url).content.decode()

    EvaluationFactory(offering=session.offering, useful=1)
    page = client.get(url).content.decode()
    assert "Secret of two." in page
    assert "3.0" in page
    client.force_login(eva)
    assert client.get(url).status_code == 403


def test_a_text_goes_into_the_log_without_an_author(
    client: Client, thea: User, offering: Offering
) -> None:
    client.force_login(thea)
    url = at("evaluation-take-over", offering.pk)
    page = client.post(url, {"kind": "works", "text": "Jan showed his phone."}).content.decode()
    assert "Jan showed his phone." in page
    assert not Experience.objects.exists()

    client.post(url, {"kind": "works", "text": "A colleague showed a phone.", "sure": "yes"})

    one = Experience.objects.get()
    assert (one.author, one.offering, one.course) == (None, offering, offering.course)


def test_colleagues_find_and_recognise_an_experience(client: Client, eva: User) -> None:
    one = ExperienceFactory(text="De studenten maakten verhalen.", kind="works_not")
    ExperienceFactory(text="Een quiz op het bord.", author=eva)
    client.force_login(eva)
    page = client.get(at("experience-list"), {"words": "verhaal"}).content.decode()
    assert "verhalen" in page
    assert "quiz op" not in page

    for _time in range(2):
        client.post(at("experience-know", one.pk), {"known": "yes"})
    assert one.recognitions.count() == 1
    client.post(at("experience-know", one.pk), {"known": "no"})
    assert one.recognitions.count() == 0
    assert client.get(at("experience-edit", one.pk)).status_code == 403


def test_from_experience_to_proposal_and_back_to_its_authors(
    client: Client, thea: User, dirk: User, eva: User
) -> None:
    mine = ExperienceFactory(author=eva, text="The protocol is unclear about groups.")
    knows = UserFactory()
    mine.recognitions.create(user=knows)
    client.force_login(thea)
    given = {"experience": mine.pk, "kind": "policy", "title": "Groups in the protocol"}
    page = client.post(at("proposal-create"), given).content.decode()
    assert "Choose which policy" in page
    client.post(at("proposal-create"), {**given, "policy": PolicyFactory().pk})
    proposal = Proposal.objects.get()
    decision = {"outcome": "taken_up", "because": "It stands in the new version."}
    assert client.post(at("proposal-decide", proposal.pk), decision).status_code == 403
    client.force_login(dirk)
    client.post(at("proposal-decide", proposal.pk), decision)

    day = now().date()
    assert {one.user for one in ProposalNews.objects.all()} == {eva, knows}
    assert [one.url for one in waiting.heard(eva, day)] == [proposal.get_absolute_url()]
    client.force_login(eva)
    assert "It stands in the new version." in client.get(mine.get_absolute_url()).content.decode()
    client.get(proposal.get_absolute_url())
    assert not list(waiting.heard(eva, day))
    client.post(at("experience-delete", mine.pk))
    assert Experience.objects.filter(pk=mine.pk).exists()


def test_the_tree_shows_each_trainer_once_even_in_a_circle(
    client: Client, thea: User, eva: User, session: Session, over: time_machine.Traveller
) -> None:
    Trainership.objects.create(person=thea, trained_by_name="Academy", since="2025-01-01")
    TrainershipFactory(person=eva, trained_by=thea)
    TrainershipFactory(person=thea, trained_by=eva)
    a, b = TrainershipFactory().person, UserFactory()
    TrainershipFactory(person=b, trained_by=a)
    AttendanceFactory(session=session)
    EvaluationFactory.create_batch(3, offering=session.offering)

    def names(branches: list[trainerships.Branch]) -> list[str]:
        return [name for one in branches for name in (one.name, *names(one.below))]

    roots = trainerships.tree()
    found = names(roots)
    assert len(found) == len(set(found))
    assert {"Academy", "Thea", "Eva", str(a), str(b)} <= set(found)
    work = roots[0].below[0].work
    assert (work.sessions, work.people) == (1, 1)
    assert work.mean == pytest.approx(4)
    client.force_login(thea)
    page = client.get(at("trainer-tree")).content.decode()
    assert "also trained by Eva" in page
    assert page.count('<details class="trainer-below" open>') == 4
    TrainershipFactory.create_batch(9, trained_by=eva)
    page = client.get(at("trainer-tree")).content.decode()
    assert page.count('<details class="trainer-below">') == 1  # nine is too many to look at
    given = {"person": "nobody@example.org", "trained_by": eva.pk, "since": "2026-01-01"}
    assert "Nobody is called" in client.post(at("trainership-create"), given).content.decode()
    given = {"person": eva.email, "trained_by": eva.pk, "since": "2026-01-01"}
    assert (
        "Nobody trains themselves." in client.post(at("trainership-create"), given).content.decode()
    )


def test_small_groups_show_no_share(client: Client, dirk: User) -> None:
    unit = UnitFactory(name="Tourism")
    dirk.unit = unit
    dirk.save()
    staff = UserFactory.create_batch(4, unit=unit, roles=[Role.TEACHER])
    elsewhere = UserFactory(unit=UnitFactory(name="Kitchen"))
    offering = OfferingFactory()
    session = SessionFactory(offering=offering, starts_at=now() - timedelta(hours=3))
    for person in (staff[0], elsewhere):
        who = EnrolmentFactory(offering=offering, user=person)
        AttendanceFactory(session=session, enrolment=who)
    client.force_login(dirk)
    found = participation.of_year(participation.this_year(), frozenset({unit.pk}))
    assert (found.total.people, found.total.came, found.total.share) == (5, 1, 20)
    assert [one.share for one in found.roles] == [None, None]

    page = client.get(at("participation")).content.decode()
    assert "Kitchen" not in page
    assert "fewer than 5 people" in page
    book = load_workbook(BytesIO(client.get(at("participation-xlsx")).content))
    assert book.active is not None
    assert [cell.value for cell in book.active[2]][:4] == ["unit", "Tourism", 5, 1]
    assert "Tourism" in client.get(at("participation-csv")).content.decode()
