"""P13: the pages about people with five thousand of them, over the same pages with five hundred.

A manager of one unit and an administrator who sees everybody open what they open most: who works
here, who needs what, who has the mandate, who takes part, who asks, what is planned. A page that
reads everybody would take ten times as long; a page of fifty rows should not notice.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import Any

from benchmarks import crowd, product
from benchmarks.figures import bar

FEW, MANY = 500, 5_000
OFFERINGS = 500
REQUESTS = 8
PAGES = (
    "people:staff-list",
    "people:waiting",
    "training:competence-team",
    "training:mandate-team",
    "training:participation",
    "training:request-list",
    "training:evidence-list",
    "training:certificate-register",
    "training:device-list",
    "training:offering-list",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A page as one person opens it."""

    ms: float
    kb: float
    queries: int


def run() -> dict[str, Any]:
    """Measure; the value is the page that grows most, as times as much as with few people."""
    few, many = _measured(FEW), _measured(MANY)
    growth = {page: round(many[page].ms / few[page].ms, 2) for page in many}
    return {
        **bar(max(growth.values()), 6.0, 2.0, "lower"),
        "also": {
            "ms of the slowest page": bar(max(one.ms for one in many.values()), 400, 100, "lower"),
            "kB of the largest page": bar(max(one.kb for one in many.values()), 300, 150, "lower"),
            "pages that ask more of the database at 5,000": bar(
                sum(many[page].queries > few[page].queries for page in many), 0, 0, "lower"
            ),
        },
        "detail": {
            "times as much": growth,
            "ms": {page: round(one.ms) for page, one in many.items()},
        },
    }


def _measured(people: int) -> dict[str, Measured]:
    """Every page for both readers, in a college of so many."""
    with product.scratch_database():
        crowd.fill(people, OFFERINGS)
        return {
            f"{page} ({name})": _page(client, page)
            for name, client in _readers().items()
            for page in PAGES
        }


def _readers() -> dict[str, Any]:
    from django.db import connection  # noqa: PLC0415 - Django is set up by then
    from django.test import Client  # noqa: PLC0415

    from people.models import Role, Unit  # noqa: PLC0415
    from tests.factories.people import InstitutionFactory, UserFactory  # noqa: PLC0415

    InstitutionFactory()
    unit = Unit.objects.get(name="School 01")
    people = {
        "sees all": UserFactory(roles=[Role.ADMINISTRATOR, Role.MANAGER]),
        "one unit": UserFactory(roles=[Role.MANAGER], unit=unit),
    }
    clients = {name: Client(SERVER_NAME="127.0.0.1") for name in people}
    for name, client in clients.items():
        client.force_login(people[name])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the database does by itself after an hour
    return clients


def _page(client: Any, name: str) -> Measured:
    """The median of some visits, after one that fills what a process keeps."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    url = reverse(name)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    if response.status_code != 200:
        raise RuntimeError(f"{url} answers {response.status_code}.")
    times = []
    for _ in range(REQUESTS):
        started = time.perf_counter()
        client.get(url)
        times.append((time.perf_counter() - started) * 1_000)
    return Measured(statistics.median(times), len(response.content) / 1_000, len(captured))
