"""Recorded feeds, read at one fixed moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.rss import document, normalise
from connectors.types import Post

PAYLOADS = Path(__file__).parent / "payloads"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADDRESS = "https://nieuws.example/feed/"


@pytest.fixture
def payload() -> Callable[[str], bytes]:
    return lambda name: (PAYLOADS / name).read_bytes()


def read(body: bytes) -> tuple[Post, ...]:
    """The posts of a feed that stands at `ADDRESS`."""
    found = document.read(body, content_type="application/xml", address=ADDRESS)
    return normalise.posts(found.items, host="nieuws.example", now=NOW)[0]


def rss(items: str) -> bytes:
    """A small RSS feed around `items`."""
    return f'<rss version="2.0"><channel><title>Nieuws</title>{items}</channel></rss>'.encode()
