"""A wire that plays the server mbo.example, and a connector on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connectors.mastodon.connector import Mastodon
from connectors.types import Kind, Target
from tests.connectors.wire import Wire

PAYLOADS = Path(__file__).parent / "payloads"
HOST = "mbo.example"
TOKEN = "geheim-teken"


@pytest.fixture
def payload() -> Callable[[str], Any]:
    return lambda name: json.loads((PAYLOADS / f"{name}.json").read_text())


@pytest.fixture
def mastodon(wire: Wire) -> Callable[..., Mastodon]:
    """A connector; by default one that reads the mentions of an account on mbo.example."""

    def build(kind: Kind = Kind.MENTIONS, **changes: Any) -> Mastodon:
        given = {
            "address": f"https://{HOST}",
            "base_url": wire.url,
            "credentials": {"access_token": TOKEN},
            "trusted_hosts": frozenset({wire.url.removeprefix("http://")}),
        }
        return Mastodon(Target(kind=kind, **(given | changes)))

    return build
