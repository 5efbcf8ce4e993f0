from __future__ import annotations

import pytest

from core import audit
from governance.domain import policies
from governance.domain.meantime import ChangedMeanwhile
from governance.models import PolicyVersion
from people.models import User
from tests.factories.governance import (
    PolicyFactory,
    PolicyVersionFactory,
    RoutingRuleFactory,
    policy_in_force,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

State = PolicyVersion.State


@pytest.fixture
def draft(dirk: User) -> PolicyVersion:
    version: PolicyVersion = PolicyVersionFactory(author=dirk)
    RoutingRuleFactory(version=version, words="rooster")
    return version


@pytest.fixture
def frank(db: None) -> User:
    """Who decides."""
    user: User = UserFactory(name="Frank")
    return user


def test_an_approved_version_is_in_force_and_the_previous_one_historic(
    dirk: User, frank: User
) -> None:
    old = policy_in_force({"words": "rooster"})
    new = policies.start_draft(old.policy, by=dirk)
    policies.submit(new, by=dirk, approver=frank)

    policies.approve(new, by=frank, note="Goed zo.")

    old.refresh_from_db()
    assert policies.in_force() == new
    assert old.state == State.HISTORIC
    assert old.in_force_until is not None


def test_the_second_revision_goes_the_same_way_as_the_first(dirk: User, frank: User) -> None:
    policy = policy_in_force({"words": "rooster"}).policy
    for _ in range(2):
        version = policies.start_draft(policy, by=dirk)
        policies.submit(version, by=dirk, approver=frank)
        policies.approve(version, by=frank)

    assert policies.in_force() == version
    assert policy.versions.filter(state=State.HISTORIC).count() == 2


def test_a_draft_starts_as_a_copy_of_what_is_in_force(dirk: User) -> None:
    old = policy_in_force({"words": "rooster"}, {"words": "klacht"})

    draft = policies.start_draft(old.policy, by=dirk)

    assert draft.number == old.number + 1
    assert list(draft.rules.order_by("position").values_list("words", flat=True)) == [
        "rooster",
        "klacht",
    ]
    assert old.rules.count() == 2


def test_there_is_one_open_version_at_a_time(dirk: User, frank: User) -> None:
    policy = PolicyFactory()

    assert policies.start_draft(policy, by=dirk) == policies.start_draft(policy, by=frank)


def test_the_second_of_two_who_save_is_shown_what_stands_now(
    draft: PolicyVersion, dirk: User, frank: User
) -> None:
    policies.save(draft, edition=1, by=dirk, fields={"summary": "Van Dirk"})

    with pytest.raises(ChangedMeanwhile) as caught:
        policies.save(draft, edition=1, by=frank, fields={"summary": "Van Frank"})

    assert caught.value.current.summary == "Van Dirk"
    draft.refresh_from_db()
    assert draft.summary == "Van Dirk"


def test_nobody_approves_what_they_wrote(draft: PolicyVersion, dirk: User) -> None:
    with pytest.raises(policies.OwnWork):
        policies.submit(draft, by=dirk, approver=dirk)


def test_only_the_named_approver_decides(draft: PolicyVersion, dirk: User, frank: User) -> None:
    policies.submit(draft, by=dirk, approver=frank)

    with pytest.raises(policies.WrongState):
        policies.approve(draft, by=UserFactory())


def test_a_version_that_waits_for_approval_cannot_be_edited(
    draft: PolicyVersion, dirk: User, frank: User
) -> None:
    policies.submit(draft, by=dirk, approver=frank)

    with pytest.raises(policies.WrongState):
        policies.save(draft, edition=1, by=dirk, fields={"summary": "Anders"})


def test_a_version_with_asked_changes_can_be_edited_and_submitted_again(
    draft: PolicyVersion, dirk: User, frank: User
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    policies.reject(draft, by=frank, note="Noem de woordvoerder.")
    policies.save(draft, edition=1, by=dirk, fields={"summary": "Met woordvoerder"})

    assert policies.submit(draft, by=dirk, approver=frank).state == State.SUBMITTED


def test_a_rule_that_cannot_be_parsed_stops_the_submission(
    draft: PolicyVersion, dirk: User, frank: User
) -> None:
    broken = RoutingRuleFactory(version=draft, words='"half')

    with pytest.raises(policies.NotReady) as caught:
        policies.submit(draft, by=dirk, approver=frank)

    assert caught.value.problems == [policies.Problem("words_not_understood", broken)]


def test_an_empty_webcare_policy_says_all_that_it_misses(dirk: User, frank: User) -> None:
    version = PolicyVersionFactory(text=" ", fallback_team=None, author=dirk)

    codes = [problem.code for problem in policies.problems(version)]

    assert codes == ["no_text", "no_fallback_team", "no_rules"]


def test_rules_can_be_put_in_another_order(draft: PolicyVersion, dirk: User) -> None:
    second = RoutingRuleFactory(version=draft, name="second")
    first = draft.rules.get(words="rooster")

    policies.place_rules(draft, [second.pk, first.pk], edition=1, by=dirk)

    assert list(draft.rules.order_by("position")) == [second, first]


def test_each_decision_stands_in_the_audit_trail(
    draft: PolicyVersion, dirk: User, frank: User
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    policies.approve(draft, by=frank, note="Akkoord")

    entries = [(entry.verb, entry.actor, entry.reason) for entry in audit.history(draft)]
    assert entries == [("approved", frank, "Akkoord"), ("submitted", dirk, "")]
