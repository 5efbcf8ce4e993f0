from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from governance.domain.clause_settings import (
    APPROVED_POSTS,
    NEEDS_ACKNOWLEDGEMENT,
    NEEDS_COURSE,
    OWN_CHANNELS,
)
from governance.domain.mandates import Requirements, requirements
from governance.models import Policy, PolicyVersion
from people.models import User
from tests.factories.clauses import document, ends, next_version, says
from tests.factories.growth import confirms
from tests.factories.training import CertificateFactory, CourseFactory
from tests.factories.webcare import ReplyFactory
from training.domain import mandates

pytestmark = pytest.mark.django_db


@pytest.fixture
def protocol() -> PolicyVersion:
    """In force: who speaks for the college confirms it."""
    version = document(Policy.Kind.PROTOCOL, month=1, title="Protocol")
    says(version, (NEEDS_ACKNOWLEDGEMENT, True))
    return version


@pytest.fixture
def strict(protocol: PolicyVersion) -> PolicyVersion:
    """The same protocol asks the course as well, and two messages together with a colleague."""
    says(protocol, (NEEDS_COURSE, True), (APPROVED_POSTS, 2), title="First together")
    return protocol


@pytest.fixture
def accounts() -> PolicyVersion:
    """In force: who has no mandate needs a colleague."""
    version = document(Policy.Kind.ACCOUNTS, month=1, title="Account rules")
    says(version, (OWN_CHANNELS, "without_mandate"), title="Who may post")
    return version


def replaces(version: PolicyVersion, *, is_material: bool) -> PolicyVersion:
    """The next version is in force in its place, and says the same."""
    ends(version)
    following = next_version(version, in_force=True, is_material=is_material)
    says(following, (NEEDS_ACKNOWLEDGEMENT, True))
    return following


def test_without_a_clause_nothing_is_asked(anna: User) -> None:
    assert requirements() == Requirements()
    assert mandates.second_pair(anna) is None


def test_others_can_ask_what_is_required(strict: PolicyVersion, accounts: PolicyVersion) -> None:
    assert requirements() == Requirements(
        needs_acknowledgement=True,
        needs_course=True,
        approved_posts=2,
        own_channels="without_mandate",
        to_confirm=strict,
    )


def test_what_is_asked_is_told_one_by_one(
    anna: User, bas: User, strict: PolicyVersion, accounts: PolicyVersion
) -> None:
    confirms(anna, strict)
    why = mandates.second_pair(anna)
    assert why is not None
    assert why.missing == mandates.COURSE

    CertificateFactory(user=anna, course=CourseFactory(counts_for_mandate=True))
    ReplyFactory(author=anna, approved_by=bas, state="sent", sent_at=now())
    ReplyFactory(author=anna, state="sent", sent_at=now())
    why = mandates.second_pair(anna)
    assert why is not None
    assert (why.missing, why.needed, why.count) == (mandates.POSTS, 2, 1)
    assert "there are 1" in why.sentence

    ReplyFactory(author=anna, approved_by=bas, state="sent", sent_at=now())
    assert mandates.second_pair(anna) is None


@pytest.mark.parametrize(
    "certificate",
    [
        {"valid_until": date(2026, 6, 30)},
        {"revoked_at": datetime(2026, 6, 30, tzinfo=UTC)},
        {"course__counts_for_mandate": False},
    ],
    ids=["expired", "withdrawn", "another course"],
)
def test_only_a_valid_certificate_of_the_course_counts(
    anna: User, strict: PolicyVersion, accounts: PolicyVersion, certificate: dict[str, Any]
) -> None:
    confirms(anna, strict)
    CertificateFactory(**{"user": anna, "course__counts_for_mandate": True, **certificate})

    why = mandates.second_pair(anna)

    assert why is not None
    assert why.missing == mandates.COURSE


def test_who_did_not_confirm_the_protocol_needs_a_colleague(
    anna: User, protocol: PolicyVersion, accounts: PolicyVersion
) -> None:
    why = mandates.second_pair(anna)

    assert why is not None
    assert why.to_confirm == protocol
    assert "Protocol" in why.sentence
    assert "Who may post" in why.sentence
    assert why.url == protocol.get_absolute_url()


def test_who_confirmed_it_answers_alone(
    anna: User, protocol: PolicyVersion, accounts: PolicyVersion
) -> None:
    confirms(anna, protocol)

    assert mandates.second_pair(anna) is None


def test_a_confirmation_that_nobody_asked_for_is_no_condition(
    anna: User, accounts: PolicyVersion
) -> None:
    assert mandates.second_pair(anna) is None


def test_a_small_correction_does_not_take_the_mandate_away(
    anna: User, protocol: PolicyVersion, accounts: PolicyVersion
) -> None:
    confirms(anna, protocol)
    replaces(protocol, is_material=False)

    assert mandates.second_pair(anna) is None


def test_a_material_change_is_to_be_confirmed_anew(
    anna: User, protocol: PolicyVersion, accounts: PolicyVersion
) -> None:
    confirms(anna, protocol)
    following = replaces(protocol, is_material=True)

    why = mandates.second_pair(anna)

    assert why is not None
    assert why.to_confirm == following


def test_always_is_for_everybody(anna: User) -> None:
    version = document(Policy.Kind.ACCOUNTS, month=1)
    says(version, (OWN_CHANNELS, "always"), title="Four eyes")

    why = mandates.second_pair(anna)

    assert why is not None
    assert "Four eyes" in why.sentence
    assert why.url.startswith(f"{version.get_absolute_url()}#clause-")


def test_it_costs_one_query_or_two(
    anna: User,
    strict: PolicyVersion,
    accounts: PolicyVersion,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(2):
        mandates.second_pair(anna)
    ends(accounts)
    with django_assert_num_queries(1):
        mandates.second_pair(anna)
