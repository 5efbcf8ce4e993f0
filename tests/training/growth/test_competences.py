"""The competence record, the evidence for it, and what a manager sees of a team."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from openpyxl import load_workbook

from core.clock import now
from people.models import Role, Unit, User
from tests.factories.growth import (
    CompetenceFactory,
    EvidenceFactory,
    MandateStateFactory,
    confirms,
    mandate_protocol,
)
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import CertificateFactory, CourseFactory
from training.domain import competence_record, competence_team, competences
from training.domain.competence_cells import totals
from training.domain.competence_record import State
from training.models import Competence, CompetenceEvidence
from training.waiting import competence as waiting

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def unit() -> Unit:
    made: Unit = UnitFactory()
    return made


@pytest.fixture
def boss(unit: Unit) -> User:
    user: User = UserFactory(name="Boss", roles=[Role.MANAGER], unit=unit)
    return user


def line(user: User, competence: Competence) -> competence_record.Line:
    (found,) = [one for one in competence_record.record(user, DAY) if one.competence == competence]
    return found


def test_eight_competences_come_along_once_in_the_language_of_who_asks(eva: User) -> None:
    assert competences.bring_along(by=eva) == 8
    assert competences.bring_along(by=eva) == 0
    assert Competence.objects.get(code="nearness").roles == [Role.TEACHER]


def test_a_course_shows_a_competence_until_the_certificate_ends(eva: User) -> None:
    competence = CompetenceFactory(roles=[Role.TEACHER])
    course = CourseFactory()
    competence.courses.add(course)
    given = CertificateFactory(user=eva, course=course, valid_until=DAY + timedelta(days=91))

    assert line(eva, competence).is_needed
    assert line(eva, competence).state == State.SHOWN
    for left, state in ((90, State.EXPIRES), (0, State.EXPIRES), (-1, State.OPEN)):
        given.valid_until = DAY + timedelta(days=left)
        given.save()
        assert line(eva, competence).state == state


def test_the_mandate_shows_a_competence_only_when_it_was_earned(eva: User) -> None:
    competence = CompetenceFactory(shown_by_mandate=True)
    assert line(eva, competence).state == State.OPEN

    confirms(eva, mandate_protocol())

    assert line(eva, competence).state == State.SHOWN


def test_evidence_counts_once_a_manager_confirmed_it(
    client: Client, unit: Unit, boss: User
) -> None:
    eva = UserFactory(name="Eva", roles=[Role.TEACHER], unit=unit)
    competence = CompetenceFactory()
    client.force_login(eva)
    said = {"competence": competence.pk, "kind": "activity", "text": "A lesson"}
    url = reverse("training:evidence-create")

    bad = client.post(url, {**said, "link": "javascript:alert(1)"})
    client.post(url, {**said, "link": "/training/"})

    assert "link" in bad.context["form"].errors
    assert line(eva, competence).state == State.WAITS
    (item,) = waiting.to_confirm(boss, DAY)
    assert item.url == reverse("training:evidence-list")
    evidence = CompetenceEvidence.objects.get()
    client.force_login(boss)
    decide = reverse("training:evidence-decide", args=[evidence.pk])
    silent = client.post(decide, {"decision": "decline"})
    assert "reason" in silent.context["form"].errors
    client.post(decide, {"decision": "confirm"})
    assert line(eva, competence).state == State.SHOWN
    assert list(waiting.to_confirm(boss, DAY)) == []
    with pytest.raises(competences.AlreadyDecided):
        competences.decline(evidence, by=boss, reason="No")


def test_nobody_confirms_for_strangers_or_for_themselves(client: Client, boss: User) -> None:
    own = EvidenceFactory(user=boss)
    strange = EvidenceFactory(user=UserFactory(unit=UnitFactory()))
    client.force_login(boss)

    for one in (own, strange):
        url = reverse("training:evidence-decide", args=[one.pk])
        assert client.post(url, {"decision": "confirm"}).status_code == 404
    assert client.post(reverse("training:evidence-delete", args=[strange.pk])).status_code == 404


def test_a_manager_sees_who_needs_what_and_what_ends(
    client: Client, unit: Unit, boss: User
) -> None:
    needed = CompetenceFactory(name="Needed", roles=[Role.TEACHER])
    eva = UserFactory(name="Eva", roles=[Role.TEACHER], unit=unit)
    UserFactory(name="Stranger", roles=[Role.TEACHER], unit=UnitFactory())
    client.force_login(boss)
    url = reverse("training:competence-team")

    page = client.get(url).context

    assert [(one.needed, one.open) for one in page["totals"]] == [(1, 1)]
    assert [one.name for one in page["page"].rows] == ["Boss", "Eva"]
    EvidenceFactory(
        user=eva, competence=needed, confirmed=True, valid_until=localdate() + timedelta(days=5)
    )
    (only,) = client.get(url, {"show": "expires"}).context["page"].rows
    assert [cell.competence for cell in only.expiring] == [needed]
    assert client.get(url, {"show": "needs"}).context["page"].rows == []


def test_the_team_goes_into_a_spreadsheet(client: Client, unit: Unit, boss: User) -> None:
    CompetenceFactory(name="=1+1", roles=[Role.TEACHER])
    UserFactory(name="Eva", roles=[Role.TEACHER], unit=unit)
    client.force_login(boss)

    text = client.get(reverse("training:competence-csv")).content.decode()
    book = load_workbook(BytesIO(client.get(reverse("training:competence-xlsx")).content))

    assert "Eva" in text
    assert [cell.value for cell in book.worksheets[0][2]][:3] == ["Eva", unit.name, "'=1+1"]


def test_trainers_write_competences_and_others_do_not(client: Client, eva: User) -> None:
    course = CourseFactory()
    said = {"name": "Filming", "text": "You film.", "level": "maker", "courses": [course.pk]}
    url = reverse("training:competence-create")
    client.force_login(eva)
    assert client.post(url, said).status_code == 403

    client.force_login(UserFactory(roles=[Role.TRAINER]))
    client.post(url, said)

    made = Competence.objects.get()
    assert (made.code, list(made.courses.all())) == ("filming", [course])
    stale = client.post(
        reverse("training:competence-edit", args=[made.pk]), {**said, "name": "X", "seen": "old"}
    )
    assert stale.status_code == 409


def test_the_database_counts_as_the_record_of_each_person_does(unit: Unit, boss: User) -> None:
    """Courses, evidence and the mandate; over, withdrawn and not confirmed do not count."""
    first = CompetenceFactory(name="A", roles=[Role.TEACHER])
    second = CompetenceFactory(name="B", roles=[Role.TEACHER], shown_by_mandate=True)
    course = CourseFactory()
    first.courses.add(course)
    eva, bas, lot = (
        UserFactory(name=name, roles=["teacher"], unit=unit) for name in ("E", "B", "L")
    )
    CertificateFactory(user=eva, course=course, valid_until=DAY + timedelta(days=90))
    CertificateFactory(user=eva, course=course, valid_until=DAY - timedelta(days=1))
    CertificateFactory(user=bas, course=course, revoked_at=now(), revoked_because="An error.")
    CertificateFactory(user=lot, course=course, valid_until=DAY)
    EvidenceFactory(user=lot, competence=first, confirmed=True)
    EvidenceFactory(user=bas, competence=second)
    MandateStateFactory(user=lot)
    people = competence_team.people(frozenset({unit.pk}))

    page = competence_team.page(people, DAY)

    assert [(one.name, one.shown, len(one.needed)) for one in page.rows] == [
        ("B", 0, 2),
        ("Boss", 0, 0),
        ("E", 1, 2),
        ("L", 2, 2),
    ]
    found = [(one.name, one.needed, one.open, one.expiring) for one in totals(people, DAY)]
    assert found == [("B", 3, 2, 0), ("A", 3, 1, 1)]
    assert [one.name for one in competence_team.page(people, DAY, show="needs").rows] == ["B", "E"]
    assert [one.name for one in competence_team.page(people, DAY, show="expires").rows] == ["E"]
    assert totals(competence_team.people(frozenset()), DAY) == []  # who leads no unit
    assert list(competence_team.rows(competence_team.members(people, DAY)))[2][:3] == [
        "E",
        unit.name,
        "A",
    ]
