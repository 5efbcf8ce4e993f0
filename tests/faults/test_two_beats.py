"""R13: the beat runs twice, or stands still for an hour; the work is done once all the same.

No beat knows of another: what keeps them apart are leases, locks and unique keys in PostgreSQL. So
an hour with two beats must leave the same rows and the same calls to the platforms as an hour with
one.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from celery.beat import PersistentScheduler
from redis import Redis

from core.clock import now
from core.models import LogEntry
from monitoring import tasks as monitoring_tasks
from monitoring.domain import look_back, polling, statistics
from monitoring.models import Channel, DailyStatistic, Match, Mention, Source
from people.models import Team, User
from sandbox import Server
from smportal.celery import app
from tests.factories.monitoring import MentionFactory, SearchTermFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory
from tests.faults.conftest import ROOT
from tests.faults.listening import CONNECTORS, say, source_on
from tests.faults.racing import racers
from tests.faults.test_outbox_kill import WRITES, World
from webcare.domain import replies
from webcare.models import Reply, Ticket, TicketMessage

pytestmark = [
    pytest.mark.fault,
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::celery.exceptions.AlwaysEagerIgnored"),
]

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
ROWS = (DailyStatistic, LogEntry, Match, Mention, Reply, Ticket, TicketMessage)
BROKER = 7
"""The number of a Redis database that no other test uses."""


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def workers() -> Iterator[None]:
    """Whoever hands out a task does it: no broker stands between the beat and the work."""
    app.loader.import_default_modules()
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def world(server: Server, info: Team, clock: time_machine.Traveller) -> World:
    """Our accounts, and a source on every platform whose first run is over."""
    built = World(server)
    for connector in CONNECTORS:
        say(server, connector, "Dit stond er al.")
        polling.poll(source_on(server, connector))
    return built


def ring() -> None:
    """All of the heartbeat once, as a beat does when it comes back after a long time."""
    for entry in app.conf.beat_schedule.values():
        app.tasks[entry["task"]]()


def alone() -> None:
    ring()
    ring()


def both() -> None:
    with racers() as beats:
        beats.run(ring, ring)
        beats.run(ring, ring)


def work_for_everybody(world: World, number: int, anna: User) -> None:
    """Something to do for every entry of the heartbeat; the same every hour."""
    for connector in CONNECTORS:
        say(world.server, connector, f"Is er les op dag {number}?")
    for platform in WRITES:
        world.queue(platform, number)
    _lose(world, number)
    an_hour_ago = now() - HOUR
    TicketFactory(owner=anna, claimed_at=an_hour_ago, claim_expires_at=an_hour_ago)
    MentionFactory(source=None, is_relevant=False, seen_at=now() - timedelta(days=400))
    taken_away = MentionFactory(source=None, deleted_at=now(), triaged_at=now())
    TicketMessageFactory(ticket=TicketFactory(subject="Weg ermee"), mention=taken_away)
    look_back.start(SearchTermFactory(query=f"nergens{number}"))


def _lose(world: World, number: int) -> None:
    """An answer that stands on X, of which we do not know that."""
    reply = world.queue("x", 1000 + number)
    world.server.faults.add("x", WRITES["x"], "accept-then-cut", method="POST")
    only_this = Reply.objects.filter(state="queued").exclude(pk=reply.pk)
    later = list(only_this.values_list("pk", flat=True))
    only_this.update(next_attempt_at=now() + HOUR)
    replies.send_due()
    Reply.objects.filter(pk__in=later).update(next_attempt_at=now())


def rows() -> Counter[str]:
    found = Counter({one.__name__: one._base_manager.count() for one in ROWS})
    found.update(f"reply {state}" for state in Reply.objects.values_list("state", flat=True))
    return found


def calls(server: Server) -> Counter[str]:
    return Counter(
        f"{call.method} {call.platform} {re.sub('[0-9]+', 'N', call.path)}" for call in server.calls
    )


def an_hour(
    world: World, clock: time_machine.Traveller, beat: Callable[[], None], number: int, anna: User
) -> tuple[Counter[str], Counter[str]]:
    """What came into the database and what the platforms were asked, in an hour that ended with
    the beat coming back."""
    clock.shift(HOUR)
    before, asked = rows(), calls(world.server)
    work_for_everybody(world, number, anna)
    beat()
    return rows() - before, calls(world.server) - asked


def test_two_beats_after_an_hour_of_silence_do_what_one_does(
    world: World, clock: time_machine.Traveller, workers: None, anna: User
) -> None:
    an_hour(world, clock, alone, 0, anna)  # the figures of our channels are asked for here
    one = an_hour(world, clock, alone, 1, anna)

    for number in (2, 3):
        assert an_hour(world, clock, both, number, anna) == one

    assert one[0]["reply sent"] == len(WRITES) + 1
    assert set(Reply.objects.values_list("state", "attempts")) == {("sent", 1)}
    assert world.server.duplicates() == {}
    assert set(Source.objects.values_list("health", flat=True)) == {"ok"}


def test_a_source_that_was_due_a_hundred_times_is_polled_once(
    world: World, clock: time_machine.Traveller, workers: None
) -> None:
    Source.objects.update(interval_seconds=30, next_poll_at=now())
    polls = []
    with racers() as beats:
        for _ in range(15):
            clock.shift(HOUR)
            before = len(world.server.calls)
            beats.run(monitoring_tasks.poll_due, monitoring_tasks.poll_due)
            beats.run(monitoring_tasks.poll_due, monitoring_tasks.poll_due)
            polls.append(len(world.server.calls) - before)

    assert polls == [len(CONNECTORS)] * 15


def test_the_figures_of_our_channels_are_asked_once_in_six_hours(
    world: World, clock: time_machine.Traveller, workers: None
) -> None:
    """However often it is rung: on X every question costs money."""
    Channel.objects.exclude(pk__in=[one.pk for one in world.channels.values()]).delete()
    asked = []
    for _ in range(3):
        before = calls(world.server)
        with racers() as beats:
            for _ in range(2):
                beats.run(monitoring_tasks.measure_channels, monitoring_tasks.measure_channels)
        asked.append(calls(world.server) - before)
        clock.shift(statistics.EVERY / 2)

    assert asked[0]["GET x /N/users/me"] == 1
    assert asked == [asked[0], Counter(), asked[0]]


Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Starts a program of celery with a broker of its own; all end with the test."""
    redis_url = f"{environment['REDIS_URL'].rpartition('/')[0]}/{BROKER}"
    Redis.from_url(redis_url).flushdb()
    running: list[subprocess.Popen[bytes]] = []

    def run(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "ignore", "-m", "celery", "--quiet", "-A", "smportal"]
        program = subprocess.Popen(
            [*command, *arguments],
            cwd=ROOT,
            env={**environment, "REDIS_URL": redis_url},
            start_new_session=True,
        )
        running.append(program)
        return program

    yield run
    for program in running:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()


def rested(path: Path) -> list[str]:
    """The memory of a beat that stood still for an hour."""
    memory = PersistentScheduler(app, schedule_filename=str(path), lazy=True)
    memory.setup_schedule()
    for entry in memory.schedule.values():
        entry.last_run_at = entry.default_now() - HOUR
    memory.close()
    return ["beat", "-s", str(path), "--pidfile=", "--max-interval=1"]


def test_two_real_beats_and_a_worker_do_the_missed_work_once(
    server: Server, info: Team, start: Start, tmp_path: Path
) -> None:
    world = World(server)
    sources = [source_on(server, connector) for connector in CONNECTORS]
    Source.objects.update(next_poll_at=now() - HOUR)
    queued = [world.queue(platform, number) for platform in WRITES for number in range(3)]
    Reply.objects.update(next_attempt_at=now() - HOUR)
    start("worker", "-P", "threads", "-c", "4", "-Q", "poll,ingest,triage,deliver")
    for number in range(2):
        start(*rested(tmp_path / f"beat{number}"))

    ends_at = time.monotonic() + 60
    while Reply.objects.exclude(state="sent") or Source.objects.filter(last_success_at=None):
        assert time.monotonic() < ends_at, "the missed work is not done"
        time.sleep(0.05)
    time.sleep(3)  # for what the other beat may still do

    polled = calls(server)
    assert {one: polled[f"GET {one}"] for one in LOOKS} == dict.fromkeys(LOOKS, 1)
    assert len(server.accepted) == len(queued)
    assert server.duplicates() == {}
    assert len(sources) == len(LOOKS)


LOOKS = (
    "x /N/users/N/mentions",
    "facebook /vN.N/N/tagged",
    "mastodon /api/vN/notifications",
    "feeds /nieuws.rss",
)
"""The first question of a poll on each platform."""
