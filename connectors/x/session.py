"""The HTTP session that tweepy is given: our timeout, our base URL, our errors.

tweepy fixes the host, sets no timeout and reads error bodies carelessly. So its session carries the
keys, sends to the base URL of the target, and turns every answer but a 2xx into a `ConnectorError`
before tweepy looks at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError

from connectors.errors import AuthExpired
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


class Bearer(AuthBase):
    """Sets the token while the request is prepared, out of sight of tweepy and its debug log."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class BaseUrlAdapter(HTTPAdapter):
    """Sends what is meant for tweepy's fixed host to `base_url`, with a timeout."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url.rstrip("/")

    def send(
        self, request: requests.PreparedRequest, *args: Any, **kwargs: Any
    ) -> requests.Response:
        kwargs["timeout"] = TIMEOUT
        if self._base_url:
            request.url = self._base_url + (request.url or "").removeprefix(SDK_HOST)
            kwargs["proxies"] = get_environ_proxies(request.url)
        return super().send(request, *args, **kwargs)


class XSession(requests.Session):
    """One target's session. It follows no redirect: the API has none, and keys must not travel."""

    def __init__(self, keys: Mapping[str, str], base_url: str) -> None:
        super().__init__()
        self.mount(SDK_HOST, BaseUrlAdapter(base_url))
        self._secrets = tuple(keys.values())
        if "bearer_token" in keys:
            self.auth = Bearer(keys["bearer_token"])

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        is_write = request.method != "GET"
        try:
            response = super().send(request, **kwargs)
        except (OSError, HTTPError) as fault:
            raise problems.of_network(fault, is_write=is_write) from None
        if not 200 <= response.status_code < 300:
            raise problems.of_answer(response, is_write=is_write, secrets=self._secrets)
        return response
