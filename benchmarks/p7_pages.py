"""P7: every page that can be read, with ten and with two hundred of everything.

The pages, and how many questions each may ask the database, stand in tests/pages.py. An API list of
fifty rows is timed against the plainest view that could give the same fields: the same middleware
and the same rows, `values()` and orjson, nothing else. Requests to both take turns.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

from benchmarks import product
from benchmarks.figures import bar

FEW, MANY = 10, 200
REQUESTS = 100
TICKET = "webcare:ticket-detail"
API_LISTS = ("api:ticket-list", "api:mention-list", "api:source-list")


def run() -> dict[str, Any]:
    """Measure; the value is the slowest API list over its plain counterpart."""
    from tests import pages  # noqa: PLC0415 - Django is set up by then

    with product.scratch_database():
        client, reader = _reader()
        pages.grow(reader, FEW)
        few = _counts(client, reader)
        pages.grow(reader, MANY - FEW)
        many = _counts(client, reader)
        lists = {name: _times(client, name) for name in API_LISTS}
    ratios = {name: round(api / plain, 2) for name, (api, plain) in lists.items()}
    return {
        **bar(max(ratios.values()), 3.5, 1.8, "lower"),
        "also": {
            "queries of a list": bar(
                max(many[name] for name in many if _is_list(name)), 8, 8, "lower"
            ),
            "queries of a ticket": bar(many[TICKET], 12, 7, "lower"),
            "queries of an API list": bar(max(many[name] for name in API_LISTS), 3, 3, "lower"),
            "pages above their own bar": bar(
                sum(count > pages.PAGES[name] for name, count in many.items()), 0, 0, "lower"
            ),
            "pages that ask more at 200": bar(
                sum(many[name] > few[name] for name in many), 0, 0, "lower"
            ),
        },
        "detail": {
            "API list over plain list": ratios,
            "ms (API, plain)": {
                name: [round(one, 2) for one in pair] for name, pair in lists.items()
            },
            "queries": many,
        },
    }


def _is_list(name: str) -> bool:
    is_page = name.endswith("-list") and not name.startswith("api:")
    return is_page or name.startswith("webcare:inbox")


def _reader() -> tuple[Any, Any]:
    """Somebody who may open every page."""
    from django.test import Client  # noqa: PLC0415

    from people.models import Role  # noqa: PLC0415
    from tests.factories.people import (  # noqa: PLC0415
        InstitutionFactory,
        TeamFactory,
        UserFactory,
    )

    InstitutionFactory()
    info = TeamFactory(code="info", name="Info centre")
    reader = UserFactory(
        name="Fatima", roles=[Role.MANAGER, Role.AGENT, Role.ADMINISTRATOR], teams=[info]
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(reader)
    return client, reader


def _counts(client: Any, reader: Any) -> dict[str, int]:
    """Questions to the database of every page, after a visit that fills what a process keeps."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from tests.pages import addresses  # noqa: PLC0415

    counts = {}
    for name, url in addresses(reader):
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(url)
        if response.status_code != 200:
            raise RuntimeError(f"{url} answers {response.status_code}.")
        counts[name] = sum(query["sql"] not in {"BEGIN", "COMMIT"} for query in captured)
    return counts


def _times(client: Any, name: str) -> tuple[float, float]:
    """Milliseconds (median) of an API list, and of the plain view of the same rows."""
    from django.test import override_settings  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    with override_settings(ROOT_URLCONF="benchmarks.plain_lists"):
        addresses = [f"{reverse(name)}?page_size=50", reverse(f"plain:{name.partition(':')[2]}")]
        answers = [client.get(address) for address in addresses]
        _compare(name, *(answer.json() for answer in answers))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(REQUESTS):
            for address, measured in zip(addresses, times, strict=True):
                started = time.perf_counter()
                client.get(address)
                measured.append((time.perf_counter() - started) * 1_000)
    return statistics.median(times[0]), statistics.median(times[1])


def _compare(name: str, api: dict[str, Any], plain: dict[str, Any]) -> None:
    """Both must give the same rows, with as many fields, or the comparison says nothing."""
    rows, theirs = api["results"], plain["results"]
    if [(row["id"], len(row)) for row in rows] != [(row["id"], len(row)) for row in theirs]:
        raise RuntimeError(f"{name} gives other rows than its plain counterpart.")
