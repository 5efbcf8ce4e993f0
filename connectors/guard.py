"""The transport under `connectors.http`: connects only to addresses that were checked, and in time.

The name is resolved once, and the connection goes to exactly the address that was checked, so a
name server that answers differently a moment later (DNS rebinding) gains nothing. `Host` and the
TLS name stay what they were.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2

from connectors import addresses

_MOST_ADDRESSES = 4


class Deadline:
    """A moment by which a whole call must be over, however slowly the other side dribbles."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds

    @property
    def is_past(self) -> bool:
        return time.monotonic() >= self._ends_at

    def cap(self, timeout: float | None) -> float:
        """`timeout` in seconds, but not beyond the deadline; a hair above zero when it is past."""
        left = max(self._ends_at - time.monotonic(), 0.001)
        return left if timeout is None else min(timeout, left)


class GuardedTransport(httpx2.HTTPTransport):
    """httpx2's own transport, on a connection pool that resolves, checks and connects our way."""

    def __init__(self, trusted_hosts: Collection[str], deadline: Deadline) -> None:
        super().__init__(verify=_tls(), trust_env=False)
        # httpx2 takes no network backend, its pool does: the only line that leans on its inside.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_tls(), network_backend=_CheckedNetwork(trusted_hosts, deadline)
        )


class _CheckedNetwork(httpcore2.NetworkBackend):
    def __init__(self, trusted_hosts: Collection[str], deadline: Deadline) -> None:
        self._trusted_hosts = trusted_hosts
        self._deadline = deadline
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        trusted = addresses.is_trusted(host, port, "", self._trusted_hosts)
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses.resolve(host, port, trusted=trusted)[:_MOST_ADDRESSES]:
            try:
                stream = self._network.connect_tcp(
                    address, port, self._deadline.cap(timeout), local_address, socket_options or ()
                )
                return TimelyStream(stream, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


class TimelyStream(httpcore2.NetworkStream):
    """A connection whose every step ends before the deadline does."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._deadline.is_past:
            raise httpcore2.ReadTimeout("the call took too long")
        return self._stream.read(max_bytes, self._deadline.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.cap(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.cap(timeout))
        return TimelyStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@cache
def _tls() -> ssl.SSLContext:
    """Loading the certificates takes longer than many a call, so it is done once."""
    return httpx2.create_ssl_context()
