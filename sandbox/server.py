"""The server: one port, all platforms, the page for people and the control API.

with sandbox.Server() as server:
    server.x.add_mention("Is er morgen les?")
    server.faults.add("x", "/2/tweets", "accept-then-cut", method="POST")
    ...
    assert not server.duplicates()
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import socket
import sys
import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

from sandbox import delivery
from sandbox.control import Control
from sandbox.facebook import Facebook
from sandbox.faults import Fault, Faults, refusal
from sandbox.feeds import Feeds
from sandbox.limits import Limits
from sandbox.mastodon import Mastodon
from sandbox.page import Page
from sandbox.platform import Platform
from sandbox.store import Accepted, Store
from sandbox.wire import Request, answer, now
from sandbox.x import X

log = logging.getLogger("sandbox")
LARGEST_BODY = 1_000_000
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call that came in, for tests that count calls. `status` 0: no whole answer was sent."""

    platform: str
    method: str
    path: str
    status: int
    at: datetime
    fault: str = ""


class Server:
    """A practice platform on its own thread; use it as a context manager."""

    def __init__(
        self,
        port: int = 0,
        *,
        host: str = "127.0.0.1",
        state: Path | None = None,
        limits: bool = False,
        url: str = "",
    ) -> None:
        self.http = _HTTPServer((host, port), _Handler)
        self.http.sandbox = self
        self.url = url or f"http://{host}:{self.http.server_port}"
        self.store = Store(state)
        self.faults = Faults()
        self.limits = Limits(enforced=limits)
        self.x = X(self.store, self.limits, self.url)
        self.facebook = Facebook(self.store, self.limits, self.url)
        self.mastodon = Mastodon(self.store, self.limits, self.url)
        self.feeds = Feeds(self.store, self.limits, self.url)
        self.platforms: dict[str, Platform] = {
            one.name: one for one in (self.x, self.facebook, self.mastodon, self.feeds)
        }
        self.control = Control(self)
        self.page = Page(self)
        self.calls: deque[Call] = deque(maxlen=REMEMBERED)
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True)

    @property
    def accepted(self) -> list[Accepted]:
        """Every reply that was really published, in order, whatever the caller was told."""
        return list(self.store.accepted)

    def duplicates(self) -> dict[tuple[str, str, str], int]:
        """Replies that stand there more than once: must be empty."""
        return self.store.duplicates()

    def reset(self) -> None:
        """Forget all posts, replies, faults and calls."""
        self.store.reset()
        self.faults.clear()
        self.calls.clear()
        for platform in self.platforms.values():
            platform.open()

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self.stopping.set()
        self.http.shutdown()
        self._thread.join(timeout=5)
        self.http.server_close()
        self.http.drop_connections()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    sandbox: Server

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._open: set[socket.socket] = set()
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, handler)

    def server_bind(self) -> None:
        """As the parent does, without its look-up of the host's name, which may take seconds."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        address = self.socket.getsockname()
        self.server_address = address
        self.server_name, self.server_port = str(address[0]), int(address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that walk away are part of the exercise; anything else is our own mistake."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            log.exception("The practice platform could not answer")

    def drop_connections(self) -> None:
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Oefenplatform"
    sys_version = ""
    timeout = 120
    disable_nagle_algorithm = True
    server: _HTTPServer

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the calls are kept in `Server.calls`."""

    def _answer(self) -> None:
        sandbox = self.server.sandbox
        name, request = self._read(sandbox.url)
        if name in sandbox.platforms:
            self._as_platform(sandbox, sandbox.platforms[name], request)
        elif self._is_from_elsewhere(request):
            delivery.send(self, answer({"error": "only from this page"}, 403))
        elif name == "control":
            delivery.send(self, sandbox.control.handle(request))
        else:
            delivery.send(self, sandbox.page.handle(request, name))

    def _is_from_elsewhere(self, request: Request) -> bool:
        """Whether a page on another site lets a visitor's browser make this call."""
        origin = urlsplit(request.headers.get("origin", "")).netloc
        return request.method != "GET" and origin not in {"", request.headers.get("host", "")}

    def _read(self, base_url: str) -> tuple[str, Request]:
        """The prefix (`x`, `facebook`, …, or empty for the page) and the call itself."""
        parts = urlsplit(self.path)
        size = min(int(self.headers.get("Content-Length") or 0), LARGEST_BODY)
        headers = {key.lower(): value for key, value in self.headers.items()}
        body = self.rfile.read(size) if size else b""
        name, _, rest = parts.path.removeprefix("/").partition("/")
        query = parse_qs(parts.query, keep_blank_values=True)
        return name, Request(self.command, f"/{unquote(rest)}", query, headers, body, base_url)

    def _as_platform(self, sandbox: Server, platform: Platform, request: Request) -> None:
        """Answer as the platform does, or as the waiting fault wants."""
        fault = sandbox.faults.take(platform.name, request)
        if fault is None:
            response = platform.handle(request)
            self._remember(sandbox, platform, request, response.status)
            delivery.send(self, response)
            return
        if fault.kind in {"cut", "hang"}:
            self._remember(sandbox, platform, request, 0, fault.kind)
            self._break(fault, sandbox)
            return
        refused = refusal(fault, platform)
        if refused is not None:
            self._remember(sandbox, platform, request, refused.status, fault.kind)
            delivery.send(self, refused)
            return
        response = platform.handle(request)
        self._remember(sandbox, platform, request, 0, fault.kind)
        delivery.spoil(self, response, fault, sandbox.stopping)

    def _remember(
        self, sandbox: Server, platform: Platform, request: Request, status: int, fault: str = ""
    ) -> None:
        call = Call(platform.name, request.method, request.path, status, now(), fault)
        sandbox.calls.append(call)

    def _break(self, fault: Fault, sandbox: Server) -> None:
        self.close_connection = True
        if fault.kind == "hang":
            sandbox.stopping.wait(fault.delay)
            return
        delivery.reset(self.connection)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
