"""What is known about the run that is going on, for its other commands and for the next run."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from runtime.places import VAR

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Launch:
    """The content of var/run/launch.json; a killed run leaves it behind."""

    pid: int
    port: int
    sandbox_port: int | None
    owns_services: bool


def write(launch: Launch, var: Path = VAR) -> None:
    _note(var).write_text(json.dumps(asdict(launch)))
    if launch.sandbox_port:
        _sandbox_port(var).write_text(str(launch.sandbox_port))


def read(var: Path = VAR) -> Launch | None:
    try:
        return Launch(**json.loads(_note(var).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def forget(var: Path = VAR) -> None:
    _note(var).unlink(missing_ok=True)


def last_sandbox_port(var: Path = VAR) -> int | None:
    """Where the sandbox was last time. Its posts are known by this address in the portal."""
    try:
        return int(_sandbox_port(var).read_text())
    except (OSError, ValueError):
        return None


def sandbox_url(var: Path = VAR) -> str:
    """Where the sandbox of a running demo is, so that commands typed beside it find it too."""
    launch = read(var)
    if launch is None or launch.sandbox_port is None:
        return ""
    try:
        os.kill(launch.pid, 0)
    except OSError:
        return ""
    return f"http://{HOST}:{launch.sandbox_port}"


def _note(var: Path) -> Path:
    return var / "run" / "launch.json"


def _sandbox_port(var: Path) -> Path:
    return var / "run" / "sandbox.port"
