"""The background programs of `make run`, as processes beside the test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from runtime import supervision
from runtime.places import ROOT

BACKGROUND = ("worker-fast", "worker-poll", "beat")


class Programs:
    """Starts the workers and the beat with the very commands of `make run`."""

    def __init__(self, run: Path, platform_url: str) -> None:
        wanted = supervision.programs(host="127.0.0.1", port=0, sandbox_port=None, run=run)
        self._commands = {one.name: [one.module, *one.arguments] for one in wanted}
        self._environment = _environment(platform_url)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str) -> None:
        self._running[name] = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", *self._commands[name]],
            cwd=ROOT,
            env=self._environment,
        )

    def kill(self, name: str) -> None:
        """kill -9: it cannot finish anything any more."""
        process = self._running.pop(name)
        process.kill()
        process.wait()

    def kill_all(self) -> None:
        for name in list(self._running):
            self.kill(name)


@contextmanager
def running(run: Path, platform_url: str) -> Iterator[Programs]:
    programs = Programs(run, platform_url)
    try:
        for name in BACKGROUND:
            programs.start(name)
        yield programs
    finally:
        programs.kill_all()


def _environment(platform_url: str) -> dict[str, str]:
    """What a process needs to see the database and the platform that the test sees."""
    database = urlsplit(os.environ["DATABASE_URL"])
    return {
        **os.environ,
        "DATABASE_URL": database._replace(path=f"/{connection.settings_dict['NAME']}").geturl(),
        "SECRET_KEY": settings.SECRET_KEY,
        "SMPORTAL_FERNET_KEYS": ",".join(settings.FERNET_KEYS),
        "SMPORTAL_SANDBOX_URL": platform_url,
        "SMPORTAL_UNDO_SECONDS": "0",
        "LOG_LEVEL": "CRITICAL",
    }
