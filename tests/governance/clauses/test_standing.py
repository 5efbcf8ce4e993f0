from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from governance.content.papers import SETTINGS as OF_PAPERS
from governance.domain import clauses
from governance.domain.clause_settings import (
    APPROVED_POSTS,
    DEFAULT_TARGET,
    MATCHED,
    NEEDS_ACKNOWLEDGEMENT,
    OWN_CHANNELS,
    REVIEW_MONTHS,
    SETTINGS,
    UNMATCHED,
)
from governance.models import Policy
from tests.factories.clauses import document, ends, says

pytestmark = pytest.mark.django_db


def test_the_clause_in_force_decides_and_is_named() -> None:
    version = document(month=1)
    section = says(version, (UNMATCHED, 14))

    standing = clauses.in_force(UNMATCHED)

    assert (standing.value, standing.section, standing.version) == (14, section, version)
    assert standing.url.endswith(f"#clause-{section.position}")


def test_a_draft_decides_nothing() -> None:
    says(document(), (UNMATCHED, 14))

    assert clauses.in_force(UNMATCHED).value == 30


def test_without_a_clause_the_installation_decides(settings: Any) -> None:
    settings.KEEP_UNMATCHED_DAYS, settings.KEEP_MATCHED_DAYS = 21, 60

    standing = clauses.in_force(UNMATCHED)

    assert (standing.value, standing.section) == (21, None)
    assert clauses.in_force(MATCHED).value == 60


def test_what_is_withdrawn_decides_no_more() -> None:
    version = document(month=1)
    says(version, (UNMATCHED, 14))
    ends(version)

    assert clauses.in_force(UNMATCHED).value == 30


def test_of_two_documents_the_newest_in_force_is_followed() -> None:
    older, newer = document(month=1), document(Policy.Kind.PROTOCOL, month=3)
    other = says(older, (UNMATCHED, 14))
    says(newer, (UNMATCHED, 20))

    standing = clauses.in_force(UNMATCHED)

    assert (standing.value, standing.version, standing.others) == (20, newer, (other,))


def test_of_two_clauses_of_one_version_the_first_is_followed() -> None:
    version = document(month=1)
    says(version, (UNMATCHED, 14))
    says(version, (UNMATCHED, 20))

    assert clauses.in_force(UNMATCHED).value == 14


@pytest.mark.parametrize("value", [0, -3, 366, "14", 14.5, True, [14], {"days": 14}])
def test_what_cannot_be_read_is_not_followed(value: object) -> None:
    says(document(month=1), (UNMATCHED, value))

    assert clauses.in_force(UNMATCHED).value == 30


@pytest.mark.parametrize(
    ("code", "value"), [(NEEDS_ACKNOWLEDGEMENT, 1), (OWN_CHANNELS, "sometimes"), (OWN_CHANNELS, 3)]
)
def test_each_kind_of_value_is_read_strictly(code: str, value: object) -> None:
    assert SETTINGS[code].read(value) is None


def test_all_settings_cost_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    says(document(month=1), (UNMATCHED, 14), (APPROVED_POSTS, 3))

    with django_assert_num_queries(1):
        found = clauses.all_in_force()
        assert [str(standing.version) for standing in found.values() if standing.section]


def test_a_document_is_looked_at_again_when_its_clause_says_so() -> None:
    version = document(month=1)
    assert clauses.months_for(version) == version.policy.review_months == 12

    says(version, (REVIEW_MONTHS, 6))

    assert clauses.months_for(version) == 6


def test_the_target_of_what_is_left_open_has_one_truth() -> None:
    version = document(Policy.Kind.WEBCARE, month=1, fallback_target_minutes=1440)
    assert clauses.fallback_minutes(version) == 1440

    says(version, (DEFAULT_TARGET, 480))

    assert clauses.fallback_minutes(version) == 480


def test_a_protocol_cannot_set_the_target_of_webcare() -> None:
    version = document(Policy.Kind.PROTOCOL, month=1, fallback_target_minutes=1440)
    says(version, (DEFAULT_TARGET, 480))

    assert clauses.fallback_minutes(version) == 1440


def test_the_templates_and_the_portal_know_the_same_settings() -> None:
    assert set(OF_PAPERS) == set(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=list(SETTINGS))
def test_each_setting_tells_what_it_does(setting: Any) -> None:
    values = list(setting.does) if isinstance(setting.does, dict) else [setting.most]

    assert all("%(" not in setting.sentence(value) for value in values)
    assert all(setting.told(value) for value in values)
    assert all(setting.read(value) == value for value in values)


def test_what_documents_say_about_themselves_stands_together() -> None:
    protocol, privacy = document(Policy.Kind.PROTOCOL, month=1), document(month=2)
    says(protocol, (REVIEW_MONTHS, 6))
    says(privacy, (REVIEW_MONTHS, 24))

    told = {(one.version, one.value) for one in clauses.by_document()}

    assert told == {(protocol, 6), (privacy, 24)}


@pytest.mark.parametrize(("language", "words"), [("en", "Nobody has to look"), ("nl", "Niemand")])
def test_no_first_messages_is_said_in_words(language: str, words: str) -> None:
    setting = SETTINGS[APPROVED_POSTS]

    with override(language):
        assert setting.sentence(0).startswith(words)
        assert "0" not in setting.sentence(0)
        assert words in setting.difference(3, 0)
        assert words in setting.difference(0, 3)
        assert "3" in setting.difference(0, 3)
