"""`make run`: everything up, one banner, and everything down again.

The order up is services, tables and texts, programs. The order down is the reverse. What a killed
run left behind is stopped first, so a second start always begins with a clean table.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from runtime import launch, locks, ports, preparation, processes, services, supervision
from runtime.accounts import ServiceError
from runtime.launch import HOST, Launch
from runtime.logs import Follower, tail
from runtime.places import VAR
from runtime.terminal import give_up, say

SANDBOX_PORT = 8090
SECONDS_TO_READY = 90
TRIES_TO_START = 3
LINES_AT_ONCE = 12


class Stopped(BaseException):
    """Ctrl-C, `make stop` or the end of the terminal. No error, so not an Exception."""


def run(*, port: int, demo: bool, var: Path = VAR) -> None:
    """Start everything and stay until told to stop."""
    _stop_on_signals()
    try:
        with locks.held(_lock(var), wait=False), ExitStack() as on_the_way_down:
            try:
                _run(port=port, demo=demo, var=var, on_the_way_down=on_the_way_down)
            finally:
                _ignore_signals()
    except locks.AlreadyHeld:
        known = launch.read(var)
        where = f" at http://{HOST}:{known.port}" if known else ""
        give_up(f"it already runs{where}. `make stop` stops it.")
    except ServiceError as error:
        give_up(str(error))
    except Stopped:
        say("Stopped.")


def stop(var: Path = VAR) -> None:
    """Stop the run that is going on, what a killed run left, and the embedded services."""
    known = launch.read(var)
    try:
        with locks.held(_lock(var), wait=False):
            pass
    except locks.AlreadyHeld:
        if known and processes.is_running(known.pid, mentioning="runtime"):
            processes.stop([known.pid], grace=40)
    _stop_programs(var)
    services.stop(var)
    launch.forget(var)


def _run(*, port: int, demo: bool, var: Path, on_the_way_down: ExitStack) -> None:
    killed = launch.read(var)
    _stop_programs(var)
    on_the_way_down.enter_context(ports.required(HOST, port))
    this = Launch(
        pid=os.getpid(),
        port=port,
        sandbox_port=_sandbox_port(var, on_the_way_down) if demo else None,
        owns_services=(killed is not None and killed.owns_services) or not services.running(var),
    )
    launch.write(this, var)
    on_the_way_down.callback(launch.forget, var)
    if this.owns_services:
        on_the_way_down.callback(services.stop, var)
    say("Starting SMPortal …")
    environment = _environment(this, services.ensure(var), var)
    preparation.prepare(environment, demo=demo)
    on_the_way_down.callback(_stop_programs, var)
    on_the_way_down.callback(say, "\nStopping …")
    _serve(this, environment, var)


def _sandbox_port(var: Path, on_the_way_down: ExitStack) -> int:
    """Where it was last time, and never where another run will have its programs."""
    wanted = launch.last_sandbox_port(var) or SANDBOX_PORT
    mark = on_the_way_down.enter_context(ports.claim_preferred_or_any(HOST, wanted))
    return ports.number(mark)


def _serve(this: Launch, environment: Mapping[str, str], var: Path) -> None:
    wanted = supervision.programs(
        host=HOST, port=this.port, sandbox_port=this.sandbox_port, run=var / "run"
    )
    logs = {one.name: Follower(var / "log" / f"{one.name}.log") for one in wanted}
    logs["supervisor"] = Follower(var / "log" / "supervisord.log")
    manager = _start_manager(wanted, environment, var)
    accounts = preparation.demo_accounts(environment) if this.sandbox_port else ""
    _wait_until_ready(this, manager, logs, var)
    say(banner(this, accounts))
    while manager.poll() is None:
        _show(logs)
        _keep_services(var)
        time.sleep(0.5)
    give_up(f"the process manager ended by itself; see {var / 'log' / 'supervisord.log'}")


def banner(this: Launch, accounts: str) -> str:
    lines = ["", f"  SMPortal is ready: http://{HOST}:{this.port}"]
    if accounts:
        lines += ["", *(f"  {line}" for line in accounts.splitlines()), ""]
    if this.sandbox_port:
        lines.append(f"  The practice platform: http://{HOST}:{this.sandbox_port}")
    return "\n".join([*lines, "  Logs are in var/log. Ctrl-C stops everything.", ""])


def _environment(this: Launch, urls: services.Urls, var: Path) -> dict[str, str]:
    environment = {
        **os.environ,
        processes.MARKER: str(var),
        "SMPORTAL_VAR": str(var),
        "DATABASE_URL": urls.database_url,
        "REDIS_URL": urls.redis_url,
        "PORT": str(this.port),
        "PYTHONUNBUFFERED": "1",
        "SMPORTAL_DEMO": "1" if this.sandbox_port else "0",
    }
    if this.sandbox_port:
        environment["SMPORTAL_SANDBOX_URL"] = f"http://{HOST}:{this.sandbox_port}"
        trusted = filter(None, [os.environ.get("SMPORTAL_TRUSTED_HOSTS")])
        environment["SMPORTAL_TRUSTED_HOSTS"] = ",".join([*trusted, f"{HOST}:{this.sandbox_port}"])
    return environment


def _start_manager(
    wanted: list[supervision.Program], environment: Mapping[str, str], var: Path
) -> subprocess.Popen[bytes]:
    path = var / "run" / "supervisord.conf"
    path.write_text(supervision.configuration(wanted))
    # A session of its own: Ctrl-C reaches only us, and we stop the programs in good order.
    return subprocess.Popen(
        [sys.executable, "-m", "supervisor.supervisord", "-n", "-c", str(path)],
        cwd=var,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def _stop_programs(var: Path) -> None:
    """Stop the process manager, which stops its programs; then whatever is left of a killed one."""
    try:
        manager = int((var / "run" / "supervisord.pid").read_text())
    except (OSError, ValueError):
        manager = 0
    if manager and processes.is_running(manager, mentioning="supervisord"):
        processes.stop([manager], grace=20)
    processes.stop(processes.marked(str(var)), grace=5)


def _wait_until_ready(
    this: Launch, manager: subprocess.Popen[bytes], logs: Mapping[str, Follower], var: Path
) -> None:
    deadline = time.monotonic() + SECONDS_TO_READY
    ended: dict[str, int] = {}
    while not _answers_ready(this.port):
        for line in logs["supervisor"].new_lines():
            if "exited: " in line:
                name = line.split("exited: ")[1].split(" ")[0]
                ended[name] = ended.get(name, 0) + 1
        failing = next((name for name, count in ended.items() if count >= TRIES_TO_START), None)
        if failing or manager.poll() is not None or time.monotonic() > deadline:
            name = failing or "web"
            text = tail(var / "log" / f"{name}.log")
            give_up(f"{name} does not start. The end of var/log/{name}.log:\n{text}")
        time.sleep(0.2)


def _answers_ready(port: int) -> bool:
    try:
        with urlopen(f"http://{HOST}:{port}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (HTTPError, URLError, OSError):
        return False


def _show(logs: Mapping[str, Follower]) -> None:
    for name, log in logs.items():
        lines = [line for line in log.new_lines() if name != "supervisor" or " INFO " not in line]
        for line in lines[:LINES_AT_ONCE]:
            say(f"{name:>11} | {line}")
        if len(lines) > LINES_AT_ONCE:
            say(f"{name:>11} | … {len(lines) - LINES_AT_ONCE} more lines in {log.path}")


def _keep_services(var: Path) -> None:
    """Bring a killed database or broker back. Cheap while both run."""
    try:
        services.ensure(var)
    except ServiceError as error:
        say(f"{'services':>11} | {error}")


def _lock(var: Path) -> Path:
    return var / "run" / "launch.lock"


def _stop_on_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _raise_stopped)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # unless started under nohup
        signal.signal(signal.SIGHUP, _raise_stopped)


def _raise_stopped(number: int, frame: FrameType | None) -> None:
    _ignore_signals()
    raise Stopped


def _ignore_signals() -> None:
    """A second Ctrl-C must not leave half of it running."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
