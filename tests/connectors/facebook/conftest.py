"""A wire that plays Facebook, and a connector on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from connectors.facebook.connector import Facebook
from connectors.types import Kind, Target
from tests.connectors.wire import Wire, open_wire

PAYLOADS = Path(__file__).parent / "payloads"
PAGE_ID = "900000000000001"
TOKEN = "EAAB-geheim"
SECRET = "app-geheim"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def wire() -> Iterator[Wire]:
    with open_wire() as opened:
        yield opened


@pytest.fixture
def payload() -> Callable[[str], Any]:
    def read(name: str) -> Any:
        return json.loads((PAYLOADS / f"{name}.json").read_text())

    return read


@pytest.fixture
def page(wire: Wire) -> Callable[..., Facebook]:
    """A connector on one page; by default one that reads the posts which tag it."""

    def build(kind: Kind = Kind.MENTIONS, **changes: Any) -> Facebook:
        keys = {"access_token": TOKEN, "app_secret": SECRET}
        given = {"address": PAGE_ID, "credentials": keys, "base_url": wire.url}
        return Facebook(Target(kind=kind, **(given | changes)))

    return build
