"""An end to every answer that a vendor's SDK waits for, however slowly it drips in.

requests only limits the silence between two bytes: one byte now and then would hold a worker for
ever. Here the clock runs from the moment that we sent until the answer is whole.
"""

from __future__ import annotations

import io
import socket
from http.client import HTTPResponse
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from connectors.guard import Deadline

LONGEST_ANSWER = 30.0
"""Seconds; a poll of several answers must end before its lease does."""


def limit(manager: PoolManager) -> None:
    """Let all connections that `manager` makes from now on keep the deadline."""
    manager.pool_classes_by_scheme = {"http": _TimelyPool, "https": _TimelyTlsPool}


class _TimelyReader(io.RawIOBase):
    """What comes in from a socket, until the deadline."""

    def __init__(self, incoming: io.RawIOBase, connection: socket.socket) -> None:
        self._incoming = incoming
        self._connection = connection
        self._silence = connection.gettimeout()
        self._deadline = Deadline(LONGEST_ANSWER)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self._deadline.is_past:
            raise TimeoutError("the answer took too long")
        self._connection.settimeout(self._deadline.cap(self._silence))
        return self._incoming.readinto(buffer)

    def close(self) -> None:
        self._incoming.close()
        super().close()


class _TimelyAnswer(HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp = io.BufferedReader(_TimelyReader(self.fp.detach(), sock))


class _TimelyConnection(HTTPConnection):
    response_class = _TimelyAnswer


class _TimelyTlsConnection(HTTPSConnection):
    response_class = _TimelyAnswer


class _TimelyPool(HTTPConnectionPool):
    ConnectionCls = _TimelyConnection


class _TimelyTlsPool(HTTPSConnectionPool):
    ConnectionCls = _TimelyTlsConnection
