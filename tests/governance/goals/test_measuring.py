"""What governance measures about itself; a day without anything to count is a gap."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.clock import now
from governance.domain import measuring
from governance.models import (
    Acknowledgement,
    Measurement,
    Policy,
    PolicyVersion,
    Readership,
    Review,
)
from governance.tasks import measure
from people.models import Role, Unit, User
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


@pytest.fixture
def protocol(dirk: User) -> PolicyVersion:
    policy = PolicyFactory(kind=Policy.Kind.PROTOCOL, owner=dirk)
    version: PolicyVersion = PolicyVersionFactory(
        policy=policy, number=1, author=dirk, in_force=True, approver=None, fallback_team=None
    )
    return version


def ask(version: PolicyVersion, *roles: Role) -> Readership:
    return Readership.objects.create(policy=version.policy, roles=list(roles), since_date=DAY)


def confirm(version: PolicyVersion, user: User) -> None:
    Acknowledgement.objects.create(user=user, version=version, at=now())


def test_without_a_protocol_nothing_is_measured() -> None:
    assert measuring.acknowledged(day=DAY) is None
    assert measuring.measure(day=DAY) == {}


def test_the_share_of_those_who_were_asked_and_confirmed(protocol: PolicyVersion) -> None:
    teachers = UserFactory.create_batch(4, roles=[Role.TEACHER])
    ask(protocol, Role.TEACHER)
    for teacher in teachers[:3]:
        confirm(protocol, teacher)
    confirm(protocol, UserFactory())

    assert measuring.acknowledged(day=DAY) == 75


def test_who_left_is_not_asked(protocol: PolicyVersion) -> None:
    here = UserFactory(roles=[Role.TEACHER])
    UserFactory(roles=[Role.TEACHER], is_active=False)
    ask(protocol, Role.TEACHER)
    confirm(protocol, here)

    assert measuring.acknowledged(day=DAY) == 100


def test_a_readership_of_a_unit_reaches_the_units_below(protocol: PolicyVersion) -> None:
    school = Unit.objects.create(name="School")
    team = Unit.objects.create(name="Team", parent=school)
    inside = UserFactory(unit=team)
    UserFactory()
    ask(protocol).units.add(school)
    confirm(protocol, inside)

    assert measuring.acknowledged(day=DAY) == 100


@pytest.mark.parametrize(("is_material", "share"), [(False, 100), (True, 0)])
def test_only_a_material_change_asks_again(
    protocol: PolicyVersion, is_material: bool, share: int
) -> None:
    teacher = UserFactory(roles=[Role.TEACHER])
    ask(protocol, Role.TEACHER)
    confirm(protocol, teacher)
    PolicyVersion.objects.filter(pk=protocol.pk).update(state=PolicyVersion.State.HISTORIC)
    PolicyVersionFactory(
        policy=protocol.policy,
        number=2,
        is_material=is_material,
        author=protocol.author,
        in_force=True,
        approver=None,
        fallback_team=None,
    )

    assert measuring.acknowledged(day=DAY) == share


@pytest.mark.parametrize(
    ("since", "months", "share"),
    [
        (datetime(2026, 1, 1, tzinfo=UTC), 12, 100),
        (datetime(2025, 10, 1, tzinfo=UTC), 12, 0),
        (datetime(2025, 10, 1, tzinfo=UTC), 24, 100),
    ],
)
def test_a_policy_is_late_after_its_own_period(
    protocol: PolicyVersion, since: datetime, months: int, share: int
) -> None:
    Policy.objects.update(review_months=months)
    PolicyVersion.objects.update(in_force_from=since)

    assert measuring.policies_reviewed(day=DAY) == share


def test_a_review_that_was_done_begins_a_new_period(protocol: PolicyVersion) -> None:
    PolicyVersion.objects.update(in_force_from=datetime(2024, 1, 1, tzinfo=UTC))
    done = datetime(2026, 5, 1, tzinfo=UTC)
    Review.objects.create(policy=protocol.policy, planned_date=done.date(), done_at=done)

    assert measuring.policies_reviewed(day=DAY) == 100


def test_a_planned_review_that_is_past_is_late(protocol: PolicyVersion) -> None:
    Review.objects.create(policy=protocol.policy, planned_date=date(2026, 10, 1))

    assert measuring.policies_reviewed(day=DAY) == 0


def test_measuring_twice_on_a_day_is_once(protocol: PolicyVersion) -> None:
    measure()
    measure()

    assert Measurement.objects.count() == 1
