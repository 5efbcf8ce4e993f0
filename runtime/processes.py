"""Looking at and ending processes that this checkout started, never others."""

from __future__ import annotations

import os
from collections.abc import Iterable

import psutil  # type: ignore[import-untyped]

MARKER = "SMPORTAL_RUN"
"""Environment variable that everything below the process manager carries; its value is var/."""


def is_running(pid: int, *, mentioning: str) -> bool:
    """Whether `pid` lives and names `mentioning` on its command line.

    A process id alone proves nothing: after a crash or a reboot another process may carry it.
    """
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and any(
            mentioning in word for word in process.cmdline()
        )
    except psutil.Error:
        return False


def any_in_folder(folder: str) -> bool:
    """Whether a process has `folder` as its working folder."""
    return any(_working_folder(process) == folder for process in psutil.process_iter())


def marked(value: str) -> list[int]:
    """Ids of the processes that carry our marker with `value`, except ourselves."""
    return [
        process.pid
        for process in psutil.process_iter()
        if process.pid != os.getpid() and _marker(process) == value
    ]


def stop(pids: Iterable[int], *, grace: float = 10.0) -> None:
    """Ask the processes to stop; kill what still runs after `grace` seconds."""
    processes = [psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)]
    for process in processes:
        _signal(process, "terminate")
    _, alive = psutil.wait_procs(processes, timeout=grace)
    for process in alive:
        _signal(process, "kill")
    psutil.wait_procs(alive, timeout=5)


def _signal(process: psutil.Process, name: str) -> None:
    try:
        getattr(process, name)()
    except psutil.NoSuchProcess:
        return


def _working_folder(process: psutil.Process) -> str | None:
    try:
        return str(process.cwd())
    except psutil.Error:
        return None


def _marker(process: psutil.Process) -> str | None:
    try:
        value = process.environ().get(MARKER)
    except (psutil.Error, OSError):
        return None
    return None if value is None else str(value)
