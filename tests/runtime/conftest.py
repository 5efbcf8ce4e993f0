"""Folders in which services start as they would in a fresh checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime import services


@pytest.fixture(autouse=True)
def _nothing_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """The services of the test run itself must not answer for the ones under test."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """A var/ of its own, whose services are stopped afterwards."""
    yield tmp_path
    services.stop(tmp_path)


@pytest.fixture(scope="module")
def running_var(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A var/ with both services running, shared by the tests that leave them so."""
    folder = tmp_path_factory.mktemp("var")
    given = {name: os.environ.pop(name) for name in ("DATABASE_URL", "REDIS_URL")}
    try:
        services.ensure(folder)
        yield folder
    finally:
        services.stop(folder)
        os.environ.update(given)
