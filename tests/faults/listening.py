"""One source of ours on each platform, and people who say something there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from monitoring.models import Source
from sandbox import Server
from sandbox.identity import (
    FACEBOOK_APP_SECRET,
    FACEBOOK_PAGE_ID,
    FACEBOOK_TOKEN,
    MASTODON_TOKEN,
    X_BEARER,
    X_USER_ID,
)
from tests.factories.monitoring import ChannelFactory, SourceFactory

CONNECTORS = ("x", "facebook", "mastodon", "rss")
FEED = "nieuws"


def source_on(server: Server, connector: str, **fields: Any) -> Source:
    """A source that was not polled yet."""
    channels: dict[str, dict[str, Any]] = {
        "x": {"external_id": X_USER_ID, "credentials": {"bearer_token": X_BEARER}},
        "facebook": {
            "external_id": FACEBOOK_PAGE_ID,
            "credentials": {"access_token": FACEBOOK_TOKEN, "app_secret": FACEBOOK_APP_SECRET},
        },
        "mastodon": {
            "base_url": server.mastodon.url,
            "credentials": {"access_token": MASTODON_TOKEN},
        },
    }
    if connector == "rss":
        where = {"kind": "feed", "channel": None, "address": f"{server.feeds.url}/{FEED}.rss"}
    else:
        where = {"channel": ChannelFactory(platform=connector, **channels[connector])}
    found: Source = SourceFactory(platform=connector, **where, **fields)
    return found


def say(server: Server, connector: str, text: str) -> None:
    """Something that `connector` can hear."""
    speak: dict[str, Callable[[str], object]] = {
        "x": server.x.add_mention,
        "facebook": server.facebook.add_tagged,
        "mastodon": server.mastodon.add_mention,
        "rss": lambda said: server.feeds.add_item(FEED, said, f"Een bericht over {said}."),
    }
    speak[connector](text)


def platform_of(connector: str) -> str:
    """What the practice platform calls it."""
    return "feeds" if connector == "rss" else connector
