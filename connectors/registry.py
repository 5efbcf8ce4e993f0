"""Which platforms there are; a connector is imported when it is first used."""

from __future__ import annotations

from importlib import import_module

from connectors.base import Connector
from connectors.types import Ability, Target

PLATFORMS: dict[str, str] = {
    "rss": "connectors.rss.connector.Rss",
    "x": "connectors.x.connector.X",
    "facebook": "connectors.facebook.connector.Facebook",
    "mastodon": "connectors.mastodon.connector.Mastodon",
}


def connector_class(platform: str) -> type[Connector]:
    """The class that speaks with `platform`. Raises KeyError for one that we do not know."""
    module, _, name = PLATFORMS[platform].rpartition(".")
    return getattr(import_module(module), name)  # type: ignore[no-any-return]


def connect(platform: str, target: Target) -> Connector:
    """A connector for one target; no call is made yet."""
    return connector_class(platform)(target)


def ability(platform: str) -> Ability:
    """What `platform` allows."""
    return connector_class(platform).ability
