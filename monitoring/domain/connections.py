"""How a source or channel of ours becomes a connector: address, keys, server, trusted hosts."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from connectors import registry
from connectors.base import Connector
from connectors.types import Ability, Kind, Target
from monitoring.models import Channel, Source


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


def trusted_hosts() -> frozenset[str]:
    """ "host:port" of what the administrator set: proxies, test servers, the sandbox."""
    named = {_host(url) for url in (*settings.PLATFORM_URLS.values(), settings.SANDBOX_URL) if url}
    return frozenset(settings.TRUSTED_HOSTS) | named


def _of_source(source: Source) -> Target:
    channel = source.channel
    own = (_server_of(channel) or channel.external_id or channel.handle) if channel else ""
    return Target(
        kind=Kind(source.kind),
        address=source.address or own,
        query=source.query,
        base_url=_override(source.platform),
        credentials=dict(channel.credentials) if channel else {},
        trusted_hosts=trusted_hosts(),
    )


def _of_channel(channel: Channel) -> Target:
    return Target(
        kind=Kind.MENTIONS,
        address=_server_of(channel) or channel.external_id or channel.handle,
        base_url=_override(channel.platform),
        credentials=dict(channel.credentials),
        trusted_hosts=trusted_hosts(),
    )


def _server_of(channel: Channel) -> str:
    """The channel's own server; an administrator's override for the platform goes first."""
    return "" if _override(channel.platform) else channel.base_url


def _override(platform: str) -> str:
    return str(settings.PLATFORM_URLS.get(platform, ""))


def _server(source: Source) -> str:
    """The address that polling this source really calls, as far as we know it."""
    return (
        _override(source.platform)
        or (source.channel.base_url if source.channel else "")
        or source.address
    )


def _host(url: str) -> str:
    parts = urlsplit(url)
    try:
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        return ""
    return f"{parts.hostname}:{port}" if parts.hostname else ""
