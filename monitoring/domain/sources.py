"""Sources as people keep them: look first, start, change, pause, poll now."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_noop

from connectors import registry
from connectors.types import Kind, Post, Target
from core import audit
from core.clock import now
from monitoring.domain.connections import trusted_hosts
from monitoring.domain.doorbell import ring_on_commit
from monitoring.models import Source
from people.models import User

# Another question to the platform: the bookmark of the old one means nothing to it.
WHERE_IT_LOOKS = frozenset({"platform", "kind", "channel", "address", "query"})


@dataclass(frozen=True, slots=True)
class FeedPreview:
    """What stands at the address of a feed."""

    title: str
    newest: Post | None
    count: int


def look_at_feed(address: str) -> FeedPreview:
    """Read a feed once, storing nothing. Raises a `ConnectorError`."""
    target = Target(kind=Kind.FEED, address=address, trusted_hosts=trusted_hosts())
    connector = registry.connect("rss", target)
    title = connector.check().name
    posts = connector.fetch({}).posts
    newest = max(posts, key=lambda post: post.published_at, default=None)
    return FeedPreview(title, newest, len(posts))


@transaction.atomic
def create(source: Source, *, by: User) -> Source:
    """Store a new source and poll it right away; what it finds first is history."""
    source.next_poll_at = now()
    source.save()
    audit.record(
        gettext_noop("created"), source, by=by, platform=source.platform, address=source.address
    )
    _ring()
    return source


@transaction.atomic
def change(source: Source, *, by: User, fields: list[str]) -> None:
    """Store a changed source (`fields` are those that changed)."""
    # Only these fields: a poll that is under way moves the bookmark meanwhile.
    touched = [*fields, "updated_at"]
    if WHERE_IT_LOOKS.intersection(fields):
        source.cursor = {}
        source.history_done_at = None
        touched += ["cursor", "history_done_at", *_start_afresh(source)]
    source.save(update_fields=touched)
    audit.record(gettext_noop("changed"), source, by=by, fields=fields)
    _ring()


@transaction.atomic
def pause(source: Source, *, by: User) -> None:
    """Ask the platform no more until someone resumes."""
    source.is_active = False
    source.save(update_fields=["is_active", "updated_at"])
    audit.record(gettext_noop("paused"), source, by=by)


@transaction.atomic
def resume(source: Source, *, by: User) -> None:
    source.is_active = True
    source.save(update_fields=["is_active", "updated_at", *_start_afresh(source)])
    audit.record(gettext_noop("resumed"), source, by=by)
    _ring()


@transaction.atomic
def poll_now(source: Source, *, by: User) -> None:
    """Put it at the front, whatever it was waiting for."""
    source.save(update_fields=_start_afresh(source))
    audit.record(gettext_noop("asked to poll"), source, by=by)
    _ring()


def _start_afresh(source: Source) -> list[str]:
    """Forget old trouble; a poll that is under way loses its lease and stores nothing more.

    Gives the fields to save.
    """
    source.next_poll_at = now()
    source.leased_until = None
    source.failures = 0
    source.fault = source.last_error = ""
    if source.health not in {Source.Health.OK, Source.Health.SILENT}:
        source.health = Source.Health.NEW
    return ["next_poll_at", "leased_until", "failures", "fault", "last_error", "health"]


def _ring() -> None:
    ring_on_commit("monitoring.poll_due", queue="poll")
