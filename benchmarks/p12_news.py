"""P12: a hundred open inboxes that ask whether there is something new, every ten seconds.

The web program runs as `make run` starts it; each question comes over a connection of its own, as
after ten seconds of silence. Behind it are 10,000 mentions and 2,000 tickets in hand, and once a
second one of them changes. The page itself asks every two seconds while somebody looks at it; that
rhythm is told beside.
"""

from __future__ import annotations

import http.client
import time
from dataclasses import replace
from itertools import count
from typing import Any

import orjson
import psutil  # type: ignore[import-untyped]

from benchmarks import desk, history, product
from benchmarks.figures import bar, p95, spread
from runtime import ports

INBOXES = 100
MENTIONS, IN_HAND = 10_000, 2_000
SECONDS = 30
HOST = "127.0.0.1"


def run() -> dict[str, Any]:
    """Measure; the value is the p95 of an answer, in milliseconds."""
    with product.scratch_database():
        client = desk.signed_in_agent()
        _fill()
        inbox = desk.Inbox.opened(client)
        queries = _queries(inbox)
        port = ports.preferred_or_any(HOST, None)
        with product.running("web", port=port) as programs:
            web = psutil.Process(programs.pid("web"))
            _wait_until_it_answers(port, inbox)
            inboxes = [replace(inbox) for _ in range(INBOXES)]
            asked = _ask(web, port, inboxes, every=10.0)
            rhythm = _ask(web, port, inboxes, every=2.0)
    return {
        **bar(p95(asked["ms"]), 5, 1, "lower"),
        "also": {
            "queries": bar(queries, 1, 0, "lower"),
            "CPU of one core (%)": bar(asked["cpu"], 10, 10, "lower"),
        },
        "detail": {
            "questions": len(asked["ms"]),
            "ms": spread(asked["ms"]),
            "every 2 seconds, as the page asks": {
                "questions": len(rhythm["ms"]),
                "ms": spread(rhythm["ms"]),
                "CPU of one core (%)": round(rhythm["cpu"], 1),
            },
        },
    }


def _fill() -> None:
    from core.clock import now  # noqa: PLC0415 - Django is set up by then
    from people.models import Team, User  # noqa: PLC0415

    teams, owners = (
        list(model.objects.order_by("pk").values_list("pk", flat=True)) for model in (Team, User)
    )
    history.fill(MENTIONS, teams=teams, owners=owners, in_hand=IN_HAND, at=now())


def _queries(inbox: desk.Inbox) -> int:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as captured:
        inbox.news()
    return len(captured)


def _wait_until_it_answers(port: int, inbox: desk.Inbox) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            return _question(port, inbox)
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The web program does not answer.")


def _ask(
    web: psutil.Process, port: int, inboxes: list[desk.Inbox], *, every: float
) -> dict[str, Any]:
    """Questions in turn, for half a minute: milliseconds, and % of a core at work."""
    gap, milliseconds = every / INBOXES, list[float]()
    started, worked = time.monotonic(), _seconds_at_work(web)
    for number in count(1):
        if time.monotonic() - started > SECONDS:
            break
        if number % round(1 / gap) == 0:
            _change_a_ticket(number)
        before = time.perf_counter()
        _question(port, inboxes[number % INBOXES])
        milliseconds.append((time.perf_counter() - before) * 1_000)
        time.sleep(max(0.0, started + number * gap - time.monotonic()))
    share = (_seconds_at_work(web) - worked) / (time.monotonic() - started)
    return {"ms": milliseconds, "cpu": share * 100}


def _question(port: int, inbox: desk.Inbox) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", inbox.question)
        response = connection.getresponse()
        if response.status != 200:
            raise RuntimeError(f"The question for news is answered with {response.status}.")
        inbox.since = orjson.loads(response.read())["at"]
    finally:
        connection.close()


def _change_a_ticket(number: int) -> None:
    from core.clock import now  # noqa: PLC0415
    from webcare.models import Ticket  # noqa: PLC0415

    ticket = Ticket.objects.order_by("-pk")[number % 50]
    Ticket.objects.filter(pk=ticket.pk).update(changed_at=now(), revision=ticket.revision + 1)


def _seconds_at_work(web: psutil.Process) -> float:
    """CPU seconds of the web program with its workers."""
    times = [one.cpu_times() for one in [web, *web.children(recursive=True)]]
    return float(sum(one.user + one.system for one in times))
