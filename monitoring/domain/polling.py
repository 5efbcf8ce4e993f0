"""Polling a source: claim, ask, store, and say when again. One source never stops another.

The platform is asked outside any transaction; each page is stored with its cursor in one. A lease
keeps two workers apart and runs out by itself, so a killed worker costs time and nothing else.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from connectors.base import Connector
from connectors.errors import (
    AuthExpired,
    BudgetSpent,
    ConnectorError,
    Gone,
    Rejected,
    Temporary,
    TooManyCalls,
)
from core import audit
from core.clock import now
from monitoring.domain import doorbell, freshness, intake, pacing
from monitoring.domain.connections import connector_for, shortest_interval
from monitoring.domain.intake import Stored
from monitoring.models import Source

logger = logging.getLogger(__name__)

LEASE: Final = timedelta(seconds=90)
PAGES_PER_POLL: Final = 20
SECONDS_PER_POLL: Final = 45
SOURCES_PER_CLAIM: Final = 1_000
_LONGEST_ERROR: Final = 500

_FAULTS: Final = (
    (AuthExpired, Source.Fault.KEYS, Source.Health.RECONNECT),
    (BudgetSpent, Source.Fault.BUDGET, Source.Health.STOPPED),
    (Gone, Source.Fault.GONE, Source.Health.STOPPED),
    (Rejected, Source.Fault.REFUSED, Source.Health.STOPPED),
    (TooManyCalls, Source.Fault.WAIT, Source.Health.WAITING),
    (Temporary, Source.Fault.UNREACHABLE, Source.Health.FAILING),
)
_NOTHING_UNDERSTOOD: Final = "None of the items that came in could be understood."


@dataclass(frozen=True, slots=True)
class Poll:
    """What one poll did. `error` is empty when all went well; `more` says that pages wait."""

    source: Source
    fetched: int = 0
    stored: Stored = field(default_factory=Stored)
    more: bool = False
    error: str = ""


def claim_due(*, at: datetime | None = None, limit: int = SOURCES_PER_CLAIM) -> list[Source]:
    """Lease the sources whose time has come, at most `limit`; other workers skip these."""
    at = at or now()
    with transaction.atomic():
        due = Source.objects.due(at=at).select_for_update(skip_locked=True, of=("self",))
        sources = list(due.order_by("next_poll_at", "pk")[:limit])
        # If the message gets lost, the lease runs out and the next tick claims it again.
        Source.objects.filter(pk__in=[source.pk for source in sources]).update(
            leased_until=at + LEASE
        )
    for source in sources:
        source.leased_until = at + LEASE
    return sources


def take(source_id: int, *, lease: datetime | None = None) -> Source | None:
    """The source with a fresh lease for us; None when someone else is at it.

    `lease` is the one that `claim_due` gave: with it the claim is ours to use, once.
    """
    at = now()
    ours = Q(leased_until__isnull=True) | Q(leased_until__lt=at)
    if lease is not None:
        ours = Q(leased_until=lease)
    taken = Source.objects.filter(ours, pk=source_id).update(leased_until=at + LEASE)
    return Source.objects.select_related("channel").get(pk=source_id) if taken else None


def poll_due() -> list[Poll]:
    """Poll here and now whatever is due, one after the other."""
    taken = (take(source.pk, lease=source.leased_until) for source in claim_due())
    return [poll(source) for source in taken if source is not None]


def poll(source: Source) -> Poll:
    """Ask the platform for what is new and store it. Never raises for what a platform does."""
    outcome = Poll(source)
    try:
        connector = connector_for(source)
        with doorbell.joined():
            outcome = _read(source, connector, outcome)
    except intake.TakenOver as taken_over:
        return replace(outcome, error=str(taken_over))
    except ConnectorError as error:
        return replace(outcome, error=_failed(source, error))
    except Exception as error:  # one source's trouble, whatever it is, stays with that source
        logger.exception("polling source %s failed", source.pk)
        return replace(outcome, error=_failed(source, error))
    return outcome


def _read(source: Source, connector: Connector, outcome: Poll) -> Poll:
    """Page after page, until there is no more, or the poll took its share."""
    started = time.monotonic()
    pages = 1 if pacing.is_open(source.failures) else PAGES_PER_POLL
    for _ in range(pages):
        batch = connector.fetch(source.cursor)
        stored = intake.store(source, batch, now())
        outcome = replace(
            outcome,
            fetched=outcome.fetched + len(batch.posts) + len(batch.unparsed),
            stored=outcome.stored + stored,
            more=batch.more,
        )
        if batch.moved_to:
            _move(source, batch.moved_to)
        if not batch.more or time.monotonic() - started > SECONDS_PER_POLL:
            break
    _succeeded(source, outcome)
    return outcome


def _succeeded(source: Source, outcome: Poll) -> None:
    at = now()
    is_unreadable = _is_unreadable(source, outcome)
    if is_unreadable:
        health = Source.Health.FAILING
    else:
        is_silent = freshness.is_silent(source, at=at)
        health = Source.Health.SILENT if is_silent else Source.Health.OK
    _release(
        source,
        health=health,
        last_success_at=source.last_success_at if outcome.more else at,
        failures=0,
        fault=Source.Fault.UNREADABLE if is_unreadable else "",
        last_error=_NOTHING_UNDERSTOOD if is_unreadable else "",
        last_error_at=at if is_unreadable else source.last_error_at,
        next_poll_at=pacing.after_success(at, interval=_interval(source), more=outcome.more),
    )


def _is_unreadable(source: Source, outcome: Poll) -> bool:
    """Whether the platform changed its language: nothing was understood of what came last."""
    if outcome.fetched:
        return outcome.stored.unparsed >= outcome.fetched
    return source.fault == Source.Fault.UNREADABLE


def _failed(source: Source, error: Exception) -> str:
    """Note what went wrong, and when to try again. What we tell is a code and plain words."""
    at, failures = now(), source.failures + 1
    fault, health = _diagnosis(error)
    is_hiccup = _may_pass(source, error) and not pacing.is_open(failures)
    if health == Source.Health.STOPPED and is_hiccup:
        health = Source.Health.FAILING
    kind = "" if isinstance(error, ConnectorError) else f"{type(error).__name__}: "
    _release(
        source,
        health=health,
        fault=fault,
        failures=failures,
        last_error=f"{kind}{error}"[:_LONGEST_ERROR],
        last_error_at=at,
        next_poll_at=_next_try(source, error, at=at, failures=failures),
    )
    return f"{fault.value}: {source.last_error}"


def _next_try(source: Source, error: Exception, *, at: datetime, failures: int) -> datetime:
    """Later and later, but never never: not even a refusal makes us stop asking."""
    if isinstance(error, AuthExpired | Rejected) and not _may_pass(source, error):
        return pacing.after_refusal(at)
    asks_too_often = isinstance(error, TooManyCalls)
    return pacing.after_fault(
        at,
        failures=failures,
        retry_at=getattr(error, "retry_at", None),
        at_least=_interval(source) if asks_too_often else pacing.SOONEST,
    )


def _may_pass(source: Source, error: Exception) -> bool:
    """Whether a refusal may pass by itself: what worked before was not wrong, and a maintenance
    page or a bad hour of a platform looks like a refusal too. A spent budget does not."""
    return source.last_success_at is not None and not isinstance(error, BudgetSpent)


def _diagnosis(error: Exception) -> tuple[Source.Fault, Source.Health]:
    if isinstance(error, Temporary) and error.retry_at is not None:
        return Source.Fault.WAIT, Source.Health.WAITING
    for kind, fault, health in _FAULTS:
        if isinstance(error, kind):
            return fault, health
    return Source.Fault.UNEXPECTED, Source.Health.FAILING


def _interval(source: Source) -> timedelta:
    return timedelta(seconds=max(source.interval_seconds, shortest_interval(source)))


def _release(source: Source, **values: Any) -> None:
    """Write the outcome and give the lease back, unless the source changed hands meanwhile."""
    same_hands = Source.objects.filter(pk=source.pk, leased_until=source.leased_until)
    same_hands.update(**values, leased_until=None)
    for name, value in values.items():
        setattr(source, name, value)
    source.leased_until = None


def _move(source: Source, address: str) -> None:
    """A feed that moved for good is read at its new address from now on."""
    if address == source.address:
        return
    longest = Source._meta.get_field("address").max_length or 0
    if source.kind == Source.Kind.FEED and len(address) <= longest:
        audit.record(gettext_noop("moved"), source, before=source.address, after=address)
        source.address = address
        source.save(update_fields=["address"])
