"""A fresh practice platform per test, and a short way to call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests

import sandbox
from sandbox.identity import FACEBOOK_TOKEN, MASTODON_TOKEN, X_BEARER

KEYS = {"x": X_BEARER, "facebook": FACEBOOK_TOKEN, "mastodon": MASTODON_TOKEN}


class Caller:
    """Calls one server with the right key for each platform, unless told otherwise."""

    def __init__(self, server: sandbox.Server) -> None:
        self.server = server

    def __call__(
        self, method: str, path: str, *, key: str | None = None, timeout: float = 5, **more: Any
    ) -> requests.Response:
        platform = path.strip("/").partition("/")[0]
        headers = dict(more.pop("headers", {}))
        key = KEYS.get(platform) if key is None else key
        if key:
            headers.setdefault("Authorization", f"Bearer {key}")
        more.setdefault("allow_redirects", False)
        return requests.request(
            method, self.server.url + path, headers=headers, timeout=timeout, **more
        )

    def get(self, path: str, **params: Any) -> requests.Response:
        return self("GET", path, params=params)


@pytest.fixture
def server() -> Iterator[sandbox.Server]:
    with sandbox.Server() as running:
        yield running


@pytest.fixture
def call(server: sandbox.Server) -> Caller:
    return Caller(server)
