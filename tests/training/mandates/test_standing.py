"""Where somebody stands with the mandate, and that it is noticed when it comes and goes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.utils import translation

from core import audit
from core.clock import now
from governance.domain import acknowledgements
from governance.domain.clause_settings import NEEDS_ACKNOWLEDGEMENT
from governance.models import Policy
from people.models import User
from tests.factories.clauses import says
from tests.factories.growth import confirms, mandate_protocol, revised
from tests.factories.people import UserFactory
from tests.factories.reading import protocol, published
from tests.factories.training import CertificateFactory, CourseFactory
from training.domain import mandate_states, mandates
from training.domain.mandate_standing import standing
from training.models import Certificate, MandateState
from training.waiting import mandates as waiting

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


def certificate(user: User, **fields: Any) -> Certificate:
    course = CourseFactory(title="Post with care", counts_for_mandate=True)
    given: Certificate = CertificateFactory(user=user, course=course, **fields)
    return given


def test_without_a_rule_everybody_has_it(eva: User) -> None:
    where = standing(eva)

    assert where.held
    assert where.asks_nothing
    assert mandate_states.compare_all(at=now()) == 0


def test_each_condition_says_what_shows_it_and_where_one_acts(eva: User) -> None:
    version = mandate_protocol(course=True, posts=2)
    course = CourseFactory(title="Post with care", counts_for_mandate=True)

    where = standing(eva)

    assert not where.held
    assert "first read “Protocol”" in where.sentence
    confirm, done, posts = where.conditions
    assert confirm.act is not None
    assert confirm.act.url == f"/governance/policies/{version.policy.slug}/confirm/"
    assert confirm.clause.label == "Asked"
    assert done.act is not None
    assert str(course) in done.act.label
    assert posts.sentence.startswith("0 of your messages were approved. What counts is")
    assert where.next_step == confirm.act


def test_it_holds_as_long_as_the_certificate(eva: User) -> None:
    version = mandate_protocol(course=True)
    confirms(eva, version)
    certificate(eva, valid_until=date(2026, 12, 31))

    where = standing(eva, DAY)

    assert where.held
    assert where.until == date(2026, 12, 31)
    assert "until" in where.sentence
    assert "If “Protocol” changes, confirm it again" in where.sentence
    assert [one.is_met for one in where.conditions] == [True, True]
    assert where.conditions[0].evidence is not None
    assert where.conditions[0].evidence.url == version.get_absolute_url()


def test_a_material_change_takes_it_away_at_once_and_says_why(eva: User) -> None:
    version = mandate_protocol()
    confirms(eva, version)
    assert mandate_states.compare_all(at=now()) == 1
    revised(version)

    assert not mandates.holds(eva)
    assert mandate_states.compare_all(at=now()) == 1
    assert mandate_states.compare_all(at=now()) == 0

    state = MandateState.objects.get(user=eva)
    assert (state.is_held, state.why, state.params["policy"]) == (False, "revised", "Protocol")
    assert [entry.verb for entry in audit.history(state)] == [
        mandate_states.LOST,
        mandate_states.GOT,
    ]
    (item,) = waiting.lost(eva, DAY)
    assert "because “Protocol” was changed" in item.text
    assert item.url.endswith("/confirm/")


@pytest.mark.parametrize(
    ("fields", "why", "words"),
    [
        ({"valid_until": date(2026, 11, 20)}, "expired", "expired on"),
        ({"revoked_at": datetime.fromisoformat("2026-11-20T09:00Z")}, "withdrawn", "withdrawn"),
    ],
)
def test_a_certificate_that_ends_takes_it_away(
    eva: User, fields: dict[str, Any], why: str, words: str
) -> None:
    confirms(eva, mandate_protocol(course=True))
    given = certificate(eva)
    mandate_states.compare(eva)
    Certificate.objects.filter(pk=given.pk).update(**fields)

    mandate_states.compare(eva)

    assert MandateState.objects.get(user=eva).why == why
    assert words in standing(eva).sentence
    with translation.override("nl"):
        assert "Post with care" in standing(eva).sentence


def test_a_small_correction_takes_nothing_away(eva: User) -> None:
    version = mandate_protocol()
    confirms(eva, version)
    mandate_states.compare(eva)
    revised(version, is_material=False)

    assert mandate_states.compare_all(at=now()) == 0
    assert standing(eva).held
    assert list(waiting.lost(eva, DAY)) == []


def test_who_confirms_again_has_it_again_in_the_same_moment(eva: User) -> None:
    policy: Policy = protocol("Our protocol")
    first = published(policy)
    says(first, (NEEDS_ACKNOWLEDGEMENT, True))
    acknowledgements.confirm(eva, first)

    assert MandateState.objects.get(user=eva).is_held


def test_never_had_it_is_nothing_to_wait_for(eva: User) -> None:
    mandate_protocol()
    UserFactory.create_batch(3)

    assert mandate_states.compare_all(at=now()) == 0
    assert list(waiting.lost(eva, DAY)) == []
