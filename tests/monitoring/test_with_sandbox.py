"""The real connectors against the practice platform: nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from monitoring.domain import polling
from monitoring.models import Mention, Source
from sandbox import Server
from tests.factories.monitoring import SourceFactory
from tests.faults.listening import say, source_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    with Server() as running:
        settings.SANDBOX_URL = running.url
        settings.PLATFORM_URLS = {name: f"{running.url}/{name}" for name in ("x", "facebook")}
        yield running


@pytest.fixture
def source(server: Server, request: pytest.FixtureRequest) -> Source:
    """Mentions of the college on the platform that the test names."""
    return source_on(server, request.param)


def texts(**filters: Any) -> list[str]:
    found = Mention.objects.filter(**filters).order_by("pk")
    return [one.text.split("#")[-1] for one in found]


@pytest.mark.parametrize("source", ["x", "facebook", "mastodon"], indirect=True)
def test_what_people_say_comes_in_once(server: Server, source: Source) -> None:
    say(server, source.platform, "oud #0")
    assert polling.poll(source).error == ""
    for number in range(1, 4):
        say(server, source.platform, f"nieuw #{number}")

    for _ in range(3):
        polling.poll(source)

    assert texts(is_history=True) == ["0"]
    assert sorted(texts(is_history=False)) == ["1", "2", "3"]


@pytest.mark.parametrize("source", ["x", "mastodon"], indirect=True)
def test_a_bad_day_of_the_platform_costs_no_mention(server: Server, source: Source) -> None:
    polling.poll(source)
    server.faults.add(source.platform, "*", "cut-body", times=1)
    server.faults.add(source.platform, "*", "500", times=1)
    say(server, source.platform, "tijdens #1")

    errors = [polling.poll(source).error for _ in range(3)]

    assert [bool(error) for error in errors] == [True, True, False]
    assert texts(is_history=False) == ["1"]
    source.refresh_from_db()
    assert (source.health, source.failures) == (Source.Health.OK, 0)


def test_a_feed_that_did_not_change_brings_nothing(server: Server) -> None:
    server.feeds.add_item("nieuws", "Nieuwbouw duurder", "De school wijst op gestegen kosten.")
    feed = SourceFactory(
        platform="rss", kind="feed", channel=None, address=f"{server.url}/feeds/nieuws.rss"
    )

    first, second = polling.poll(feed), polling.poll(feed)

    assert (first.error, first.stored.new) == ("", 1)
    assert (second.fetched, second.error) == (0, "")
