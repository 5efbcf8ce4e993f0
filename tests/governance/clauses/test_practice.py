from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from governance.domain import practice
from governance.domain.clause_settings import (
    DEFAULT_TARGET,
    MATCHED,
    NEEDS_ACKNOWLEDGEMENT,
    OWN_CHANNELS,
    REVIEW_MONTHS,
    UNMATCHED,
)
from governance.domain.practice import Practice
from governance.models import Policy, PolicyVersion
from people.models import Team
from tests.factories.clauses import clause, document, next_version, says
from tests.factories.governance import RoutingRuleFactory, policy_in_force
from tests.factories.reading import AcknowledgementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def sentences(found: Practice) -> list[str]:
    rules = [sentence for change in found.rules for sentence in practice.told(change)]
    return [*(change.sentence for change in found.settings), *rules]


def codes(found: Practice) -> list[str]:
    return [hint.code for hint in found.hints]


def test_a_number_that_changes_is_told_in_words() -> None:
    before = document(month=1)
    says(before, (UNMATCHED, 30))
    draft = next_version(before)
    says(draft, (UNMATCHED, 14))

    found = practice.changes(draft, before)

    assert sentences(found) == [
        "Messages that fit no search term go after 14 days; until now after 30 days."
    ]
    assert found.keeps_shorter


def test_keeping_longer_removes_nothing() -> None:
    before = document(month=1)
    says(before, (MATCHED, 90))
    draft = next_version(before)
    says(draft, (MATCHED, 100))

    assert not practice.changes(draft, before).keeps_shorter


def test_what_says_the_same_as_the_default_changes_nothing() -> None:
    draft = document()
    says(draft, (UNMATCHED, 30), (OWN_CHANNELS, "never"))

    assert practice.changes(draft, None).changes_nothing


def test_a_choice_is_told_with_what_held_until_now() -> None:
    draft = document(Policy.Kind.ACCOUNTS)
    says(draft, (OWN_CHANNELS, "always"))

    (change,) = practice.changes(draft, None).settings

    assert change.sentence.startswith("Each answer and each post")
    assert change.was_sentence.startswith("Nobody has to approve")


def test_a_clause_that_is_gone_takes_its_settings_and_rules_along(info: Team) -> None:
    before = policy_in_force({"name": "Rosters", "team": info})
    section = says(before, (UNMATCHED, 14), title="What we keep")
    before.rules.update(section=section)
    draft = next_version(before)

    found = practice.changes(draft, before)

    (change,) = found.settings
    assert (change.was, change.becomes, change.section) == (14, 30, None)
    (gone,) = found.gone
    assert (gone.section, [rule.name for rule in gone.rules]) == (section, ["Rosters"])
    assert [setting.code for setting in gone.settings] == [UNMATCHED]


def test_a_clause_that_was_renamed_is_not_gone() -> None:
    before = document(month=1)
    section = says(before, (UNMATCHED, 14))
    draft = next_version(before)
    says(draft, (UNMATCHED, 14), title="Another title", key=section.key)

    assert practice.changes(draft, before).changes_nothing


def test_what_another_document_says_too_is_told_and_overruled() -> None:
    other = document(Policy.Kind.PROTOCOL, month=2)
    elsewhere = says(other, (UNMATCHED, 20))
    draft = document()
    says(draft, (UNMATCHED, 10))

    found = practice.changes(draft, None)

    assert [(one.was, one.becomes) for one in found.settings] == [(20, 10)]
    assert [(hint.code, hint.section) for hint in found.hints] == [("also_elsewhere", elsewhere)]


def test_taking_a_clause_out_lets_the_other_document_hold() -> None:
    other, before = document(Policy.Kind.PROTOCOL, month=1), document(month=2)
    says(other, (UNMATCHED, 20))
    says(before, (UNMATCHED, 10))

    found = practice.changes(next_version(before), before)

    assert [(one.was, one.becomes) for one in found.settings] == [(10, 20)]


def test_what_is_not_possible_or_said_twice_is_a_hint() -> None:
    draft = document()
    says(draft, (UNMATCHED, 4_000), (DEFAULT_TARGET, 480), (MATCHED, 60))
    says(draft, (MATCHED, 70))

    assert codes(practice.changes(draft, None)) == ["not_followed", "not_followed", "said_twice"]


def test_a_document_tells_when_it_is_looked_at_again() -> None:
    before = document(month=1)
    draft = next_version(before)
    says(draft, (REVIEW_MONTHS, 6))

    assert sentences(practice.changes(draft, before)) == [
        "The owner is reminded to look at this document again after 6 months; until now after "
        "12 months."
    ]


def draft_of(before: PolicyVersion, **rule: object) -> PolicyVersion:
    draft = next_version(before, fallback_team=before.fallback_team)
    RoutingRuleFactory(version=draft, position=1, name="Rosters", **rule)
    return draft


def test_targets_teams_and_approval_of_rules_are_told(info: Team, comms: Team) -> None:
    before = policy_in_force({"name": "Rosters", "team": info, "target_minutes": 480})
    draft = draft_of(before, team=comms, target_minutes=120, needs_approval=True)

    assert sentences(practice.changes(draft, before)) == [
        "“Rosters” goes to Communications; until now to Info centre.",
        "“Rosters” is to be answered within 2 hours (office hours); until now within 8 hours "
        "(office hours).",
        "An answer to “Rosters” goes out after a colleague approved it.",
    ]


def test_a_clause_with_the_target_of_what_is_left_open_is_told_once(info: Team) -> None:
    before = policy_in_force({"name": "Rosters", "team": info}, fallback_target_minutes=1440)
    draft = draft_of(before, team=info)
    says(draft, (DEFAULT_TARGET, 480))

    assert sentences(practice.changes(draft, before)) == [
        "What no routing rule takes up is to be answered within 8 hours; until now within 24 hours."
    ]


def test_a_rule_that_no_clause_tells_is_a_hint(info: Team) -> None:
    draft = document(Policy.Kind.WEBCARE)
    told = clause(draft)
    RoutingRuleFactory(version=draft, position=1, name="In the text", team=info, section=told)
    bare = RoutingRuleFactory(version=draft, position=2, name="Nowhere", team=info)

    found = practice.changes(draft, None)

    assert [(hint.code, hint.rule) for hint in found.hints] == [("not_in_text", bare)]


def test_who_speaks_for_the_college_is_told(info: Team) -> None:
    draft = document(Policy.Kind.PROTOCOL)
    says(draft, (NEEDS_ACKNOWLEDGEMENT, True))

    (change,) = practice.changes(draft, None).settings

    assert change.sentence == "Who speaks for the college has confirmed this document first."


def test_who_decides_hears_how_many_must_confirm_again_and_lose_their_mandate() -> None:
    before = document(Policy.Kind.PROTOCOL, month=1)
    says(before, (NEEDS_ACKNOWLEDGEMENT, True))
    for number in range(3):
        AcknowledgementFactory(version=before, user__is_active=number < 2)
    draft = next_version(before, is_material=True)
    says(draft, (NEEDS_ACKNOWLEDGEMENT, True))

    found = practice.changes(draft, before)

    assert found.asked_anew == 2
    assert not found.changes_nothing


def test_a_small_correction_asks_nobody_again() -> None:
    before = document(Policy.Kind.PROTOCOL, month=1)
    AcknowledgementFactory(version=before)
    draft = next_version(before, is_material=False)
    says(draft, (NEEDS_ACKNOWLEDGEMENT, True))

    assert practice.changes(draft, before).asked_anew == 0
