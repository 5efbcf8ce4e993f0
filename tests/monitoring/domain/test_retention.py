from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.clock import now
from monitoring.domain import intake, retention
from monitoring.models import Mention, Source, UnparsedItem
from tests.factories.monitoring import (
    MatchFactory,
    MentionFactory,
    SearchTermFactory,
    SourceFactory,
)
from tests.factories.webcare import ticket_about
from tests.monitoring.fake_platform import batch, post

pytestmark = pytest.mark.django_db


def days_ago(days: int) -> dict[str, Any]:
    return {"seen_at": now() - timedelta(days=days)}


def left() -> set[str]:
    return set(Mention.objects.values_list("text", flat=True))


def test_what_no_term_found_goes_first() -> None:
    MentionFactory(text="unmatched", is_relevant=False, **days_ago(31))
    MentionFactory(text="fresh", is_relevant=False, **days_ago(29))
    MatchFactory(mention__text="matched", mention__seen_at=now() - timedelta(days=89))

    assert retention.forget_expired(at=now()) == 1
    assert left() == {"fresh", "matched"}


def test_what_was_found_but_needed_no_ticket_goes_later() -> None:
    MatchFactory(mention__text="matched", mention__seen_at=now() - timedelta(days=91))

    retention.forget_expired(at=now())

    assert left() == set()


def test_what_is_in_a_ticket_stays() -> None:
    ticket_about("Vraag")
    Mention.objects.update(**days_ago(400), is_relevant=False)

    retention.forget_expired(at=now())

    assert left() == {"Vraag"}


def test_all_of_it_goes_however_much_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "PORTION", 2)
    MentionFactory.create_batch(5, is_relevant=False, **days_ago(31))

    assert retention.forget_expired(at=now()) == 5


def test_the_days_are_a_setting(settings: Any) -> None:
    settings.KEEP_UNMATCHED_DAYS = 3
    MentionFactory(is_relevant=False, **days_ago(4))

    assert retention.forget_expired(at=now()) == 1


def test_items_not_understood_go_too() -> None:
    UnparsedItem.objects.create(
        source=SourceFactory(), fingerprint="f", raw={}, reason="odd", **days_ago(31)
    )

    retention.forget_expired(at=now())

    assert not UnparsedItem.objects.exists()


@pytest.fixture
def feed() -> Source:
    """A feed past its first run."""
    source: Source = SourceFactory(
        platform="rss", kind="feed", channel=None, history_done_at=now() - timedelta(days=90)
    )
    return source


def test_what_was_forgotten_stays_so_though_the_feed_still_shows_it(feed: Source) -> None:
    begun = now()
    shown = batch(post("1", "Nieuwbouw duurder", published_at=begun))
    intake.store(feed, shown, begun)
    later = begun + timedelta(days=31)
    assert retention.forget_expired(at=later) == 1

    stored = intake.store(feed, shown, later)

    assert (stored.new, left()) == (0, set())


def test_an_old_item_that_a_term_finds_is_stored(feed: Source) -> None:
    SearchTermFactory(query="nieuwbouw")

    intake.store(feed, batch(post("1", "Nieuwbouw", **published(40))), now())

    assert left() == {"Nieuwbouw"}


def test_an_old_item_that_is_still_here_takes_over_an_edit(feed: Source) -> None:
    MentionFactory(platform="rss", external_id="1", text="oud", is_relevant=False, **published(40))
    edited = post("1", "nieuw", edited_at=now() - timedelta(minutes=1), **published(40))

    intake.store(feed, batch(edited), now())

    assert left() == {"nieuw"}


def test_what_a_feed_shows_at_first_is_stored_however_old() -> None:
    feed = SourceFactory(platform="rss", kind="feed", channel=None)

    intake.store(feed, batch(post("1", "Oud nieuws", **published(400))), now())

    assert left() == {"Oud nieuws"}


def published(days_ago: int) -> dict[str, Any]:
    return {"published_at": now() - timedelta(days=days_ago)}
