"""The guarded way out: every httpx2 call of a connector goes through `Client`.

Only http(s) to public addresses (or trusted hosts), each redirect checked again, at most 5 MB and
15 seconds, and nothing but a `ConnectorError` comes back. Reading and writing are two methods,
because a write that may have arrived must never be sent again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx2

from connectors import addresses, status
from connectors.errors import ConnectorError, OutcomeUnknown, Rejected, Temporary
from connectors.guard import Deadline, GuardedTransport

USER_AGENT = "SMPortal/0.1 (social media governance for colleges)"
LARGEST_BODY = 5_000_000
LONGEST_CALL = 15.0
MOST_REDIRECTS = 5
_TIMEOUT = httpx2.Timeout(10.0, connect=5.0)

Headers = Mapping[str, str]


def retry_after(headers: Headers) -> datetime | None:
    """When a platform without limit headers of its own wants us back."""
    return status.retry_at(headers.get("retry-after"))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said. `headers` does not mind the case of names.

    `moved_to` is the new address when it sent us on for good (301, 308), else empty.
    """

    status: int
    headers: Headers
    body: bytes
    moved_to: str = ""
    unreadable: type[ConnectorError] = Temporary

    def json_object(self) -> dict[str, Any]:
        """The body as a JSON object; when it is none, raises what this kind of call raises."""
        found = self._json()
        if not isinstance(found, dict):
            raise self.unreadable("The platform's answer has another shape than we know.")
        return found

    def json_array(self) -> list[Any]:
        """The body as a JSON array, likewise."""
        found = self._json()
        if not isinstance(found, list):
            raise self.unreadable("The platform's answer has another shape than we know.")
        return found

    def _json(self) -> Any:
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise self.unreadable("The platform's answer is not readable as JSON.") from error


class Client:
    """One client per connector; every call stands alone, so nothing leaks from one to the next.

    `trusted_hosts` ("host:port") may be private. `wait_until` reads from an answer's headers when a
    platform wants us back. `transport` replaces the network in tests.
    """

    def __init__(
        self,
        *,
        trusted_hosts: frozenset[str] = frozenset(),
        headers: Headers | None = None,
        wait_until: Callable[[Headers], datetime | None] = retry_after,
        transport: httpx2.BaseTransport | None = None,
    ) -> None:
        self._trusted_hosts = trusted_hosts
        self._headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"}
        self._headers.update(headers or {})
        self._wait_until = wait_until
        self._transport = transport

    def read(
        self,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Headers | None = None,
    ) -> Answer:
        """GET, through at most five redirects. What comes back is a 2xx or a 304.

        Raises a `ConnectorError`, never `OutcomeUnknown`.
        """
        with _translated(Temporary), self._session() as session:
            # `params={}` would make httpx2 drop the query that the address has already.
            request = session.build_request("GET", url, params=params or None, headers=headers)
            response, body, moved_to = self._follow(session, request)
        if not (response.is_success or response.status_code == 304):
            raise status.read_error(
                response.status_code, _said(body), wait_until=self._wait_until(response.headers)
            )
        return Answer(response.status_code, response.headers, body, moved_to)

    def write(
        self,
        method: str,
        url: str,
        *,
        json: Mapping[str, Any] | None = None,
        headers: Headers | None = None,
    ) -> Answer:
        """Send once, follow no redirect. What comes back is a 2xx.

        Raises `OutcomeUnknown` for whatever goes wrong after the request may have left us.
        """
        with _translated(OutcomeUnknown), self._session() as session:
            request = session.build_request(method, url, json=json, headers=headers)
            response, body = self._exchange(session, request, too_large=OutcomeUnknown)
        if not response.is_success:
            raise status.write_error(
                response.status_code, _said(body), wait_until=self._wait_until(response.headers)
            )
        return Answer(response.status_code, response.headers, body, unreadable=OutcomeUnknown)

    def _session(self) -> httpx2.Client:
        transport = self._transport or GuardedTransport(self._trusted_hosts, Deadline(LONGEST_CALL))
        return httpx2.Client(
            transport=transport, headers=self._headers, timeout=_TIMEOUT, trust_env=False
        )

    def _follow(
        self, session: httpx2.Client, request: httpx2.Request
    ) -> tuple[httpx2.Response, bytes, str]:
        """The last answer of a chain of redirects, and where the first, lasting part of it led."""
        moved_to, for_good = "", True
        for _ in range(MOST_REDIRECTS + 1):
            response, body = self._exchange(session, request, too_large=Rejected)
            if response.next_request is None:
                return response, body, moved_to
            request = response.next_request
            for_good = for_good and response.status_code in (301, 308)
            moved_to = str(request.url) if for_good else moved_to
        raise Rejected(f"The address sends us on more than {MOST_REDIRECTS} times.")

    def _exchange(
        self, session: httpx2.Client, request: httpx2.Request, *, too_large: type[ConnectorError]
    ) -> tuple[httpx2.Response, bytes]:
        url = request.url
        addresses.check(url.scheme, url.host, url.port, self._trusted_hosts)
        if url.userinfo:
            raise Rejected("An address may not hold a user name or password.")
        response = session.send(request, stream=True)
        try:
            return response, b"" if response.next_request else _body(response, too_large)
        finally:
            response.close()


def _body(response: httpx2.Response, too_large: type[ConnectorError]) -> bytes:
    """The body after decompression, never more than `LARGEST_BODY` of it in memory."""
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST_BODY:
            if response.is_success:
                raise too_large(f"The answer is larger than {LARGEST_BODY // 1_000_000} MB.")
            break
        parts.append(part)
    return b"".join(parts)


def _said(body: bytes) -> str:
    """The platform's own words about what went wrong, where it uses the usual `error` key."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    words = found.get("error") if isinstance(found, dict) else None
    return words if isinstance(words, str) else ""


@contextmanager
def _translated(lost: type[ConnectorError]) -> Iterator[None]:
    """httpx2's errors in our words; `lost` is for what breaks after the request may have left."""
    try:
        yield
    except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout) as error:
        raise Temporary(f"No connection could be made: {error}.") from error
    except (
        httpx2.InvalidURL,
        httpx2.UnsupportedProtocol,
        httpx2.LocalProtocolError,
        UnicodeError,
    ) as error:
        # Not in its own words: those of a bad header hold the header, and so the token.
        reason = type(error).__name__
        raise Rejected(f"The address or a header with it cannot be sent ({reason}).") from None
    except httpx2.HTTPError as error:
        raise lost(f"The call broke off ({type(error).__name__}): {error}.") from error
