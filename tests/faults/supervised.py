"""The programs of `make run` under their real process manager, for tests that kill them.

Whatever dies, supervisord starts again, as it does in daily use. Their broker is a database of
their own in the tests' Redis: tests that run side by side never ring each other's workers.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from redis import Redis

from runtime import processes, supervision

SPAWNED = re.compile(r"spawned: '([\w-]+)' with pid (\d+)")
SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Supervised:
    """Running programs by their names in `runtime.supervision`."""

    folder: Path
    names: tuple[str, ...]
    broker_url: str

    def pid(self, name: str) -> int:
        """The process id of the latest start of a program; 0 before the first."""
        log = self.folder / "log" / "supervisord.log"
        started = SPAWNED.findall(log.read_text()) if log.exists() else []
        return next((int(pid) for known, pid in reversed(started) if known == name), 0)

    def is_alive(self, name: str) -> bool:
        pid = self.pid(name)
        return bool(pid) and processes.is_running(pid, mentioning=str(sys.executable))

    def kill(self, name: str, *, how: str) -> str:
        """kill -9 without a warning; gives what was killed, in words.

        `how` is "group" (parent and children), "parent" (its children are left alone in the world)
        or "child" (one of them; the parent itself where there is none).
        """
        pid = self.pid(name)
        if not self.is_alive(name):
            return f"{name} was dead already"
        with contextlib.suppress(ProcessLookupError, psutil.NoSuchProcess):
            if how == "group":
                os.killpg(pid, signal.SIGKILL)
            elif how == "child" and (children := psutil.Process(pid).children()):
                os.kill(children[-1].pid, signal.SIGKILL)
            else:
                os.kill(pid, signal.SIGKILL)
        return f"{name} ({how})"

    def log_of(self, name: str) -> str:
        return (self.folder / "log" / f"{name}.log").read_text()


@contextmanager
def running(
    names: tuple[str, ...],
    environment: Mapping[str, str],
    folder: Path,
    *,
    port: int = 0,
) -> Iterator[Supervised]:
    """Start the named programs; the web program listens on `port`."""
    (folder / "run").mkdir(parents=True)
    (folder / "log").mkdir()
    wanted = supervision.programs(
        host="127.0.0.1", port=port, sandbox_port=None, run=folder / "run"
    )
    path = folder / "run" / "supervisord.conf"
    path.write_text(supervision.configuration([one for one in wanted if one.name in names]))
    broker_url = _own_broker(environment["REDIS_URL"])
    Redis.from_url(broker_url).flushdb()
    manager = subprocess.Popen(
        [sys.executable, "-m", "supervisor.supervisord", "-n", "-c", str(path)],
        cwd=folder,
        env={**environment, "REDIS_URL": broker_url, processes.MARKER: str(folder)},
        start_new_session=True,
    )
    try:
        supervised = Supervised(folder, names, broker_url)
        _wait_until_started(supervised, manager)
        yield supervised
    finally:
        manager.kill()  # first, or it would start again what is killed next
        manager.wait()
        processes.stop(processes.marked(str(folder)), grace=0)


def _own_broker(redis_url: str) -> str:
    """For this worker of pytest-xdist; number 0 is for all other tests."""
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return f"{redis_url.rpartition('/')[0]}/{1 + number % 15}"


def _wait_until_started(supervised: Supervised, manager: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while not all(supervised.is_alive(name) for name in supervised.names):
        assert manager.poll() is None, "the process manager does not start"
        assert time.monotonic() < end, "the programs do not start"
        time.sleep(0.1)
