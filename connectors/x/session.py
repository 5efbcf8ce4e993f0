"""The HTTP session that tweepy is given: it carries the keys, and speaks our errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests

from connectors.errors import AuthExpired
from connectors.sdk_session import Bearer, SdkSession
from connectors.x import problems

SDK_HOST = "https://api.twitter.com"
TIMEOUT = (5.0, 20.0)
"""Seconds to connect, and seconds without a byte."""


def clean_keys(credentials: Mapping[str, str]) -> dict[str, str]:
    """The keys without the blanks that a paste brings along.

    Raises `AuthExpired` for characters that no key has (and that would end up in an error text).
    """
    keys = {name: value.strip() for name, value in credentials.items() if value.strip()}
    for name, value in keys.items():
        if not (value.isascii() and value.isprintable()):
            raise AuthExpired(f"The key {name} for X holds characters that no key has.")
    return keys


class XSession(SdkSession):
    """One target's session: what is no 2xx becomes an error before tweepy looks at it."""

    def __init__(self, keys: Mapping[str, str], base_url: str) -> None:
        super().__init__("X", host=SDK_HOST, base_url=base_url, timeout=TIMEOUT)
        self._secrets = tuple(keys.values())
        if "bearer_token" in keys:
            self.auth = Bearer(keys["bearer_token"])

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        is_write = request.method != "GET"
        response = super().send(request, **kwargs)
        if not 200 <= response.status_code < 300:
            raise problems.of_answer(response, is_write=is_write, secrets=self._secrets)
        return response
