"""A fake platform behind `mastodon`, and no broker to ring."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors import registry
from monitoring.models import Source
from tests.factories.monitoring import SourceFactory
from tests.monitoring.fake_platform import AT, FakePlatform


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[FakePlatform]]:
    """Mastodon and feeds are the fake platform for the time of a test."""
    here = "tests.monitoring.fake_platform"
    monkeypatch.setitem(registry.PLATFORMS, "mastodon", f"{here}.FakePlatform")
    monkeypatch.setitem(registry.PLATFORMS, "rss", f"{here}.FakeFeed")
    FakePlatform.reset()
    yield FakePlatform
    FakePlatform.reset()


@pytest.fixture
def live_source(db: None) -> Source:
    """Mentions of our account on Mastodon, past its first run."""
    source: Source = SourceFactory(
        platform="mastodon", address="fedi", history_done_at=AT.replace(day=1), next_poll_at=AT
    )
    return source


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the tasks that were rung, in order."""
    rung: list[str] = []
    monkeypatch.setattr(
        "celery.app.base.Celery.send_task", lambda self, name, **kwargs: rung.append(name)
    )
    return rung
