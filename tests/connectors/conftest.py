"""A server on the loopback for every connector, and a name server of our own."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.connectors.wire import Wire, open_wire

Names = dict[str, list[str]]


@pytest.fixture
def wire() -> Iterator[Wire]:
    with open_wire() as opened:
        yield opened


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Host names that resolve to what a test says; numbers resolve as ever, other names do not."""
    known: Names = {}
    real: Callable[..., Any] = socket.getaddrinfo

    def look_up(host: str, port: Any, *args: Any, **kwargs: Any) -> Any:
        if host in known:
            found = known[host]
            return [entry for one in found for entry in real(one, port, *args, **kwargs)]
        if any(letter.isalpha() and letter not in "abcdefx" for letter in str(host)):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known
