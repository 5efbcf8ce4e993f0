"""The product as it is measured: installed as by `make run`, with throw-away services."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from runtime import preparation, services

if TYPE_CHECKING:
    from tests.faults.supervised import Supervised


@contextmanager
def installed() -> Iterator[None]:
    """PostgreSQL that writes as carefully as in daily use, Redis, empty tables, static files.

    Nothing of Django may have been imported before.
    """
    with services.temporary(durable=True) as urls:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="smportal.settings",
            DATABASE_URL=urls.database_url,
            REDIS_URL=urls.redis_url,
        )
        preparation.prepare(os.environ, demo=False)
        import django  # noqa: PLC0415 - the settings read the environment above

        django.setup()
        yield


@contextmanager
def scratch_database() -> Iterator[None]:
    """A migrated, empty database on the same server, gone afterwards."""
    from django.db import connection  # noqa: PLC0415

    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


@contextmanager
def running(
    *names: str, port: int = 0, extra: Mapping[str, str] | None = None
) -> Iterator[Supervised]:
    """Programs of `make run` under their own process manager, at work on the scratch database."""
    from django.db import connection  # noqa: PLC0415

    from tests.faults import supervised  # noqa: PLC0415

    database = urlsplit(os.environ["DATABASE_URL"])
    environment = {
        **os.environ,
        "DATABASE_URL": database._replace(path=f"/{connection.settings_dict['NAME']}").geturl(),
        "LOG_LEVEL": "WARNING",
        **(extra or {}),
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        supervised.running(names, environment, Path(folder), port=port) as programs,
    ):
        yield programs
