"""P3: the first page of the inbox, p95 at 1,000,000 mentions over p95 at 10,000.

A signed-in agent asks for it through Django's test client: all middleware, queries and templates,
no network. The work in hand is the same in both databases, 2,000 tickets of the agent's team; what
grows is history. Short rounds alternate between the databases, so that a busy moment of the
machine hits both.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from benchmarks import desk, history
from benchmarks.figures import bar, p95, spread

SIZES = {"small": 10_000, "large": 1_000_000}
IN_HAND = 2_000
ROUNDS, REQUESTS = 21, 25
TICKETS_ON_A_PAGE = 50


def run() -> dict[str, Any]:
    """Measure; the value is the median over the rounds of p95 (large) / p95 (small)."""
    client = desk.signed_in_agent()
    with _databases() as names:
        queries = {size: _queries(client, name) for size, name in names.items()}
        rounds = [
            {size: _samples(client, name) for size, name in names.items()} for _ in range(ROUNDS)
        ]
    ratios = sorted(_p95_of(one["large"]) / _p95_of(one["small"]) for one in rounds)
    times = {size: [sample.wall for one in rounds for sample in one[size]] for size in SIZES}
    work = {size: [sample.cpu for one in rounds for sample in one[size]] for size in SIZES}
    return {
        **bar(statistics.median(ratios), 1.25, 1.05, "lower"),
        "also": {
            "p95 at 1,000,000 mentions (ms)": bar(p95(times["large"]), 60, 15, "lower"),
            "queries": bar(max(queries.values()), 8, 8, "lower"),
        },
        "detail": {
            "requests": {size: len(times[size]) for size in SIZES},
            "ms at 10,000": spread(times["small"]),
            "ms at 1,000,000": spread(times["large"]),
            "of which the web process works": spread(work["large"]),
            "quartiles of the ratio": [round(q, 3) for q in statistics.quantiles(ratios)],
        },
    }


class Sample(NamedTuple):
    """One request, in milliseconds: on the clock, and at work in the web process."""

    wall: float
    cpu: float


def _p95_of(samples: list[Sample]) -> float:
    return p95([sample.wall for sample in samples])


@contextmanager
def _databases() -> Iterator[dict[str, str]]:
    """A filled database of each size, by name; afterwards everything is as before."""
    from django.db import connection  # noqa: PLC0415

    empty = str(connection.settings_dict["NAME"])
    names = {size: f"{empty}_{size}" for size in SIZES}
    try:
        for size, name in names.items():
            _use("postgres")
            _execute(f"CREATE DATABASE {name} TEMPLATE {empty}")
            _use(name)
            _fill(SIZES[size])
        yield names
    finally:
        _use("postgres")
        for name in names.values():
            _execute(f"DROP DATABASE IF EXISTS {name}")
        _use(empty)


def _fill(mentions: int) -> None:
    from core.clock import now  # noqa: PLC0415
    from people.models import Team, User  # noqa: PLC0415

    teams, owners = (
        list(model.objects.order_by("pk").values_list("pk", flat=True)) for model in (Team, User)
    )
    history.fill(mentions, teams=teams, owners=owners, in_hand=IN_HAND, at=now())


def _use(database: str) -> None:
    from django.db import connection  # noqa: PLC0415

    connection.close()
    connection.settings_dict["NAME"] = database


def _execute(statement: str) -> None:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(statement)


def _queries(client: Any, database: str) -> int:
    """How many queries the page takes; also proves that it is the page that we mean."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    _use(database)
    with CaptureQueriesContext(connection) as captured:
        page = _page(client).content.decode()
    if page.count('class="ticket-row') != TICKETS_ON_A_PAGE:
        raise RuntimeError("The inbox does not show a full page.")
    return len(captured)


def _samples(client: Any, database: str) -> list[Sample]:
    """Some requests, after one that opens the connection."""
    _use(database)
    _page(client)
    samples = []
    for _ in range(REQUESTS):
        wall, cpu = time.perf_counter(), time.process_time()
        _page(client)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        samples.append(Sample(wall * 1_000, cpu * 1_000))
    return samples


def _page(client: Any) -> Any:
    from django.urls import reverse  # noqa: PLC0415

    response = client.get(reverse("webcare:inbox"))
    if response.status_code != 200:
        raise RuntimeError(f"The inbox answers {response.status_code}.")
    return response
