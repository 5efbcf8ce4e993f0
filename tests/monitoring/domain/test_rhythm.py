"""When to poll again, who fell silent, the daily figures, and the tasks that start it all."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

import pytest
from celery import current_app
from kombu.exceptions import OperationalError

from connectors.errors import Temporary
from core.clock import now
from monitoring import tasks
from monitoring.domain import freshness, intake, pacing, polling, statistics
from monitoring.models import DailyStatistic, Mention, Source
from tests.factories.monitoring import ChannelFactory, SourceFactory
from tests.monitoring.fake_platform import AT, FakePlatform, batch, post

MINUTE = timedelta(minutes=1)


def test_the_interval_is_spread_a_little() -> None:
    times = {pacing.after_success(AT, interval=10 * MINUTE, more=False) for _ in range(50)}

    assert len(times) > 10
    assert AT + 9 * MINUTE <= min(times) <= max(times) <= AT + 10 * MINUTE


@pytest.mark.parametrize("failures", [1, 2, 4, 100])
def test_back_off_has_a_roof(failures: int) -> None:
    waits = [pacing.after_fault(AT, failures=failures) - AT for _ in range(100)]

    roof = min(pacing.CAP, pacing.BASE * 2 ** min(failures, 20))
    assert all(timedelta(0) < wait <= roof for wait in waits)


def test_a_wish_in_the_past_is_no_wish() -> None:
    wait = pacing.after_fault(AT, failures=1, retry_at=AT - MINUTE) - AT

    assert timedelta(0) < wait <= 2 * pacing.BASE


@pytest.mark.django_db
def test_sources_that_fell_silent_are_marked() -> None:
    old = now() - timedelta(hours=80)
    silent = SourceFactory(health="ok", last_item_at=old)
    SourceFactory(health="ok", last_item_at=now())
    SourceFactory(health="ok", last_item_at=old, silent_after_hours=100)
    SourceFactory(health="failing", last_item_at=old)
    SourceFactory(health="ok", last_item_at=old, is_active=False)

    freshness.mark_silent(at=now())

    assert list(Source.objects.filter(health=Source.Health.SILENT)) == [silent]


@pytest.mark.django_db
def test_figures_are_kept_once_a_day(platform: type[FakePlatform]) -> None:
    channel = ChannelFactory(platform="mastodon")
    ChannelFactory(platform="tiktok")
    DailyStatistic.objects.create(
        channel=channel, date=date(2026, 11, 23), metric="followers", value=1
    )

    statistics.measure_channels(at=AT)

    figures = DailyStatistic.objects.values_list("channel", "date", "metric", "value")
    assert list(figures) == [(channel.pk, date(2026, 11, 23), "followers", 120)]


@pytest.mark.django_db
def test_a_channel_that_cannot_be_measured_leaves_a_gap(
    platform: type[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: FakePlatform) -> None:
        raise Temporary("503")

    monkeypatch.setattr(FakePlatform, "measure", fails)
    ChannelFactory(platform="mastodon")

    assert statistics.measure_channels(at=AT) == 0


@pytest.mark.django_db
def test_every_due_source_gets_a_task_of_its_own(
    live_source: Source, platform: type[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, str]] = []
    monkeypatch.setattr(tasks.poll_source, "delay", lambda *args: given.append(args))
    SourceFactory(next_poll_at=now() + MINUTE)

    tasks.poll_due()
    tasks.poll_due()

    live_source.refresh_from_db()
    assert live_source.leased_until is not None
    assert given == [(live_source.pk, live_source.leased_until.isoformat())]


@pytest.mark.django_db
def test_a_task_that_is_delivered_twice_polls_once(
    live_source: Source, platform: type[FakePlatform], monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, str]] = []
    monkeypatch.setattr(tasks.poll_source, "delay", lambda *args: given.append(args))
    tasks.poll_due()

    tasks.poll_source(*given[0])
    tasks.poll_source(*given[0])

    assert len(platform.cursors) == 1


def test_every_beat_of_monitoring_is_a_task() -> None:
    beats = {entry["task"] for entry in current_app.conf.beat_schedule.values()}

    assert {name for name in beats if name.startswith("monitoring.")} <= set(current_app.tasks)


@pytest.mark.django_db(transaction=True)
def test_webcare_is_rung_after_the_commit(live_source: Source, broker: list[str]) -> None:
    intake.store(live_source, batch(post("1")), AT)
    intake.store(live_source, batch(post("1")), AT)

    assert broker == ["webcare.triage_new"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("pages", "rings"), [(1, 1), (2, 2), (5, 2)])
def test_a_long_poll_rings_at_its_first_page_and_at_its_end(
    live_source: Source, platform: type[FakePlatform], broker: list[str], pages: int, rings: int
) -> None:
    at = now() - MINUTE
    for page in range(pages):
        more = page < pages - 1
        platform.give("fedi", batch(post(str(page), published_at=at), more=more))

    polling.poll(live_source)

    assert broker == ["webcare.triage_new"] * rings


@pytest.mark.django_db(transaction=True)
def test_nobody_is_rung_for_what_no_search_term_finds(broker: list[str]) -> None:
    feed = SourceFactory(
        platform="rss", kind=Source.Kind.FEED, channel=None, history_done_at=AT.replace(day=1)
    )

    assert intake.store(feed, batch(post("1")), AT).new == 1
    assert broker == []


@pytest.mark.django_db(transaction=True)
def test_a_dead_broker_stops_nothing(live_source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("celery.app.base.Celery.send_task", dead)

    intake.store(live_source, batch(post("1")), AT)

    assert Mention.objects.count() == 1


def test_a_broker_that_is_away_keeps_no_page_waiting() -> None:
    started = time.monotonic()

    away = current_app.connection_for_write("redis://127.0.0.1:1/0")
    with away, pytest.raises(OperationalError):
        _ = away.default_channel

    assert time.monotonic() - started < 1
