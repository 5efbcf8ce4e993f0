"""Writing the audit trail: one call beside the change, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from core.models import LogEntry


def record(
    verb: str, subject: Model, *, by: Any = None, reason: str = "", **detail: Any
) -> LogEntry:
    """Write that `by` (a user, or None for the system) did `verb` to `subject`.

    `detail` must be JSON; keep secrets and texts of outsiders out of it.
    """
    entry = _entry(verb, subject, by, detail, reason)
    entry.save(force_insert=True)
    return entry


def record_many(
    verb: str, subjects: Iterable[tuple[Model, dict[str, Any]]], *, by: Any = None
) -> None:
    """The same for many subjects of one kind, each with its own detail, in few questions."""
    entries = [_entry(verb, subject, by, detail) for subject, detail in subjects]
    LogEntry.objects.bulk_create(entries, batch_size=1000)


def _entry(
    verb: str, subject: Model, by: Any, detail: dict[str, Any], reason: str = ""
) -> LogEntry:
    actor = None if by is None or isinstance(by, AnonymousUser) else by
    return LogEntry(
        actor=actor,
        actor_name=str(actor) if actor else "",
        verb=verb,
        content_type=ContentType.objects.get_for_model(subject),
        object_id=subject.pk,
        detail=detail,
        reason=reason,
    )


def history(subject: Model) -> QuerySet[LogEntry]:
    """What happened to `subject`, newest first."""
    return LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(subject), object_id=subject.pk
    ).order_by("-at", "-pk")
