"""P1: taking in mentions, as a fraction of what Postgres itself can copy into the same table.

30,000 mentions go through `intake.store` in pages of 1,000, with 500 search terms: cleaning,
duplicates, language, tone, danger, matches, all indexes. Then the same pages again: nothing may be
written. The yardstick is a raw COPY of the same rows into a copy of the table with the same indexes
and foreign key. The two take turns, a third of the rows at a time, so that a busy moment of the
machine hits both. Everything happens in a scratch database of its own.
"""

from __future__ import annotations

import gc
import io
import random
import statistics
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks import corpus, product
from benchmarks.figures import bar

MENTIONS = 30_000
TERMS = 500
AUTHORS = 3_000
PAGE = 1_000
ROUNDS = 3
PAGES_PER_TURN = 10
FLOOR, AIM = 0.40, 0.60
_FOREIGN_KEY = (
    "ALTER TABLE yardstick ADD FOREIGN KEY (source_id) REFERENCES monitoring_source"
    " DEFERRABLE INITIALLY DEFERRED"
)
_AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def run() -> dict[str, Any]:
    """Measure; the value is intake's rows per second over COPY's."""
    with product.scratch_database():
        rounds = [_round(number) for number in range(ROUNDS)]
    ratios = sorted(one["ratio"] for one in rounds)
    typical = min(rounds, key=lambda one: abs(one["ratio"] - statistics.median(ratios)))
    return {
        "value": statistics.median(ratios),
        "floor": FLOOR,
        "aim": AIM,
        "better": "higher",
        "also": {
            "second pass, times as fast": bar(
                typical["second pass, times as fast"], 3, 5, "higher"
            ),
            "second pass, tuples written": bar(
                typical["second pass, tuples written"], 0, 0, "lower"
            ),
        },
        "detail": {
            **typical,
            "ratio of every round": ratios,
            "mentions": MENTIONS,
            "terms": TERMS,
        },
    }


def _round(number: int) -> dict[str, Any]:
    """First passes and COPYs in turn, then the second pass, on empty tables."""
    from django.db import connection  # noqa: PLC0415 - Django is set up by then

    pages = _pages(number)
    source = _source()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS yardstick")
        cursor.execute("CREATE TABLE yardstick (LIKE monitoring_mention INCLUDING ALL)")
        cursor.execute(_FOREIGN_KEY)
        cursor.execute("VACUUM ANALYZE")
    gc.collect()
    gc.freeze()  # a worker does not hold 30,000 posts; their upkeep is not intake's work
    first = copy = 0.0
    for start in range(0, len(pages), PAGES_PER_TURN):
        first += _pass(source, pages[start : start + PAGES_PER_TURN])
        copy += _copy()
    before = _row_versions()
    second = _pass(source, pages)
    changed = len(before.symmetric_difference(_row_versions()))
    return {
        "ratio": round(copy / first, 3),
        "intake rows/s": round(MENTIONS / first),
        "COPY rows/s": round(MENTIONS / copy),
        "second pass, times as fast": round(first / second, 1),
        "second pass, tuples written": changed,
        "matches": _count("monitoring_match"),
    }


def _pages(number: int) -> list[Any]:
    from connectors.types import Author, Batch, Post  # noqa: PLC0415

    people = random.Random(number)
    authors = [
        Author(f"student{person}", f"Student {person}", str(person))
        for person in people.choices(range(AUTHORS), k=MENTIONS)
    ]
    posts = [
        Post(
            external_id=f"{number}-{place}",
            text=text,
            published_at=_AT - timedelta(seconds=MENTIONS - place),
            author=authors[place],
            url=f"https://social.example/{place}",
            conversation=f"{number}-{place - place % 7}",
            raw={"id": f"{number}-{place}", "content": text, "visibility": "public", "tags": []},
        )
        for place, text in enumerate(corpus.texts(MENTIONS, seed=100 + number))
    ]
    return [
        Batch(tuple(posts[start : start + PAGE]), {"high": str(start)})
        for start in range(0, MENTIONS, PAGE)
    ]


def _source() -> Any:
    from monitoring.models import Mention, SearchTerm, Source  # noqa: PLC0415

    Mention.objects.all().delete()
    SearchTerm.objects.all().delete()
    SearchTerm.objects.bulk_create(
        SearchTerm(name=f"Term {place}", slug=f"term-{place}", query=query)
        for place, query in enumerate(corpus.queries(TERMS, seed=1))
    )
    source, _ = Source.objects.get_or_create(
        platform="mastodon", kind="search", name="P1",
        defaults={"next_poll_at": _AT, "history_done_at": _AT - timedelta(days=30)},
    )  # fmt: skip
    return source


def _pass(source: Any, pages: list[Any]) -> float:
    from monitoring.domain import intake, matching, threat  # noqa: PLC0415

    matching.matcher()  # what a worker keeps is there before
    threat.screen("ik schiet jullie dood")
    started = time.perf_counter()
    for page in pages:
        intake.store(source, page, _AT)
    return time.perf_counter() - started


def _row_versions() -> set[tuple[Any, ...]]:
    """A row that is written again gets another place and another transaction."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text, ctid::text FROM monitoring_mention")
        return set(cursor.fetchall())


def _copy() -> float:
    """Seconds for a raw COPY of the rows stored last into the yardstick table."""
    from django.db import connection  # noqa: PLC0415

    rows = io.StringIO()
    with connection.cursor() as cursor:
        columns = _plain_columns(cursor)
        latest = (
            f"SELECT {columns} FROM monitoring_mention"
            " WHERE id > (SELECT coalesce(max(id), 0) FROM yardstick)"
        )
        cursor.copy_expert(f"COPY ({latest}) TO STDOUT", rows)
        rows.seek(0)
        started = time.perf_counter()
        cursor.copy_expert(f"COPY yardstick ({columns}) FROM STDIN", rows)
        return time.perf_counter() - started


def _plain_columns(cursor: Any) -> str:
    cursor.execute(
        "SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)"
        " FROM information_schema.columns"
        " WHERE table_name = 'yardstick' AND is_generated = 'NEVER'"
    )
    return str(cursor.fetchone()[0])


def _count(table: str) -> int:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])
