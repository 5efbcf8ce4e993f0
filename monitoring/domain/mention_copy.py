"""The shortest way of new mentions into Postgres: its own COPY, in the text format.

It takes all rows or none. Where it refuses, `mention_upsert` finds out which one, and why.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, Final

import orjson
from django.db import connection

from monitoring.domain.mention_upsert import COLUMNS, Shared, Written


def _of_kind(*kinds: str) -> list[str]:
    return [name for name, kind in COLUMNS.items() if kind in kinds]


_TEXTS: Final = _of_kind("varchar", "text")
_MOMENTS: Final = _of_kind("timestamptz")
_FLAGS: Final = _of_kind("boolean")
_OTHERS: Final = ("sentiment_certainty", "threat_words", "raw", "source_id", "platform", "seen_at")
_NAMES: Final = ", ".join(("id", *_TEXTS, *_MOMENTS, *_FLAGS, *_OTHERS))
_COPY: Final = f"COPY monitoring_mention ({_NAMES}) FROM STDIN"
# COPY does not tell which keys it gave, so it is given them.
_KEYS: Final = """
    SELECT nextval(pg_get_serial_sequence('monitoring_mention', 'id')) FROM generate_series(1, %s)
"""
_ESCAPED: Final = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"})
_NULL: Final = r"\N"

_texts, _moments, _flags = itemgetter(*_TEXTS), itemgetter(*_MOMENTS), itemgetter(*_FLAGS)


def insert(rows: Sequence[Mapping[str, Any]], shared: Shared) -> list[Written]:
    """Insert `rows`, none of which may be stored already; call it in a savepoint.

    Raises IntegrityError when one is, and DataError, TypeError or ValueError for a value that
    cannot be stored as it is.
    """
    source = _NULL if shared["source_id"] is None else shared["source_id"]
    same = f"{source}\t{shared['platform']}\t{_moment(shared['seen_at'])}"
    with connection.cursor() as cursor, connection.wrap_database_errors:
        cursor.execute(_KEYS, [len(rows)])
        keys = [key for (key,) in cursor.fetchall()]
        lines = [f"{key}\t{_line(row)}\t{same}" for key, row in zip(keys, rows, strict=True)]
        cursor.copy_expert(_COPY, io.StringIO("\n".join(lines)))
    ids = (row["external_id"] for row in rows)
    return [Written(key, one, is_new=True) for key, one in zip(keys, ids, strict=True)]


def _line(row: Mapping[str, Any]) -> str:
    texts = "\t".join(_texts(row))
    if "\\" in texts or "\n" in texts or "\r" in texts or texts.count("\t") >= len(_TEXTS):
        texts = "\t".join([text.translate(_ESCAPED) for text in _texts(row)])
    moments = "\t".join(map(_moment, _moments(row)))
    flags = "\t".join(["t" if flag else "f" for flag in _flags(row)])
    words = _array(row["threat_words"]) if row["threat_words"] else "{}"
    # In JSON a line break or a tab is written as a backslash and a letter.
    raw = orjson.dumps(row["raw"]).decode().replace("\\", r"\\")
    return f"{texts}\t{moments}\t{flags}\t{row['sentiment_certainty']}\t{words}\t{raw}"


def _moment(value: datetime | None) -> str:
    return _NULL if value is None else value.isoformat()


def _array(values: Iterable[str]) -> str:
    quoted = (value.replace("\\", r"\\").replace('"', r"\"") for value in values)
    return ("{" + ",".join(f'"{value}"' for value in quoted) + "}").translate(_ESCAPED)
