"""PostgreSQL and Redis, wherever they come from.

`DATABASE_URL` and `REDIS_URL` win. Without them the embedded servers are used, and started when
they do not run yet. They outlive the command that started them; `make stop` ends them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from runtime import locks, logs
from runtime.accounts import ServiceError
from runtime.places import VAR
from runtime.postgres import Postgres
from runtime.redis_server import Redis


@dataclass(frozen=True)
class Urls:
    database_url: str
    redis_url: str


def ensure(var: Path = VAR) -> Urls:
    """Where the services are; starts the embedded ones that are needed and do not run."""
    database_url = os.environ.get("DATABASE_URL") or _started(embedded_postgres(var), var)
    redis_url = os.environ.get("REDIS_URL") or _started(embedded_redis(var), var)
    return Urls(database_url, redis_url)


def running(var: Path = VAR) -> bool:
    """Whether one of the embedded services runs."""
    return embedded_postgres(var).is_ready() or embedded_redis(var).is_ready()


def stop(var: Path = VAR) -> None:
    """Stop the embedded services; nothing happens when they do not run."""
    with locks.held(var / "run" / "services.lock"):
        embedded_redis(var).stop()
        embedded_postgres(var).stop()


@contextmanager
def temporary(var: Path = VAR, *, durable: bool = False) -> Iterator[Urls]:
    """Throw-away services, apart from all others and gone afterwards.

    For tests they are fast; `durable` makes them write as carefully as in daily use.
    """
    with ExitStack() as afterwards:
        with locks.held(var / "run" / "temporary.lock"):
            _clear_stale(var)
            folder = Path(tempfile.mkdtemp(prefix="test-", dir=var))
            folder.chmod(0o755)  # the services' own folders below are private
            afterwards.enter_context(locks.held(folder / "lock"))
        afterwards.callback(_remove, folder)
        postgres, redis = embedded_postgres(folder, durable=durable), embedded_redis(folder)
        yield Urls(_started(postgres, folder), _started(redis, folder))


def embedded_postgres(var: Path, *, durable: bool = True) -> Postgres:
    return Postgres(data=var / "postgres", log=var / "log" / "postgres.log", durable=durable)


def embedded_redis(var: Path) -> Redis:
    return Redis(
        data=var / "redis",
        log=var / "log" / "redis.log",
        state=var / "run" / "redis.json",
    )


def _started(service: Postgres | Redis, var: Path) -> str:
    if not service.is_ready():
        try:
            (var / "log").mkdir(parents=True, exist_ok=True)
            with locks.held(var / "run" / "services.lock"):
                logs.rotate(service.log)
                service.start()
        except PermissionError as error:
            raise ServiceError(
                f"{error.filename} belongs to another user. Give {var} to this user, or remove it."
            ) from error
    return service.url


def _clear_stale(var: Path) -> None:
    """Remove what killed test runs left behind. A living run still holds its lock."""
    for folder in var.glob("test-*"):
        try:
            with locks.held(folder / "lock", wait=False):
                _remove(folder)
        except locks.AlreadyHeld:
            continue


def _remove(folder: Path) -> None:
    postgres = embedded_postgres(folder, durable=False)
    embedded_redis(folder).stop()
    postgres.stop(mode="immediate")
    shutil.rmtree(postgres.socket_folder, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
