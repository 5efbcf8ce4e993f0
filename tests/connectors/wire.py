"""A real HTTP server on the loopback that answers what a test tells it, in the order it was told.

The connectors' clients talk to it over a socket, so headers, redirects, cut connections and
timeouts are the real thing.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as the server received it."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body))


@dataclass(frozen=True)
class Told:
    """One answer to give. `fault` cuts the connection, or keeps it waiting, instead."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


class Wire:
    """What a test holds: the address, the answers to come and the requests that came."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self._answers: deque[Told] = deque()
        self.asked: list[Asked] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def answers(
        self, body: Any = None, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Queue an answer: JSON from any value, or text as it is given (then say its type)."""
        is_text = isinstance(body, str)
        kind = "text/html; charset=utf-8" if is_text else "application/json; charset=UTF-8"
        written = body if is_text else json.dumps(body)
        told = {"Content-Type": kind, **(headers or {})}
        self._answers.append(Told(status, written.encode(), told))

    def cuts(self) -> None:
        """Queue a connection that is cut after the whole request was read."""
        self._answers.append(Told(fault="cut"))

    def hangs(self) -> None:
        """Queue an answer that never comes."""
        self._answers.append(Told(fault="hang"))

    def next(self, asked: Asked) -> Told:
        self.asked.append(asked)
        return self._answers.popleft() if self._answers else Told(500, b"nothing was told")


class Handler(BaseHTTPRequestHandler):
    wire: Wire

    def log_message(self, *args: object) -> None:
        """Say nothing on the terminal."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        told = self.wire.next(Asked(self.command, parts.path, query, headers, body))
        if told.fault:
            if told.fault == "hang":
                self.wire.released.wait(10)
            self.close_connection = True
            return
        self.send_response(told.status)
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(told.body)))
        self.end_headers()
        self.wfile.write(told.body)

    do_GET = do_POST = do_DELETE = _serve


@contextmanager
def open_wire() -> Iterator[Wire]:
    """A server on a free port of the loopback, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OwnHandler", (Handler,), {}))
    wire = Wire(server)
    server.RequestHandlerClass.wire = wire  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield wire
    finally:
        wire.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
