from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from connectors.errors import (
    AuthExpired,
    BudgetSpent,
    Gone,
    Rejected,
    Temporary,
    TooManyCalls,
)
from connectors.types import Rate, Unparsed
from monitoring.domain import pacing, polling
from monitoring.domain.intake import Stored
from monitoring.models import Mention, Source
from tests.factories.monitoring import SourceFactory
from tests.monitoring.fake_platform import AT, FakePlatform, batch, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("platform", "noon")]


@pytest.fixture
def noon() -> Iterator[Any]:
    with time_machine.travel(AT, tick=False) as traveller:
        yield traveller


def test_a_poll_stores_what_the_platform_gives(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", batch(post("1"), cursor="1", rate=Rate(300, 299, AT)))

    done = polling.poll(live_source)

    live_source.refresh_from_db()
    assert (done.fetched, done.stored, done.error) == (1, Stored(new=1), "")
    assert (live_source.health, live_source.last_success_at) == (Source.Health.OK, AT)
    assert (live_source.rate_remaining, live_source.leased_until) == (299, None)
    assert AT < live_source.next_poll_at <= AT + timedelta(seconds=60)


def test_all_waiting_pages_are_read_in_one_poll(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give(
        "fedi",
        batch(post("3"), cursor="walk 1", more=True),
        batch(post("2"), cursor="walk 2", more=True),
        batch(post("1"), cursor="3"),
    )

    assert polling.poll(live_source).stored.new == 3
    assert platform.cursors == [{}, {"high": "walk 1"}, {"high": "walk 2"}]


def test_a_long_backlog_goes_on_at_once(
    live_source: Source, platform: type[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "PAGES_PER_POLL", 2)
    platform.give("fedi", *(batch(post(str(n)), more=True) for n in range(3)))

    assert polling.poll(live_source).more
    assert live_source.next_poll_at == AT
    assert polling.poll(live_source).stored.new == 1


def test_pages_before_a_fault_stay(live_source: Source, platform: type[FakePlatform]) -> None:
    platform.give("fedi", batch(post("1"), cursor="half", more=True), Temporary("503"))

    polling.poll(live_source)

    live_source.refresh_from_db()
    assert Mention.objects.count() == 1
    assert live_source.cursor == {"high": "half"}
    assert (live_source.health, live_source.failures) == (Source.Health.FAILING, 1)


def test_one_failing_source_does_not_stop_the_others(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    broken = SourceFactory(platform="mastodon", address="broken", next_poll_at=AT)
    unknown = SourceFactory(platform="tiktok", next_poll_at=AT)
    platform.give("broken", ZeroDivisionError("oops"))
    platform.give("fedi", batch(post("1")))

    polling.poll_due()

    broken.refresh_from_db()
    unknown.refresh_from_db()
    assert Mention.objects.get().source == live_source
    assert (broken.fault, broken.last_error) == ("unexpected", "ZeroDivisionError: oops")
    assert unknown.health == Source.Health.FAILING


def test_the_platforms_own_wish_goes_first(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", Temporary("429", AT + timedelta(minutes=12)))

    polling.poll(live_source)

    wait = live_source.next_poll_at - AT
    assert timedelta(minutes=12) <= wait <= timedelta(minutes=12, seconds=5)
    assert (live_source.health, live_source.fault) == ("waiting", "wait")


def test_refused_keys_ask_for_a_person_and_are_tried_once_a_day(
    live_source: Source, platform: type[FakePlatform], noon: Any
) -> None:
    platform.give("fedi", AuthExpired("401"))

    polling.poll(live_source)

    assert (live_source.health, live_source.fault) == ("reconnect", "keys")
    assert live_source.next_poll_at > AT + timedelta(hours=20)
    noon.shift(timedelta(days=1))
    assert polling.claim_due() == [live_source]


def test_keys_that_worked_before_are_tried_again_soon(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", batch(post("1")), AuthExpired("401"))
    polling.poll(live_source)

    polling.poll(live_source)

    assert live_source.health == Source.Health.RECONNECT
    assert live_source.next_poll_at < AT + timedelta(minutes=1)


def test_too_many_calls_without_a_moment_are_not_followed_by_a_quicker_one(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    live_source.interval_seconds = 300
    platform.give("fedi", TooManyCalls("429"))

    polling.poll(live_source)

    assert (live_source.health, live_source.fault) == ("waiting", "wait")
    assert live_source.next_poll_at >= AT + timedelta(seconds=300)


def test_items_that_are_all_not_understood_are_a_fault_until_one_is(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    odd = Unparsed({"id": "1"}, "KeyError: text")
    platform.give("fedi", batch(unparsed=(odd,)), batch(), batch(post("2"), unparsed=(odd,)))

    faults = []
    for _ in range(3):
        polling.poll(live_source)
        faults.append(live_source.fault)

    assert faults == ["unreadable", "unreadable", ""]
    assert live_source.health == Source.Health.OK


@pytest.mark.parametrize(
    ("error", "fault"), [(Gone("404"), "gone"), (BudgetSpent("402"), "budget")]
)
def test_a_refusal_is_a_stop_and_not_a_retry(
    live_source: Source, platform: type[FakePlatform], error: Exception, fault: str
) -> None:
    platform.give("fedi", error)

    polling.poll(live_source)

    assert (live_source.health, live_source.fault) == ("stopped", fault)
    assert live_source.next_poll_at > AT + timedelta(hours=20)


def test_a_refusal_of_what_worked_before_may_be_a_hiccup(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", batch(post("1")), *[Rejected("HTML instead of a feed")] * 5)
    polling.poll(live_source)

    polling.poll(live_source)
    first = (live_source.health, live_source.next_poll_at < AT + timedelta(minutes=1))
    for _ in range(4):
        polling.poll(live_source)

    assert first == ("failing", True)
    assert live_source.health == "stopped"
    assert live_source.next_poll_at <= AT + timedelta(hours=1)


def test_five_faults_open_the_breaker_and_a_probe_closes_it(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", *[Temporary("503")] * 5)
    for _ in range(5):
        polling.poll(live_source)
    assert live_source.next_poll_at >= AT + pacing.OPEN_FOR

    platform.give("fedi", batch(post("1"), more=True), batch(post("2")))
    probe = polling.poll(live_source)

    assert (probe.fetched, live_source.failures) == (1, 0)
    assert polling.poll(live_source).fetched == 1


def test_a_claimed_source_is_not_claimed_again(live_source: Source) -> None:
    assert polling.claim_due() == [live_source]
    assert polling.claim_due() == []


def test_a_claim_is_used_once(live_source: Source, noon: Any) -> None:
    (claimed,) = polling.claim_due()
    noon.shift(1)

    assert polling.take(claimed.pk, lease=claimed.leased_until) == live_source
    assert polling.take(claimed.pk, lease=claimed.leased_until) is None


def test_a_lease_runs_out_by_itself(live_source: Source, noon: Any) -> None:
    polling.claim_due()
    noon.shift(polling.LEASE + timedelta(seconds=1))

    assert polling.claim_due() == [live_source]


def test_a_paused_source_is_left_alone(live_source: Source) -> None:
    Source.objects.update(is_active=False)

    assert polling.claim_due() == []


def test_a_feed_that_moved_is_read_at_its_new_address(platform: type[FakePlatform]) -> None:
    feed = SourceFactory(
        platform="rss", kind=Source.Kind.FEED, channel=None, address="https://oud.example/feed"
    )
    platform.give("https://oud.example/feed", batch(moved_to="https://nieuw.example/feed"))

    polling.poll(feed)

    feed.refresh_from_db()
    assert feed.address == "https://nieuw.example/feed"


def test_a_working_source_without_items_falls_silent(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    Source.objects.update(last_item_at=AT - timedelta(hours=73))
    live_source.refresh_from_db()

    polling.poll(live_source)

    assert live_source.health == Source.Health.SILENT


def test_no_platform_is_asked_more_often_than_it_allows(live_source: Source) -> None:
    live_source.interval_seconds = 5

    polling.poll(live_source)

    assert live_source.next_poll_at - AT >= timedelta(seconds=54)


def test_a_test_server_may_be_asked_more_often(live_source: Source, settings: Any) -> None:
    settings.SANDBOX_URL = "http://127.0.0.1:8123"
    live_source.interval_seconds = 5
    live_source.address = "http://127.0.0.1:8123"

    polling.poll(live_source)

    assert live_source.next_poll_at - AT <= timedelta(seconds=5)
