"""How a source or channel of ours becomes a connector: address, keys, server, trusted hosts."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext

from connectors import registry
from connectors.base import Connector
from connectors.errors import ConnectorError
from connectors.types import Ability, Kind, Target
from monitoring.models import Channel, Platform, Source

MANY_SERVERS: Final = frozenset({Platform.MASTODON.value})
"""Platforms whose accounts live on a server of their own choice."""


def told(error: Exception) -> str:
    """What went wrong with a platform, in the reader's language where we have the words for it."""
    if isinstance(error, ConnectorError) and error.values:
        return gettext(error.template) % error.values
    return gettext(str(error))


def connector_for(subject: Source | Channel) -> Connector:
    """A connector for `subject`; makes no call. Raises KeyError for a platform without one."""
    target = _of_source(subject) if isinstance(subject, Source) else _of_channel(subject)
    return registry.connect(subject.platform, target)


def is_supported(platform: str) -> bool:
    """Whether we can speak with `platform`; the others come in by import."""
    return platform in registry.PLATFORMS


def ability(platform: str) -> Ability | None:
    """What `platform` allows, None when we cannot speak with it."""
    return registry.ability(platform) if is_supported(platform) else None


def shortest_interval(source: Source) -> int:
    """Seconds that must lie between two polls; a server that we trust may be asked faster."""
    allows = ability(source.platform)
    if allows is None or _host(_server(source)) in trusted_hosts():
        return 0
    return allows.min_interval


def lane_of(source: Source) -> str:
    """Who answers when `source` is polled: the server, or the platform where that is one."""
    return _host(_server(source)) or source.platform


def trusted_hosts() -> frozenset[str]:
    """ "host:port" of what the administrator set: proxies, test servers, the sandbox."""
    named = {_host(url) for url in (*settings.PLATFORM_URLS.values(), settings.SANDBOX_URL) if url}
    return frozenset(settings.TRUSTED_HOSTS) | named


def _of_source(source: Source) -> Target:
    channel = source.channel
    return Target(
        kind=Kind(source.kind),
        address=source.address or (_address(channel) if channel else ""),
        query=source.query,
        base_url=_base_url(source.platform, channel),
        credentials=dict(channel.credentials) if channel else {},
        trusted_hosts=trusted_hosts(),
    )


def _of_channel(channel: Channel) -> Target:
    return Target(
        kind=Kind.MENTIONS,
        address=_address(channel),
        base_url=_base_url(channel.platform, channel),
        credentials=dict(channel.credentials),
        trusted_hosts=trusted_hosts(),
    )


def _address(channel: Channel) -> str:
    """What the platform calls this account; where there are many servers, the server."""
    if channel.platform in MANY_SERVERS:
        return channel.base_url or channel.handle
    return channel.external_id


def _base_url(platform: str, channel: Channel | None) -> str:
    """Where the platform's API is called when that is not its own address."""
    override = str(settings.PLATFORM_URLS.get(platform, ""))
    if override or channel is None or platform in MANY_SERVERS:
        return override
    return channel.base_url


def _server(source: Source) -> str:
    """The address that polling this source really calls, as far as we know it."""
    target = _of_source(source)
    return target.base_url or target.address


def _host(url: str) -> str:
    parts = urlsplit(url)
    try:
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        return ""
    return f"{parts.hostname}:{port}" if parts.hostname else ""
