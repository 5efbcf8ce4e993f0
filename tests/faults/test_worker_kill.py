"""The same with the real worker and beat: the message dies with the worker, the row does not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sandbox import Server
from tests.faults.conftest import ROOT
from tests.faults.test_outbox_kill import World, settle
from webcare.models import Reply

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]


def until(condition: Callable[[], object], *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


@pytest.fixture
def worker(environment: dict[str, str], tmp_path: Path) -> Callable[[], subprocess.Popen[bytes]]:
    """Starts a worker with its beat, in a process group of its own."""
    command = [sys.executable, "-m", "celery", "-A", "smportal", "worker", "-B", "-c", "1"]
    options = ["-Q", "deliver", "-s", str(tmp_path / "beat"), "-l", "CRITICAL"]

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*command, *options], cwd=ROOT, env=environment, start_new_session=True
        )

    return start


@pytest.mark.parametrize(
    ("fault", "state"), [("accept-then-hang", "sent"), ("hang", "unconfirmed")]
)
def test_a_killed_worker_doubles_and_forgets_nothing(
    server: Server, worker: Callable[[], subprocess.Popen[bytes]], fault: str, state: str
) -> None:
    world = World(server)
    reply = world.queue("facebook", 1)
    server.faults.add("facebook", "*/comments", fault, method="POST", delay=20)
    running = worker()
    try:
        until(lambda: not server.faults.waiting())  # the call is being made
        until(lambda: Reply.objects.get().state == "sending")
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    server.faults.clear()

    settle()

    reply.refresh_from_db()
    assert (reply.state, world.times_accepted(reply)) == (state, 1 if state == "sent" else 0)
    assert reply.attempts == 1
