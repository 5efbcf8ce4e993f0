"""The SQL that puts many mentions and their matches into the database in one statement each.

All rows travel as one JSON value, which Postgres reads faster than a list of parameters. What is
stored already and did not change is not touched: a repeated page writes no tuple.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple, TypedDict

import orjson
from django.db import connection

from connectors.text import storable

COLUMNS: Final = {
    "external_id": "varchar",
    "author_handle": "varchar",
    "author_name": "varchar",
    "author_external_id": "varchar",
    "title": "varchar",
    "text": "text",
    "url": "varchar",
    "in_reply_to": "varchar",
    "conversation": "varchar",
    "published_at": "timestamptz",
    "edited_at": "timestamptz",
    "deleted_at": "timestamptz",
    "raw": "jsonb",
    "lang": "varchar",
    "sentiment": "varchar",
    "sentiment_certainty": "float8",
    "threat": "varchar",
    "threat_words": "varchar[]",
    "is_relevant": "boolean",
    "is_history": "boolean",
    "is_own": "boolean",
    "is_repost": "boolean",
}
_REPLACED: Final = ("title", "text", "url", "raw", "edited_at", "lang")
_JUDGED: Final = ("sentiment", "sentiment_certainty", "threat", "threat_words")
_SHARED: Final = {
    "platform": "varchar",
    "source_id": "bigint",
    "seen_at": "timestamptz",
}
_NAMES: Final = ", ".join((*COLUMNS, *_SHARED))
_VALUES: Final = ", ".join((*COLUMNS, *(f"%({name})s::{kind}" for name, kind in _SHARED.items())))
_TYPES: Final = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())

# A deleted mention stays deleted, an older version never replaces a newer one, and what webcare
# wrote on the row (`triaged_at`, the judgement) is left alone; only other words are judged anew.
_REWORDED: Final = "(excluded.title, excluded.text) IS DISTINCT FROM (stored.title, stored.text)"
_GRAVER: Final = (
    f"({_REWORDED} AND position(excluded.threat in 'none possible likely')"
    " > position(stored.threat in 'none possible likely'))"
)
_JUDGED_ANEW: Final = ", ".join(
    f"{name} = CASE WHEN {_REWORDED} THEN excluded.{name} ELSE stored.{name} END"
    for name in _JUDGED
)
_UPSERT: Final = f"""
    INSERT INTO monitoring_mention AS stored ({_NAMES})
    SELECT {_VALUES} FROM json_to_recordset(%(rows)s::json) AS incoming ({_TYPES})
    ON CONFLICT (platform, external_id) DO UPDATE SET
        {", ".join(f"{name} = excluded.{name}" for name in _REPLACED)},
        {_JUDGED_ANEW},
        is_relevant = stored.is_relevant OR excluded.is_relevant,
        is_history = CASE WHEN stored.is_relevant AND NOT {_GRAVER} THEN stored.is_history
                          ELSE excluded.is_history END,
        judged_team = CASE WHEN {_REWORDED} THEN '' ELSE stored.judged_team END,
        triaged_at = CASE WHEN {_REWORDED} THEN NULL ELSE stored.triaged_at END
    WHERE stored.deleted_at IS NULL AND excluded.deleted_at IS NULL
        AND coalesce(excluded.edited_at, '-infinity') >= coalesce(stored.edited_at, '-infinity')
        AND (excluded.title, excluded.text, excluded.edited_at)
            IS DISTINCT FROM (stored.title, stored.text, stored.edited_at)
    RETURNING id, external_id, xmax = 0
"""  # noqa: S608 - built of our own constants
_KNOWN: Final = """
    SELECT id, external_id, title, text, edited_at, deleted_at, source_id, is_relevant, is_history
    FROM monitoring_mention WHERE platform = %s AND external_id = ANY(%s::varchar[])
"""
_MATCH: Final = """
    INSERT INTO monitoring_match (mention_id, term_id)
    SELECT * FROM unnest(%s::bigint[], %s::bigint[])
    ON CONFLICT (mention_id, term_id) DO NOTHING
"""


_NUL: Final = b"\\u0000"


class Written(NamedTuple):
    """A row that was inserted or changed."""

    pk: int
    external_id: str
    is_new: bool


class Known(NamedTuple):
    """What is stored of a post, as far as it tells whether something changed."""

    pk: int
    external_id: str
    title: str
    text: str
    edited_at: datetime | None
    deleted_at: datetime | None
    source_id: int | None
    is_relevant: bool
    is_history: bool


class Shared(TypedDict):
    """What is the same for all rows of one statement."""

    platform: str
    source_id: int | None
    seen_at: datetime


def known(platform: str, external_ids: Iterable[str]) -> dict[str, Known]:
    """What is stored of these posts; one array, because a thousand parameters are slow."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [platform, list(external_ids)])
        found = (Known(*row) for row in cursor.fetchall())
        return {one.external_id: one for one in found}


def upsert(rows: Sequence[Mapping[str, Any]], shared: Shared) -> list[Written]:
    """Insert or update `rows` (one per external id); what did not change is not in the answer.

    Raises DataError when Postgres refuses a value.
    """
    if not rows:
        return []
    params: dict[str, Any] = {**shared, "rows": _as_json(rows).decode()}
    with connection.cursor() as cursor:
        cursor.execute(_UPSERT, params)
        return [Written(*found) for found in cursor.fetchall()]


def add_matches(pairs: Iterable[tuple[int, int]]) -> None:
    """Store (mention id, term id) pairs; those that are known already stay as they are."""
    mentions, terms = [], []
    for mention, term in pairs:
        mentions.append(mention)
        terms.append(term)
    if mentions:
        with connection.cursor() as cursor:
            cursor.execute(_MATCH, [mentions, terms])


def _as_json(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows as JSON that Postgres takes; raw answers are cleaned only when that is needed."""
    try:
        dumped = orjson.dumps(rows)
    except TypeError:
        dumped = _NUL
    if _NUL not in dumped:
        return dumped
    return orjson.dumps([{**row, "raw": _storable(row["raw"])} for row in rows])


def _storable(raw: Any) -> orjson.Fragment:
    """Through the standard library, which writes numbers of any size."""
    return orjson.Fragment(json.dumps(storable(raw)).encode())
