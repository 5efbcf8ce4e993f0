"""Who must confirm what, by when, and who did."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core.models import LogEntry
from governance.domain import acknowledgements
from governance.domain.acknowledgements import State
from governance.models import Acknowledgement, Policy, PolicyVersion
from governance.waiting import acknowledgements as waits
from people.models import Role, Unit, User
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.reading import (
    AcknowledgementFactory,
    ReadershipFactory,
    protocol,
    published,
)
from tests.governance.reading.conftest import teacher

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 20)


def stands(user: User, policy: Policy, day: date = DAY) -> Any:
    return acknowledgements.standing(User.objects.get(pk=user.pk), policy, day)


def test_nobody_is_asked_without_a_readership(
    policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    assert stands(gerda, policy).state == State.NOT_ASKED


def test_nobody_is_asked_before_a_version_is_in_force(
    policy: Policy, asked: None, gerda: User
) -> None:
    assert stands(gerda, policy).state == State.NOT_ASKED
    assert not acknowledgements.has_confirmed(gerda, policy)


def test_the_days_count_from_the_day_on_which_the_version_came_into_force(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    standing = stands(gerda, policy)

    assert (standing.state, standing.due) == (State.TO_READ, date(2026, 3, 30))
    assert (standing.needed_version, standing.confirmed_version) == (1, None)


def test_the_last_day_is_still_in_time_and_the_next_is_too_late(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    assert stands(gerda, policy, date(2026, 3, 30)).state == State.TO_READ
    assert stands(gerda, policy, date(2026, 3, 31)).state == State.OVERDUE


def test_who_is_asked_later_than_the_version_has_the_days_from_then(
    policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    ReadershipFactory(policy=policy, since_date=date(2026, 3, 16))

    assert stands(gerda, policy).due == date(2026, 4, 13)
    assert stands(gerda, policy, date(2026, 3, 15)).state == State.NOT_ASKED


def test_a_new_colleague_has_days_from_the_first_working_day(
    policy: Policy, version: PolicyVersion, asked: None
) -> None:
    new = teacher("Nora", joined=datetime(2026, 5, 1, 8, tzinfo=UTC))

    assert stands(new, policy, date(2026, 5, 2)).due == date(2026, 5, 15)


def test_a_colleague_who_came_just_after_it_has_no_fewer_days_than_the_others(
    policy: Policy, version: PolicyVersion, asked: None
) -> None:
    new = teacher("Nora", joined=datetime(2026, 3, 4, 8, tzinfo=UTC))

    assert stands(new, policy).due == date(2026, 3, 30)


def test_the_strictest_readership_sets_the_day(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    ReadershipFactory(policy=policy, days=7)

    assert stands(gerda, policy).due == date(2026, 3, 9)


def test_roles_and_units_both_narrow(
    policy: Policy, version: PolicyVersion, school: Unit, gerda: User
) -> None:
    ReadershipFactory(policy=policy, roles=[Role.TEACHER], units=[school])
    elsewhere = teacher("Else", UnitFactory(name="School of care"))
    agent = UserFactory(unit=school, roles=[Role.AGENT])

    states = [stands(one, policy).state for one in (gerda, elsewhere, agent)]

    assert states == [State.TO_READ, State.NOT_ASKED, State.NOT_ASKED]


def test_who_moves_to_another_unit_is_asked_what_that_unit_is_asked(
    policy: Policy, version: PolicyVersion, school: Unit, gerda: User
) -> None:
    ReadershipFactory(policy=policy, units=[school])
    gerda.unit = UnitFactory(name="School of care")
    gerda.save()

    assert stands(gerda, policy).state == State.NOT_ASKED


def test_a_small_correction_does_not_ask_again(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    acknowledgements.confirm(gerda, version)
    published(policy, 2, datetime(2026, 3, 10, tzinfo=UTC), is_material=False)

    standing = stands(gerda, policy)

    assert (standing.state, standing.confirmed_version) == (State.CONFIRMED, 1)
    assert acknowledgements.has_confirmed(gerda, policy)


def test_a_material_change_asks_again_with_new_days(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    acknowledgements.confirm(gerda, version)
    published(policy, 2, datetime(2026, 3, 10, tzinfo=UTC), is_material=False)
    published(policy, 3, datetime(2026, 3, 16, tzinfo=UTC), is_material=True)

    standing = stands(gerda, policy)

    assert (standing.state, standing.needed_version) == (State.TO_READ, 3)
    assert standing.due == date(2026, 4, 13)
    assert not acknowledgements.has_confirmed(gerda, policy)


def test_a_correction_leaves_the_day_where_it_was(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    published(policy, 2, datetime(2026, 3, 16, tzinfo=UTC), is_material=False)

    standing = stands(gerda, policy)

    assert (standing.needed_version, standing.due) == (2, date(2026, 3, 30))


def test_a_policy_whose_versions_were_all_small_still_asks(policy: Policy, gerda: User) -> None:
    ReadershipFactory(policy=policy)
    published(policy, 1, is_material=False)

    assert stands(gerda, policy).state == State.TO_READ


def test_a_draft_asks_nothing_yet(
    policy: Policy, version: PolicyVersion, asked: None, gerda: User
) -> None:
    acknowledgements.confirm(gerda, version)
    PolicyVersion.objects.create(policy=policy, number=2, is_material=True)

    assert stands(gerda, policy).state == State.CONFIRMED


def test_who_is_not_asked_may_confirm_and_that_counts(
    policy: Policy, version: PolicyVersion, asked: None, dirk: User
) -> None:
    acknowledgements.confirm(dirk, version)

    assert acknowledgements.has_confirmed(dirk, policy)
    assert stands(dirk, policy).state == State.NOT_ASKED


def test_confirming_twice_is_once(version: PolicyVersion, gerda: User) -> None:
    acknowledgements.confirm(gerda, version, tries=2)
    acknowledgements.confirm(gerda, version, tries=9)

    assert Acknowledgement.objects.get().tries == 2
    assert LogEntry.objects.filter(verb="confirmed", actor=gerda).count() == 1


def test_an_older_text_is_not_confirmed_once_another_asks_more(
    policy: Policy, version: PolicyVersion, gerda: User
) -> None:
    published(policy, 2)

    with pytest.raises(acknowledgements.Outdated):
        acknowledgements.confirm(gerda, version)


def test_what_waits_comes_with_the_first_day_first(gerda: User) -> None:
    for title, days in (("Later", 40), ("Sooner", 10), ("Done", 5)):
        policy = protocol(title=title)
        ReadershipFactory(policy=policy, days=days)
        version = published(policy)
    acknowledgements.confirm(gerda, version)

    waiting = acknowledgements.to_read(gerda, DAY)

    assert [version.policy.title for version, _ in waiting] == ["Sooner", "Later"]


@pytest.mark.parametrize("policies", [1, 25])
def test_what_waits_takes_as_many_queries_for_many_policies(
    gerda: User, school: Unit, policies: int
) -> None:
    for number in range(policies):
        policy = protocol(title=f"Policy {number}")
        ReadershipFactory(policy=policy, units=[school])
        AcknowledgementFactory(version=published(policy))
    reader = User.objects.get(pk=gerda.pk)

    with CaptureQueriesContext(connection) as asked:
        assert len(acknowledgements.to_read(reader, DAY)) == policies

    assert len(asked) == 4  # versions, readerships, units, and the roles of the reader


def test_a_later_version_that_waits_is_named() -> None:
    policy = Policy(title="Protocol", slug="protocol")

    with translation.override("en"):
        first, third = (waits._text(PolicyVersion(policy=policy, number=one)) for one in (1, 3))

    assert "version" not in first
    assert "version 3" in third
