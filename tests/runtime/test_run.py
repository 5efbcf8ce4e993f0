"""`make run` as a whole, on a port and in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from runtime import launch, ports, processes
from runtime.places import ROOT

pytestmark = pytest.mark.fault


@pytest.fixture
def run(var: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST")
    }
    environment |= {
        "SMPORTAL_VAR": str(var),
        "SMPORTAL_DEMO": "0",
        "PORT": str(ports.any_free(launch.HOST)),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "runtime", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield process
    process.terminate()
    process.communicate(timeout=60)


def eventually(holds: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def is_ready(var: Path) -> bool:
    known = launch.read(var)
    try:
        return known is not None and bool(
            urlopen(f"http://{launch.HOST}:{known.port}/readyz", timeout=2).status == 200
        )
    except (URLError, OSError):
        return False


def worker(var: Path) -> int | None:
    """The process id of worker-fast."""
    for pid in processes.marked(str(var)):
        if processes.is_running(pid, mentioning="--hostname=fast@"):
            return pid
    return None


def test_it_starts_heals_and_stops_everything(run: subprocess.Popen[str], var: Path) -> None:
    # The first start migrates and fills the demo college, beside another worker of the tests.
    eventually(lambda: is_ready(var) or run.poll() is not None, seconds=300)
    assert run.poll() is None, run.communicate()[0]

    killed = worker(var)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    eventually(lambda: worker(var) not in (None, killed))

    postmaster = int((var / "postgres" / "postmaster.pid").read_text().split("\n")[0])
    os.kill(postmaster, signal.SIGKILL)
    eventually(lambda: not processes.is_running(postmaster, mentioning="postgres"))
    eventually(lambda: is_ready(var))

    run.send_signal(signal.SIGINT)
    output = run.communicate(timeout=60)[0]
    assert run.returncode == 0
    assert output.endswith("Stopped.\n")
    assert processes.marked(str(var)) == []
    assert not (var / "postgres" / "postmaster.pid").exists()
    assert launch.read(var) is None
