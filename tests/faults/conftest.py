"""Real processes on the tests' own database, and a practice platform that misbehaves."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.db import connection
from pytest_django import Settings

from sandbox import Server

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    with Server() as running:
        settings.PLATFORM_URLS = {"x": running.x.url, "facebook": running.facebook.url}
        settings.TRUSTED_HOSTS = frozenset({urlsplit(running.url).netloc})
        settings.UNDO_SECONDS = 0
        yield running


@pytest.fixture
def environment(server: Server, transactional_db: None) -> dict[str, str]:
    """For a process that must see what the test sees."""
    database = urlsplit(os.environ["DATABASE_URL"])
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "smportal.settings",
        "DATABASE_URL": database._replace(path=f"/{connection.settings_dict['NAME']}").geturl(),
        "SECRET_KEY": django_settings.SECRET_KEY,
        "SMPORTAL_FERNET_KEYS": ",".join(django_settings.FERNET_KEYS),
        "SMPORTAL_X_API_URL": server.x.url,
        "SMPORTAL_FACEBOOK_API_URL": server.facebook.url,
        "SMPORTAL_TRUSTED_HOSTS": urlsplit(server.url).netloc,
        "SMPORTAL_UNDO_SECONDS": "0",
        "LOG_LEVEL": "CRITICAL",
    }


class Senders:
    """Starts sending processes, and kills them without a warning."""

    def __init__(self, nursery: subprocess.Popen[str]) -> None:
        self._nursery = nursery
        self._living: set[int] = set()

    def start(self) -> int:
        pid = int(self._ask("go"))
        self._living.add(pid)
        return pid

    def kill(self, pid: int) -> None:
        self._living.discard(pid)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            while True:  # until it is really gone
                os.kill(pid, 0)

    def kill_all(self) -> None:
        for pid in list(self._living):
            self.kill(pid)

    def _ask(self, line: str) -> str:
        assert self._nursery.stdin
        assert self._nursery.stdout
        self._nursery.stdin.write(f"{line}\n")
        self._nursery.stdin.flush()
        return self._nursery.stdout.readline()


@pytest.fixture
def senders(environment: dict[str, str]) -> Iterator[Senders]:
    nursery = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.sender"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert nursery.stdout
    assert nursery.stdout.readline() == "ready\n"
    running = Senders(nursery)
    yield running
    running.kill_all()
    nursery.kill()
    nursery.wait()
