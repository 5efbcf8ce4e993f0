"""Looking at and ending processes that this checkout started, never others."""

from __future__ import annotations

import os
import time
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
        return _is_alive(process) and any(mentioning in word for word in process.cmdline())
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
    for process in _alive_after(grace, processes):
        _signal(process, "kill")
    _alive_after(5, processes)


def _alive_after(seconds: float, processes: list[psutil.Process]) -> list[psutil.Process]:
    """Wait until all have ended, at most so long; those that have not."""
    deadline = time.monotonic() + seconds
    while alive := [process for process in processes if _is_alive(process)]:
        if time.monotonic() > deadline:
            break
        time.sleep(0.02)
    return alive


def _is_alive(process: psutil.Process) -> bool:
    """A zombie has ended; who should have noticed is not our business."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


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
