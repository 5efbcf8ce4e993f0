from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import now
from governance.domain import policies, practice
from governance.domain.clause_settings import MATCHED, UNMATCHED
from monitoring.domain import intake, retention
from monitoring.models import Mention, Source
from people.models import User
from tests.factories.clauses import document, ends, says
from tests.factories.monitoring import (
    MatchFactory,
    MentionFactory,
    SearchTermFactory,
    SourceFactory,
)
from tests.factories.webcare import ticket_about
from tests.monitoring.fake_platform import batch, post

pytestmark = pytest.mark.django_db


def seen(days: int, **fields: object) -> Mention:
    mention: Mention = MentionFactory(
        is_relevant=False, seen_at=now() - timedelta(days=days), **fields
    )
    return mention


def test_retention_follows_the_clause_from_the_moment_of_approval(dirk: User, anna: User) -> None:
    draft = document(author=anna)
    says(draft, (UNMATCHED, 14))
    seen(20)
    assert retention.forget_expired(at=now()) == 0

    policies.approve(policies.submit(draft, by=anna, approver=dirk), by=dirk)

    assert retention.forget_expired(at=now()) == 1


def test_it_returns_to_the_default_when_the_clause_is_withdrawn() -> None:
    version = document(month=1)
    says(version, (UNMATCHED, 14))
    ends(version)
    seen(20)

    assert retention.forget_expired(at=now()) == 0


def test_a_value_that_cannot_be_read_removes_nothing_more_than_the_default() -> None:
    says(document(month=1), (UNMATCHED, 0), (MATCHED, "1"))
    seen(20)

    assert retention.forget_expired(at=now()) == 0


def test_matched_messages_have_a_term_of_their_own() -> None:
    says(document(month=1), (MATCHED, 40))
    MatchFactory(mention__seen_at=now() - timedelta(days=41))
    MatchFactory(mention__seen_at=now() - timedelta(days=39))

    assert retention.forget_expired(at=now()) == 1


def test_what_is_in_a_ticket_stays_whatever_a_clause_says() -> None:
    says(document(month=1), (UNMATCHED, 1), (MATCHED, 1))
    ticket_about("Vraag")
    Mention.objects.update(seen_at=now() - timedelta(days=400))

    assert retention.forget_expired(at=now()) == 0


def test_who_decides_can_be_told_how_many_go() -> None:
    draft = document()
    says(draft, (UNMATCHED, 14))
    seen(20)
    seen(31)

    then = retention.Terms.of(practice.retention_with(draft))

    assert retention.would_go(then, retention.terms(), at=now()) == [2, 1]


def test_what_a_feed_shows_again_after_a_short_term_makes_no_news() -> None:
    """Matched messages that went after ten days come back as history, not as a new question."""
    says(document(month=1), (MATCHED, 10))
    SearchTermFactory(query="vraag")
    feed: Source = SourceFactory(
        platform="rss", kind="feed", channel=None, history_done_at=now() - timedelta(days=90)
    )  # fmt: skip

    intake.store(feed, batch(post("1", "Vraag", published_at=now() - timedelta(days=15))), now())

    assert Mention.objects.get().is_relevant
    assert not Mention.objects.untriaged().exists()
