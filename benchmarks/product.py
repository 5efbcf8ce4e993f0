"""The product as it is measured: installed as by `make run`, with throw-away services."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from runtime import preparation, services


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
