"""How far a policy is confirmed, and who sees that of whom."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import LogEntry
from governance.domain import acknowledgements, reading_progress
from governance.models import Acknowledgement, Policy, PolicyVersion
from people.domain import digests
from people.models import Role, RoleGrant, Unit, User
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.reading import MARCH, AcknowledgementFactory, ReadershipFactory, protocol
from tests.governance.reading.conftest import LONG_AGO, teacher

pytestmark = pytest.mark.django_db
IN_TIME, TOO_LATE = date(2026, 3, 20), date(2026, 4, 20)


@pytest.fixture
def board(db: None) -> User:
    user: User = UserFactory(name="Anja", roles=[Role.BOARD])
    return user


@pytest.fixture
def leader(school: Unit) -> User:
    """Manager of the school of tourism."""
    user: User = UserFactory(name="Marieke", unit=school, roles=[Role.MANAGER])
    return user


@pytest.fixture
def staff(school: Unit, department: Unit, version: PolicyVersion, asked: None) -> list[User]:
    """Three teachers in the school (one confirmed), one elsewhere, one who left."""
    people = [teacher("Ad", school), teacher("Bea", department), teacher("Cor", department)]
    people.append(teacher("Dora", UnitFactory(name="School of care")))
    AcknowledgementFactory(user=people[0], version=version)
    gone = teacher("Gone", school)
    gone.is_active = False
    gone.save()
    return people


def counted(policy: Policy, seen: frozenset[int] | None, day: date) -> reading_progress.Progress:
    demand = acknowledgements.demand(policy)
    assert demand is not None
    return reading_progress.progress(demand, seen, day, nowhere="No unit")


def table(lines: list[reading_progress.Line]) -> list[tuple[str, int, int, int, int]]:
    return [
        (line.label, line.depth, line.tally.confirmed, line.tally.asked, line.tally.overdue)
        for line in lines
    ]


def address(name: str, policy: Policy) -> str:
    return reverse(f"governance:{name}", args=[policy.slug])


def test_a_unit_counts_with_the_units_below_it(policy: Policy, staff: list[User]) -> None:
    progress = counted(policy, None, TOO_LATE)

    assert table(progress.units) == [
        ("School of care", 0, 0, 1, 1),
        ("School of tourism", 0, 1, 3, 2),
        ("Travel", 1, 0, 2, 2),
    ]
    assert table(progress.roles) == [(str(Role.TEACHER.label), 0, 1, 4, 3)]
    assert (progress.total.percent, progress.target, progress.is_reached) == (25, 90, False)


def test_a_percentage_is_rounded_down() -> None:
    tally = reading_progress.Tally(asked=1_000, confirmed=899)

    assert tally.percent == 89


def test_people_without_a_unit_stand_in_a_line_of_their_own(
    policy: Policy, version: PolicyVersion, asked: None
) -> None:
    teacher("Zoë")

    assert table(counted(policy, None, IN_TIME).units) == [("No unit", 0, 0, 1, 0)]


def test_a_manager_sees_the_own_units_only(
    client: Client, policy: Policy, staff: list[User], leader: User
) -> None:
    client.force_login(leader)

    page = client.get(address("policy-progress", policy)).content.decode()
    names = client.get(address("progress-names", policy)).content.decode()

    assert "Travel" in page
    assert "School of care" not in page
    assert "Bea" in names
    assert "Dora" not in names


def test_the_board_sees_everybody(
    client: Client, policy: Policy, staff: list[User], board: User
) -> None:
    client.force_login(board)

    names = client.get(address("progress-names", policy)).content.decode()

    assert all(name in names for name in ("Bea", "Cor", "Dora"))
    assert "Ad<" not in names
    assert "Gone" not in names


def test_a_manager_asks_in_vain_for_the_names_of_another_unit(
    client: Client, policy: Policy, staff: list[User], leader: User
) -> None:
    client.force_login(leader)
    care = Unit.objects.get(name="School of care")

    page = client.get(address("progress-names", policy), {"unit": care.pk})

    assert page.status_code == 404


def test_a_manager_without_a_unit_hears_what_is_missing(
    client: Client, policy: Policy, staff: list[User], dirk: User
) -> None:
    client.force_login(dirk)

    page = client.get(address("policy-progress", policy)).content.decode()

    assert "You have no unit yet" in page
    assert "School of" not in page


@pytest.mark.parametrize(
    "name", ["policy-progress", "progress-names", "progress-export", "progress-summary"]
)
def test_a_teacher_sees_nobody_elses_progress(
    client: Client, policy: Policy, staff: list[User], eva: User, name: str
) -> None:
    client.force_login(eva)

    assert client.get(address(name, policy)).status_code == 403


def test_a_policy_that_nobody_must_confirm_says_the_next_step(
    client: Client, policy: Policy, version: PolicyVersion, board: User
) -> None:
    client.force_login(board)

    page = client.get(address("policy-progress", policy)).content.decode()

    assert address("readership-create", policy) in page


def test_the_file_holds_numbers_and_no_names_and_no_formulas(
    client: Client, policy: Policy, staff: list[User], board: User
) -> None:
    Unit.objects.filter(name="School of care").update(name="=HYPERLINK(1)")
    client.force_login(board)

    text = client.get(address("progress-export", policy)).content.decode("utf-8-sig")

    assert text.splitlines()[1] == "All together;;4;1;25;90;" + text.splitlines()[1][-1]
    assert "Unit;'=HYPERLINK(1);1;0;0;90" in text
    assert "Dora" not in text


def test_names_come_in_pages(client: Client, policy: Policy, version: PolicyVersion) -> None:
    missing = [
        reading_progress.Missing(pk, f"Person {pk:03}", "", None, False) for pk in range(1, 121)
    ]

    first = reading_progress.page(missing)
    second = reading_progress.page(missing, after=first.next)
    third = reading_progress.page(missing, after=second.next)

    assert [one.pk for page in (first, second, third) for one in page.shown] == [*range(1, 121)]
    assert third.next == ""


@time_machine.travel(datetime(2026, 3, 18, 10, tzinfo=UTC), tick=False)
def test_reminding_mails_who_has_not_confirmed_and_nobody_twice_a_day(
    client: Client, policy: Policy, staff: list[User], leader: User, mailoutbox: list[EmailMessage]
) -> None:
    client.force_login(leader)
    digests.send_digests()  # the mail of today: new, so everybody who is asked got it
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(one.email for one in staff[1:])

    client.post(address("progress-remind", policy))
    digests.send_digests()

    assert len(mailoutbox) == 3


@time_machine.travel(datetime(2026, 3, 18, 10, tzinfo=UTC), tick=False)
def test_reminding_brings_a_mail_that_would_not_have_come_today(
    client: Client, policy: Policy, staff: list[User], leader: User, mailoutbox: list[EmailMessage]
) -> None:
    with time_machine.travel(datetime(2026, 3, 17, 10, tzinfo=UTC), tick=False):
        digests.send_digests()
    mailoutbox.clear()
    digests.send_digests()
    assert mailoutbox == []  # nothing new since yesterday, and still twelve days to go
    client.force_login(leader)

    page = client.post(address("progress-remind", policy), follow=True).content.decode()
    digests.send_digests()

    assert "2 colleagues are mailed" in page
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted(one.email for one in staff[1:3])
    assert LogEntry.objects.get(verb="reminded").detail == {"people": 2}


@time_machine.travel(datetime(2026, 3, 21, 10, tzinfo=UTC), tick=False)
def test_nobody_is_reminded_on_a_saturday(
    client: Client, policy: Policy, staff: list[User], leader: User
) -> None:
    client.force_login(leader)

    page = client.post(address("progress-remind", policy), follow=True).content.decode()

    assert "Mail goes out on working days" in page


def test_five_thousand_people_take_as_many_queries_as_five(
    policy: Policy, version: PolicyVersion, asked: None, school: Unit, department: Unit
) -> None:
    few = queries_for(policy, version, school, 5)
    many = queries_for(policy, version, department, 4_995)

    assert many == few
    assert few <= 7
    assert counted(policy, None, TOO_LATE).total.asked == 5_000


def queries_for(policy: Policy, version: PolicyVersion, unit: Unit, count: int) -> int:
    """Queries for the progress and the names after `count` more teachers came, half confirmed."""
    people = User.objects.bulk_create(
        User(email=f"{unit.pk}-{n}@example.org", name=f"T {n}", unit=unit, date_joined=LONG_AGO)
        for n in range(count)
    )
    RoleGrant.objects.bulk_create(RoleGrant(user=one, role=Role.TEACHER) for one in people)
    Acknowledgement.objects.bulk_create(
        Acknowledgement(user=one, version=version, at=MARCH) for one in people[: count // 2]
    )
    with CaptureQueriesContext(connection) as asked:
        counted(policy, None, TOO_LATE)
    return len(asked)


def test_a_policy_asks_nobody_before_it_is_in_force(client: Client, board: User) -> None:
    policy = protocol(title="Soon")
    ReadershipFactory(policy=policy)
    client.force_login(board)

    page = client.get(address("policy-progress", policy)).content.decode()

    assert "No version of this policy is in force yet" in page
