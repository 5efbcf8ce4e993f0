"""A wire that plays X, and a connector on it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from connectors.types import Kind, Target
from connectors.x.connector import X
from tests.connectors.wire import Wire, open_wire

PAYLOADS = Path(__file__).parent / "payloads"
USER_ID = "900000000000000001"
USER_KEYS = {
    "consumer_key": "konsument-sleutel",
    "consumer_secret": "geheim-consument",
    "access_token": f"{USER_ID}-toegang",
    "access_token_secret": "geheim-toegang",
}
BEARER = {"bearer_token": "AAAA-drager-geheim"}


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
def x(wire: Wire) -> Callable[..., X]:
    """A connector; by default one that reads mentions with a bearer and replies as a user."""

    def build(kind: Kind = Kind.MENTIONS, **changes: Any) -> X:
        given = {"address": USER_ID, "credentials": USER_KEYS | BEARER, "base_url": wire.url}
        return X(Target(kind=kind, **(given | changes)))

    return build
