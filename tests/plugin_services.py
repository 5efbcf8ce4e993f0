"""Gives each pytest run PostgreSQL and Redis of its own, before Django reads its settings.

Compiles the translations too, which Django reads once.

Loaded by `-p tests.plugin_services` in pyproject.toml. Workers of pytest-xdist inherit the
environment of the process that started them, so they share its services. TEST_DATABASE_URL and
TEST_REDIS_URL replace the throw-away services; DATABASE_URL and REDIS_URL never reach a test.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from runtime import catalogues, services

_running = ExitStack()
# At exit, not in a pytest hook: a run that fails while it is set up must clean up too.
atexit.register(_running.close)


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """A wrapper runs before pytest-django's own hook, which imports the settings."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        catalogues.compile_stale()
        urls = _given() or _running.enter_context(services.temporary())
        os.environ["DATABASE_URL"] = urls.database_url
        os.environ["REDIS_URL"] = urls.redis_url
    return (yield)


def _given() -> services.Urls | None:
    database_url, redis_url = os.environ.get("TEST_DATABASE_URL"), os.environ.get("TEST_REDIS_URL")
    return services.Urls(database_url, redis_url) if database_url and redis_url else None
