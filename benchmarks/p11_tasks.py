"""P11: 20,000 mentions through real workers: how many tasks they take, and the broker's share.

The messages stand on the practice platform, in ten searches, before the workers and the heartbeat
are started as `make run` starts them. They run until all are stored and none waits for triage. The
heartbeat's own ticks do not count, for they come whether anything was said or not; the detail has
them. The broker's share is what as many tasks without any work take on the same workers, as a part
of the whole time; there the ticks count too.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from celery import Celery

from benchmarks import corpus, desk, listening, product
from benchmarks.figures import bar

MENTIONS = 20_000
SEARCHES = 10
TERMS = 500
PER_CONVERSATION = 4
EMPTY_TASKS = 1_000
PATIENCE = 300
WORKERS = 2


def run() -> dict[str, Any]:
    """Measure; the value is the number of tasks per 1,000 mentions."""
    from sandbox import Server  # noqa: PLC0415

    with product.scratch_database(), Server() as server, listening.trusted(server):
        desk.signed_in_agent()  # and so teams, without which nothing is triaged
        listening.start(server, searches=SEARCHES, every=30, queries=corpus.queries(TERMS, seed=1))
        _say(server)
        extra = listening.trusts(server)
        with product.running("worker-fast", "worker-poll", "beat", extra=extra) as programs:
            started = time.monotonic()
            _wait_until_done()
            seconds = time.monotonic() - started
            broker = Celery(broker=programs.broker_url)
            tasks = _tasks(broker)
            empty = _seconds_per_empty_task(broker)
        found = _found()
    total, ticks = sum(tasks.values()), _ticks(seconds)
    return {
        **bar((total - ticks) / MENTIONS * 1_000, 5, 2, "lower"),
        "also": {
            "broker's share of the time (%)": bar(total * empty / seconds * 100, 5, 5, "lower")
        },
        "detail": {
            "mentions": MENTIONS,
            **found,
            "seconds": round(seconds, 1),
            "mentions a second": round(MENTIONS / seconds),
            "tasks": dict(tasks.most_common()),
            "of which ticks of the heartbeat": ticks,
            "tasks per 1,000 mentions with these": round(total / MENTIONS * 1_000, 2),
            "ms of a task without work": round(empty * 1_000, 2),
        },
    }


def _say(server: Any) -> None:
    """Everything that is there to be found, four messages to a conversation."""
    first = ""
    for number, text in enumerate(corpus.texts(MENTIONS, seed=11)):
        answers = first if number % PER_CONVERSATION else ""
        said = f"{text} #les{number % SEARCHES}"
        post = server.mastodon.add_status(said, f"student{number % 3_000}", in_reply_to=answers)
        first = answers or post.id


def _wait_until_done() -> None:
    from monitoring.models import Mention  # noqa: PLC0415 - Django is set up by then

    end = time.monotonic() + PATIENCE
    while Mention.objects.count() < MENTIONS or Mention.objects.untriaged().exists():
        if time.monotonic() > end:
            raise RuntimeError(f"Only {Mention.objects.count()} mentions came in.")
        time.sleep(0.5)


def _found() -> dict[str, int]:
    from monitoring.models import Mention  # noqa: PLC0415
    from webcare.models import Ticket  # noqa: PLC0415

    relevant = Mention.objects.filter(is_relevant=True).count()
    return {"relevant mentions": relevant, "tickets": Ticket.objects.count()}


def _tasks(broker: Celery) -> Counter[str]:
    """How many tasks of each name the workers took up so far."""
    answers = broker.control.inspect(timeout=10, limit=WORKERS).stats()
    if not answers or len(answers) < WORKERS:
        raise RuntimeError("A worker does not tell what it did.")
    total: Counter[str] = Counter()
    for answer in answers.values():
        total.update(answer["total"])
    return total


def _ticks(seconds: float) -> int:
    """How many tasks the heartbeat starts in that time by itself."""
    from smportal.celery import app  # noqa: PLC0415

    return sum(int(seconds / entry["schedule"]) for entry in app.conf.beat_schedule.values())


def _seconds_per_empty_task(broker: Celery) -> float:
    """From the first that is sent until the last is done, on a worker that has nothing else."""
    started = time.monotonic()
    for _ in range(EMPTY_TASKS):
        broker.send_task("celery.accumulate", queue="triage", ignore_result=True)
    while _tasks(broker)["celery.accumulate"] < EMPTY_TASKS:
        if time.monotonic() - started > PATIENCE:
            raise RuntimeError("The tasks without work are not done.")
        time.sleep(0.05)
    return (time.monotonic() - started) / EMPTY_TASKS
