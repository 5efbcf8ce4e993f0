"""Our channels: keys that go in and never come out, tested when they are saved."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_noop

from connectors.types import Identity
from core import audit
from core.clock import now
from monitoring.domain.connections import ability, connector_for
from monitoring.domain.doorbell import ring_on_commit
from monitoring.models import Channel, Source
from people.models import User


def key_names(platform: str) -> tuple[str, ...]:
    """The keys that `platform` asks for."""
    allows = ability(platform)
    return allows.keys if allows else ()


def with_keys(channel: Channel, keys: Mapping[str, str]) -> Channel:
    """Put filled-in `keys` on the channel (not stored yet); an empty one keeps what was there."""
    filled_in = {name: value.strip() for name, value in keys.items() if value.strip()}
    channel.credentials = {**channel.credentials, **filled_in}
    return channel


def try_keys(channel: Channel) -> Identity | None:
    """Ask the platform who we are; None when there is nothing to ask with.

    Raises a `ConnectorError`.
    """
    if not channel.credentials or ability(channel.platform) is None:
        return None
    return connector_for(channel).check()


@transaction.atomic
def save(
    channel: Channel, *, by: User, identity: Identity | None = None, new_keys: bool = False
) -> None:
    """Store a channel; what the platform says about us fills in what was left open.

    New keys wake up the sources that waited for them.
    """
    is_new = channel.pk is None
    if identity is not None:
        channel.external_id = channel.external_id or identity.external_id
    channel.save()
    if new_keys and not is_new:
        Source.objects.filter(channel=channel).exclude(health=Source.Health.OK).update(
            health=Source.Health.NEW,
            failures=0,
            fault="",
            last_error="",
            leased_until=None,
            next_poll_at=now(),
        )
        ring_on_commit("monitoring.poll_due", queue="poll")
    verb = gettext_noop("created") if is_new else gettext_noop("changed")
    audit.record(verb, channel, by=by, new_keys=new_keys)
