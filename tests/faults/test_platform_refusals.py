"""R9: a platform that refuses, asks us to wait, or answers nonsense; for every connector.

Its own wish is honoured, people see within two intervals that something is wrong, and polling never
stops by itself: when the platform is well again, what was said meanwhile comes in. The practice
platform counts the calls that really came.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from core.clock import now
from monitoring.domain import pacing, polling
from monitoring.models import Mention, Source
from sandbox import Server
from tests.faults.listening import CONNECTORS, platform_of, say, source_on

pytestmark = [pytest.mark.fault, pytest.mark.django_db]

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
BAD_DAY = timedelta(hours=8)
LATEST = pacing.CAP + timedelta(seconds=1)
"""However long it goes wrong, a source that once worked is asked again within this time."""

SAYS = {
    "429": ("waiting", "wait"),
    "429-no-reset": ("waiting", "wait"),
    "unauthorised": ("reconnect", "keys"),
    "other-shape": ("failing", "unreachable"),
    "other-items": ("failing", "unreadable"),
    "empty-200": ("failing", "unreachable"),
    "html-200": ("failing", "unreachable"),
}
"""What a source says of itself: its health and its fault."""


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture(params=CONNECTORS)
def source(request: pytest.FixtureRequest, server: Server, clock: time_machine.Traveller) -> Source:
    """A source that works; its first poll is behind it."""
    found = source_on(server, request.param)
    say(server, found.platform, "eerst")
    polling.poll(found)
    assert found.health == Source.Health.OK
    clock.move_to(found.next_poll_at)
    return found


def spoil(server: Server, source: Source, kind: str, **details: Any) -> None:
    """Let every call go wrong, until somebody clears the faults."""
    where = platform_of(source.platform)
    server.faults.add(where, kind=kind, **{"seconds": BAD_DAY.total_seconds() * 10, **details})


def ring() -> int:
    """The heartbeat, and what a worker does then: how many sources were polled."""
    return len(polling.poll_due())


@pytest.mark.parametrize("kind", SAYS)
def test_polling_never_stops_by_itself(
    source: Source, server: Server, clock: time_machine.Traveller, kind: str
) -> None:
    Source.objects.update(interval_seconds=1800)
    spoil(server, source, kind, reset_in=1800)
    say(server, source.platform, "tijdens")
    ends_at = now() + BAD_DAY
    while now() < ends_at:
        assert ring() == 1, "nobody asks any more"
        source.refresh_from_db()
        assert now() < source.next_poll_at <= now() + LATEST
        clock.move_to(source.next_poll_at)

    server.faults.clear()
    ring()

    source.refresh_from_db()
    assert (source.health, source.failures) == (Source.Health.OK, 0)
    assert len([one for one in Mention.objects.all() if "tijdens" in one.text]) == 1


@pytest.mark.parametrize("kind", SAYS)
def test_within_two_intervals_the_source_says_what_is_wrong(
    source: Source, server: Server, clock: time_machine.Traveller, kind: str
) -> None:
    spoil(server, source, kind, reset_in=1800)
    say(server, source.platform, "tijdens")
    interval = timedelta(seconds=source.interval_seconds)
    for _ in range(2):
        ring()
        clock.shift(interval)

    source.refresh_from_db()

    is_web_page = (source.platform, kind) == ("rss", "html-200")
    says = ("failing", "refused") if is_web_page else SAYS[kind]
    assert (source.health, source.fault) == says
    assert source.last_error


def test_a_source_that_works_but_brings_nothing_says_that_it_is_silent(
    source: Source, server: Server, clock: time_machine.Traveller
) -> None:
    """An empty page is the one answer that cannot be told from a quiet day."""
    silent_at = now() + timedelta(hours=source.silent_after_hours)
    while now() < silent_at:
        clock.shift(timedelta(hours=6))
        ring()
    clock.shift(2 * timedelta(seconds=source.interval_seconds))
    ring()
    source.refresh_from_db()
    assert source.health == Source.Health.SILENT

    say(server, source.platform, "eindelijk")
    clock.shift(timedelta(minutes=1))
    ring()

    source.refresh_from_db()
    assert source.health == Source.Health.OK


@pytest.mark.parametrize("kind", ["429", "503-html"])
def test_nobody_asks_before_the_moment_that_the_platform_named(
    source: Source, server: Server, clock: time_machine.Traveller, kind: str
) -> None:
    spoil(server, source, kind, reset_in=780, times=1, seconds=None)
    named = now() + timedelta(seconds=780)
    ring()
    calls = len(server.calls)
    while now() + timedelta(seconds=20) < named:
        clock.shift(timedelta(seconds=20))
        assert ring() == 0
    assert len(server.calls) == calls

    # Facebook names whole minutes; five seconds more spread those who wait for the same moment.
    clock.move_to(named + timedelta(seconds=65))

    assert ring() == 1
    source.refresh_from_db()
    assert source.health == Source.Health.OK


def test_too_many_calls_without_a_moment_slow_us_down(
    source: Source, server: Server, clock: time_machine.Traveller
) -> None:
    spoil(server, source, "429-no-reset")
    waits = []
    for _ in range(6):
        ring()
        source.refresh_from_db()
        waits.append(source.next_poll_at - now())
        clock.move_to(source.next_poll_at)

    assert min(waits) >= timedelta(seconds=source.interval_seconds)
    assert min(waits[4:]) >= pacing.OPEN_FOR


def test_a_platform_that_refuses_holds_up_no_other(
    server: Server, clock: time_machine.Traveller
) -> None:
    sources = {name: source_on(server, name) for name in CONNECTORS}
    for kind in SAYS:
        for name in ("x", "facebook"):
            server.faults.add(name, kind=kind, times=1)
    for name in CONNECTORS:
        say(server, name, "hallo")

    for _ in SAYS:
        Source.objects.update(next_poll_at=now())
        assert ring() == len(CONNECTORS)

    healths = {name: Source.objects.get(pk=one.pk).health for name, one in sources.items()}
    assert (healths["mastodon"], healths["rss"]) == ("ok", "ok")
    assert healths["x"] != "ok"
    assert healths["facebook"] != "ok"
