"""The HTTP session that a vendor's SDK is given: our base URL, our time-out, our errors.

tweepy and facebook-sdk fix their host, set no timeout and read error bodies carelessly. Both are
given a session of their platform that stands on this one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.utils import get_environ_proxies
from urllib3 import PoolManager, ProxyManager
from urllib3.exceptions import HTTPError, NewConnectionError

from connectors import sdk_deadline
from connectors.errors import ConnectorError, OutcomeUnknown, Temporary

Timeout = tuple[float, float]
"""Seconds to connect, and seconds without a byte."""

_SHORTEST_KEY = 8


class Bearer(AuthBase):
    """Sets the token while the request is prepared, out of sight of the SDK and its debug log."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class BaseUrlAdapter(HTTPAdapter):
    """Sends what is meant for the SDK's fixed `host` to `base_url`, with a timeout and an end."""

    poolmanager: PoolManager

    def __init__(self, host: str, base_url: str, timeout: Timeout) -> None:
        super().__init__()
        self._host = host
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        sdk_deadline.limit(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        sdk_deadline.limit(manager)
        return manager

    def send(
        self, request: requests.PreparedRequest, *args: Any, **kwargs: Any
    ) -> requests.Response:
        kwargs["timeout"] = self._timeout
        if self._base_url:
            request.url = self._base_url + (request.url or "").removeprefix(self._host)
            kwargs["proxies"] = get_environ_proxies(request.url)
        return super().send(request, *args, **kwargs)


class SdkSession(requests.Session):
    """One target's session with `platform` (its name, for sentences).

    It follows no redirect: these APIs have none, and keys must not travel.
    """

    def __init__(self, platform: str, *, host: str, base_url: str, timeout: Timeout) -> None:
        super().__init__()
        self._platform = platform
        self.mount(host, BaseUrlAdapter(host, base_url, timeout))

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        try:
            return super().send(request, **kwargs)
        except (OSError, HTTPError) as fault:
            is_write = request.method != "GET"
            raise _of_network(self._platform, fault, is_write=is_write) from None


def _of_network(platform: str, fault: Exception, *, is_write: bool) -> ConnectorError:
    """The error for a failed connection, without the fault's own text: that may hold a URL."""
    kind = type(fault).__name__
    if is_write and not _never_sent(fault):
        return OutcomeUnknown(f"The connection to {platform} broke while we were sending ({kind}).")
    return Temporary(f"{platform} could not be reached ({kind}).")


def _never_sent(fault: Exception) -> bool:
    """True only when the connection itself was not made, so that no byte of ours went out."""
    if isinstance(fault, requests.ConnectTimeout):
        return True
    cause = fault.args[0] if fault.args else None
    return isinstance(getattr(cause, "reason", None), NewConnectionError)


def hide(text: str, secrets: Iterable[str]) -> str:
    """`text` without our keys; one of a few letters is no real key, and part of any word."""
    for secret in secrets:
        if len(secret) >= _SHORTEST_KEY:
            text = text.replace(secret, "***")
    return text
