"""The process manager's configuration: which programs run, and how they come back."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from runtime.places import ROOT


@dataclass(frozen=True)
class Program:
    """One program under supervisord. `patience` is how many seconds it gets to stop."""

    name: str
    module: str
    arguments: tuple[str, ...]
    patience: int = 10


def programs(*, host: str, port: int, sandbox_port: int | None, run: Path) -> list[Program]:
    """The programs of one installation on one machine; the sandbox only in a demo."""
    wanted = [
        Program("web", "gunicorn", _web(host, port)),
        # A threat never waits behind a poll, and neither behind minutes of computing: each kind of
        # work has a worker.
        Program("worker-fast", "celery", _worker("fast", "crisis,triage,deliver", 4)),
        Program("worker-poll", "celery", _worker("poll", "poll,ingest", 16)),
        Program("worker-slow", "celery", _computing_worker("slow", "reports,learn")),
        Program("beat", "celery", _beat(run)),
    ]
    if sandbox_port:
        # What was said there has to outlive a restart, as what the portal stored about it does.
        state = run.parent / "sandbox.json"
        wanted.append(
            Program(
                "sandbox",
                "sandbox",
                ("--port", str(sandbox_port), "--story", "--state", str(state)),
            )
        )
    return wanted


def configuration(wanted: list[Program]) -> str:
    """supervisord.conf for the programs. Its own paths are relative to var/, where it starts:
    supervisord expands some paths once and others twice, so a % in them cannot be escaped."""
    head = [
        "; Written at every start by runtime/supervision.py",
        "[supervisord]",
        "nodaemon=true",
        "silent=true",
        "pidfile=run/supervisord.pid",
        "logfile=log/supervisord.log",
        "logfile_maxbytes=5MB",
        "logfile_backups=2",
    ]
    if os.geteuid() == 0:
        head.append("user=root")  # said on purpose: supervisord warns when it is not
    # One group, since supervisord stops one group after another but a whole group at once.
    head += ["", "[group:smportal]", f"programs={','.join(one.name for one in wanted)}"]
    return "\n".join(head + [line for one in wanted for line in _section(one)]) + "\n"


def _section(program: Program) -> list[str]:
    # Celery warns at length about root; `make run` in a container is root, and on purpose.
    quiet = ["-Wignore:You're running the worker with superuser"] * (program.module == "celery")
    command = shlex.join([sys.executable, *quiet, "-m", program.module, *program.arguments])
    return [
        "",
        f"[program:{program.name}]",
        f"command={_plain(command)}",
        f"directory={_plain(ROOT)}",
        f"stdout_logfile=log/{program.name}.log",
        "stdout_logfile_maxbytes=5MB",
        "stdout_logfile_backups=3",
        "redirect_stderr=true",
        "autorestart=true",
        "startsecs=2",
        "startretries=1000",
        f"stopwaitsecs={program.patience}",
        "killasgroup=true",
    ]


def _web(host: str, port: int) -> tuple[str, ...]:
    return (
        "smportal.wsgi:application",
        f"--bind={host}:{port}",
        "--worker-class=gthread",
        "--workers=2",
        "--threads=8",
        "--preload",
        "--timeout=60",
        "--graceful-timeout=5",
        "--log-level=warning",
    )


def _worker(name: str, queues: str, concurrency: int) -> tuple[str, ...]:
    """Threads, since the work waits for platforms and the database more than it computes.
    A killed worker then leaves no children behind, and memory stays small."""
    return _celery(name, queues, "--pool=threads", f"--concurrency={concurrency}")


def _computing_worker(name: str, queues: str) -> tuple[str, ...]:
    """One child, gone after its task: so it gives back the gigabyte that a training needs."""
    pool = ("--pool=prefork", "--concurrency=1", "--max-tasks-per-child=1")
    return _celery(name, queues, *pool)


def _celery(name: str, queues: str, *pool: str) -> tuple[str, ...]:
    return (
        "--quiet",
        "--app=smportal",
        "worker",
        f"--hostname={name}@%h",
        f"--queues={queues}",
        *pool,
        "--loglevel=WARNING",
        "--without-gossip",
        "--without-mingle",
    )


def _beat(run: Path) -> tuple[str, ...]:
    return (
        "--quiet",
        "--app=smportal",
        "beat",
        f"--schedule={run / 'celerybeat-schedule'}",
        "--pidfile=",
        "--loglevel=WARNING",
    )


def _plain(value: object) -> str:
    """supervisord gives % and ; a meaning of their own."""
    return str(value).replace("%", "%%")
