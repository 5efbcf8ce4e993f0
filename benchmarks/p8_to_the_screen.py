"""P8: from "the platform has it" to "it is on the agent's screen", in seconds.

People say things on the practice platform. Real workers and the heartbeat, started as `make run`
starts them, poll it, take in, match, judge and triage; an open inbox asks for news and then loads
its page, until the ticket's row stands there. The figure is the internal part: from the moment that
we saw the message to the row on the page. How long it waited for the poll is told apart: that is
the platform's rhythm, twelve searches of which each is polled every thirty seconds.

The inbox here asks without pause. A real page asks every two seconds, which adds one on average.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks import desk, listening, product
from benchmarks.figures import bar, p95, quantile, spread

SEARCHES = 12
POLLED_EVERY = 30
MESSAGES = 120
SECONDS = 90
PATIENCE = 60
"""Seconds after the last message in which all must be on the screen."""

ASK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Way:
    """When (epoch seconds) a message was said, seen by us, triaged, and on the screen."""

    said: float
    seen: float
    triaged: float
    shown: float


def run() -> dict[str, Any]:
    """Measure; the value is the p99 of the internal part, in seconds."""
    from sandbox import Server  # noqa: PLC0415

    with product.scratch_database(), Server() as server, listening.trusted(server):
        client = desk.signed_in_agent()
        listening.start(server, searches=SEARCHES, every=POLLED_EVERY, queries=["lokaal"])
        inbox = desk.Inbox.opened(client)
        with product.running("worker-fast", "worker-poll", "beat", extra=listening.trusts(server)):
            ways = list(_ways(server, inbox))
    inside = [way.shown - way.seen for way in ways]
    return {
        **bar(quantile(inside, 0.99), 2, 0.5, "lower"),
        "also": {
            "from said to shown, p95 (s)": bar(
                p95([way.shown - way.said for way in ways]), 62, 20, "lower"
            ),
            "messages that never came": bar(MESSAGES - len(ways), 0, 0, "lower"),
        },
        "detail": {
            "messages": len(ways),
            "from seen to shown (s)": spread(inside, 3),
            "of which until triaged (s)": spread([way.triaged - way.seen for way in ways], 3),
            "waiting for the poll (s)": spread([way.seen - way.said for way in ways], 1),
            "share of the way that is waiting for the poll": round(
                statistics.mean((way.seen - way.said) / (way.shown - way.said) for way in ways), 3
            ),
        },
    }


def _ways(server: Any, inbox: desk.Inbox) -> Iterator[Way]:
    """Say everything at times that a seed decides, and follow each message to the screen."""
    dice = random.Random(8)
    coming = sorted(dice.uniform(0, SECONDS) for _ in range(MESSAGES))
    started, said, shown = time.time(), dict[str, float](), 0
    while shown < MESSAGES and time.time() < started + SECONDS + PATIENCE:
        while coming and coming[0] <= time.time() - started:
            coming.pop(0)
            text = f"Waar is lokaal {len(said)}? #les{dice.randrange(SEARCHES)}"
            said[server.mastodon.add_status(text).id] = time.time()
        for ticket in (change["ticket"] for change in inbox.news() if change["isNew"]):
            if inbox.shows(ticket):
                shown += 1
                yield _way(ticket, said, time.time())
        time.sleep(ASK_EVERY)


def _way(ticket: int, said: dict[str, float], shown: float) -> Way:
    """Also closes the ticket, so that the next ones stand on the first page too."""
    from core.clock import now  # noqa: PLC0415
    from monitoring.models import Mention  # noqa: PLC0415
    from webcare.models import Ticket  # noqa: PLC0415

    mention = Mention.objects.get(ticket_message__ticket=ticket)
    Ticket.objects.filter(pk=ticket).update(
        state=Ticket.State.CLOSED, outcome=Ticket.Outcome.ANSWERED, closed_at=now()
    )
    if mention.triaged_at is None:
        raise RuntimeError("A ticket stands in the inbox, and its mention is not triaged.")
    said_at = said[mention.external_id.rpartition(":")[2]]
    return Way(said_at, mention.seen_at.timestamp(), mention.triaged_at.timestamp(), shown)
