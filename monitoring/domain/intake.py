"""Storing a page of a platform: all or nothing, and twice is the same as once.

One transaction holds the mentions, their matches, what was not understood and the source's cursor.
A crash repeats the page and changes nothing. An item that cannot be stored is kept as it came and
counted; the rest of the page goes on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.db import DataError, IntegrityError, transaction
from django.db.models import Q

from connectors.types import Batch, Unparsed
from monitoring.domain import (
    leftovers,
    matching,
    mention_copy,
    mention_rows,
    mention_upsert,
    retention,
)
from monitoring.domain.doorbell import ring_on_commit
from monitoring.domain.mention_rows import Cleaned, Setting, Version
from monitoring.domain.mention_upsert import Known, Shared, Written
from monitoring.models import Channel, Match, Mention, Source

EVERYTHING: Final = datetime.max.replace(tzinfo=UTC)
NOTHING: Final = datetime.min.replace(tzinfo=UTC)
"""Moments for `Setting.history_before`."""


class TakenOver(Exception):
    """The source was changed, or polled by another worker, while we were asking the platform."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a page brought: `matched` counts new or changed mentions that a term finds."""

    new: int = 0
    updated: int = 0
    unparsed: int = 0
    matched: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(
            self.new + other.new,
            self.updated + other.updated,
            self.unparsed + other.unparsed,
            self.matched + other.matched,
        )


@dataclass(slots=True)
class _Page:
    """The rows of one page on their way in."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    terms: dict[str, set[int]] = field(default_factory=dict)
    refused: list[Unparsed] = field(default_factory=list)


def store(source: Source, batch: Batch, at: datetime) -> Stored:
    """Store one page of `source` with its cursor. `at` (aware) is our moment of seeing it.

    Raises `TakenOver` (and stores nothing) when the source moved on meanwhile.
    """
    stored, refused = Stored(unparsed=len(batch.unparsed)), list[Unparsed]()
    with transaction.atomic():
        if batch.posts:
            setting = setting_of(source, at=at)
            stored, refused = store_posts(batch, setting, live_from=source.history_done_at)
        leftovers.keep(source, (*batch.unparsed, *refused), at=at)
        leftovers.note_gap(source, batch.gap, at=at)
        _advance(source, batch, at=at, has_new=bool(stored.new))
    return stored


def store_posts(
    batch: Batch, setting: Setting, *, live_from: datetime | None = None
) -> tuple[Stored, list[Unparsed]]:
    """Store the posts of a page; call it inside a transaction. Also gives what was refused."""
    refused: list[Unparsed] = []
    incoming = mention_rows.latest(_cleaned(batch, setting.at, refused))
    known = mention_upsert.known(setting.platform, incoming)
    # In the same order everywhere, so that two workers with the same posts never lock each other.
    news = [incoming[key] for key in sorted(incoming) if _is_news(incoming[key], known.get(key))]
    page = _judged(news, known, setting)
    written = _write(page, known, setting)
    matched = _match(written, page.terms)
    missed = set(page.terms) - {one.external_id for one in written}
    if missed:  # another worker stored them since we looked
        known |= mention_upsert.known(setting.platform, missed)
    _adjust(incoming, known, setting, live_from=live_from)
    refused += page.refused
    new = sum(one.is_new for one in written)
    if written and any(map(mention_rows.waits_for_triage, page.rows)):
        ring_on_commit("webcare.triage_new", queue="triage")
    unparsed = len(batch.unparsed) + len(refused)
    return Stored(new, len(written) - new, unparsed, matched), refused


def setting_of(source: Source, *, at: datetime) -> Setting:
    """What holds for all posts of a page of `source`."""
    kept_from = _kept_from(at) if source.history_done_at else None
    return Setting(
        platform=source.platform,
        at=at,
        source_id=source.pk,
        history_before=_history_before(source, kept_from),
        is_about_us=source.is_about_us,
        forgotten_before=kept_from,
        **own_accounts(source.platform),
    )


def _history_before(source: Source, kept_from: datetime | None) -> datetime:
    """What was published before this, makes no ticket.

    At first all of it; while a long first run goes on, what stood there when somebody last changed
    the source. Later what may have been forgotten already: feeds give old items again for years.
    """
    if kept_from is not None:
        return kept_from
    return source.updated_at if source.cursor else EVERYTHING


def _kept_from(at: datetime) -> datetime:
    """What nobody needs and was published before this, was taken away by retention.

    By the shorter of both terms: what a search term found may be the first to go, and would come
    back as news.
    """
    kept = retention.terms()
    return at - min(kept.unmatched, kept.matched)


def own_accounts(platform: str) -> dict[str, frozenset[str]]:
    """The ids and handles of our own channels on `platform`."""
    channels = list(Channel.objects.filter(platform=platform).only("external_id", "handle"))
    handles = {channel.handle.lower().lstrip("@") for channel in channels}
    servers = {
        f"{channel.handle.lower().lstrip('@')}@{urlsplit(channel.base_url).hostname}"
        for channel in channels
        if channel.base_url
    }
    return {
        "own_ids": frozenset(channel.external_id for channel in channels) - {""},
        "own_handles": frozenset(handles | servers) - {""},
    }


def _cleaned(batch: Batch, at: datetime, refused: list[Unparsed]) -> Iterable[Cleaned]:
    for post in batch.posts:
        try:
            yield mention_rows.cleaned(post, at=at)
        except (ValueError, TypeError, AttributeError, OverflowError) as fault:
            refused.append(Unparsed(leftovers.as_raw(post), f"{type(fault).__name__}: {fault}"))


def _is_news(one: Cleaned, known: Known | None) -> bool:
    if known is None:
        return True
    return not one.version.is_deleted and one.version.replaces(_version(known))


def _version(known: Known) -> Version:
    return Version(known.title, known.text, known.edited_at, known.deleted_at is not None)


def _judged(news: Iterable[Cleaned], known: Container[str], setting: Setting) -> _Page:
    matcher = matching.matcher()
    page = _Page()
    for one in news:
        try:
            row, terms = mention_rows.row(one, matcher, setting)
        except (ValueError, TypeError, AttributeError, OverflowError) as fault:
            raw = leftovers.as_raw(one.post)
            page.refused.append(Unparsed(raw, f"{type(fault).__name__}: {fault}"))
            continue
        if one.external_id not in known and setting.is_forgotten(row):
            continue
        page.rows.append(row)
        page.terms[one.external_id] = terms
    return page


def _write(page: _Page, known: Container[str], setting: Setting) -> list[Written]:
    """New rows by COPY; what changed, and what COPY does not take, row by row."""
    shared: Shared = {
        "platform": setting.platform,
        "source_id": setting.source_id,
        "seen_at": setting.at,
    }
    fresh = [row for row in page.rows if row["external_id"] not in known]
    if not fresh:
        return _upsert(page, page.rows, shared)
    try:
        with transaction.atomic():
            copied = mention_copy.insert(fresh, shared)
    except (IntegrityError, DataError, TypeError, ValueError):
        return _upsert(page, page.rows, shared)
    changed = [row for row in page.rows if row["external_id"] in known]
    return copied + _upsert(page, changed, shared)


def _upsert(page: _Page, rows: Sequence[dict[str, Any]], shared: Shared) -> list[Written]:
    """Write the rows; one that Postgres refuses is found by halving, and does not stop the rest."""
    written: list[Written] = []
    waiting: list[Sequence[dict[str, Any]]] = [rows] if rows else []
    while waiting:
        rows = waiting.pop()
        try:
            with transaction.atomic():
                written += mention_upsert.upsert(rows, shared)
        except DataError as fault:
            if len(rows) > 1:
                waiting += [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
                continue
            page.terms.pop(rows[0]["external_id"])
            page.refused.append(Unparsed(leftovers.as_raw(rows[0]), str(fault)))
    return written


def _match(written: Sequence[Written], terms: dict[str, set[int]]) -> int:
    changed = [one.pk for one in written if not one.is_new]
    if changed:
        Match.objects.filter(mention__in=changed).delete()
    mention_upsert.add_matches((one.pk, term) for one in written for term in terms[one.external_id])
    return sum(bool(terms[one.external_id]) for one in written)


def _adjust(
    incoming: dict[str, Cleaned],
    known: dict[str, Known],
    setting: Setting,
    *,
    live_from: datetime | None,
) -> None:
    """What a page changes on mentions that are stored already: deleted, meant for us, live."""
    standing = [mention for mention in known.values() if mention.deleted_at is None]
    erased = [one.pk for one in standing if incoming[one.external_id].version.is_deleted]
    others = [one for one in standing if one.source_id != setting.source_id]
    meant = [one.pk for one in others if setting.is_about_us and not one.is_relevant]
    live = [
        one.pk
        for one in others
        if one.is_history
        and live_from is not None
        and _is_live(incoming[one.external_id], setting, live_from)
    ]
    if erased:
        Mention.objects.filter(pk__in=erased).update(
            title="", text="", raw={}, deleted_at=setting.at
        )
    if live:
        Mention.objects.filter(pk__in=live).update(is_history=False)
    if meant:
        is_history = Q(published_at__lt=setting.history_before)
        Mention.objects.filter(pk__in=meant).update(is_relevant=True, is_history=is_history)


def _is_live(one: Cleaned, setting: Setting, live_from: datetime) -> bool:
    return one.published_at >= live_from and not setting.is_history(one.published_at)


def _advance(source: Source, batch: Batch, *, at: datetime, has_new: bool) -> None:
    """Move the cursor with the rows that it brought in, unless the source changed hands."""
    values: dict[str, Any] = {"cursor": dict(batch.cursor)}
    if has_new:
        values["last_item_at"] = at
    if not batch.more and source.history_done_at is None:
        values["history_done_at"] = at
    if batch.rate:
        values["rate_remaining"] = batch.rate.remaining
        values["rate_reset_at"] = batch.rate.reset_at
    same_hands = Source.objects.filter(pk=source.pk, leased_until=source.leased_until)
    if not same_hands.update(**values):
        raise TakenOver(f"Source {source.pk} was changed while it was polled.")
    for name, value in values.items():
        setattr(source, name, value)
