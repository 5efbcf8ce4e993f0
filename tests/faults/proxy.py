"""A TCP proxy that spoils a line in the ways a real network does (the kinds are Toxiproxy's).

    with Proxy("127.0.0.1", 8090) as line:
        line.spoil("bandwidth", 1_000)

`latency`: every part of an answer comes `amount` seconds late. `reset`: the connection is cut as
soon as something is asked. `half-open`: the other side is gone without a word; nothing comes back
and nothing is closed. `slow-body`: the head of an answer comes at once, the rest one byte per
`amount` seconds. `bandwidth`: everything passes at `amount` bytes per second.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Final, Self

KINDS: Final = ("latency", "reset", "half-open", "slow-body", "bandwidth")
PART: Final = 65_536
STEPS_PER_SECOND: Final = 20
RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


class Proxy:
    """One line to `host` and `port`, until `spoil` a clean one."""

    def __init__(self, host: str, port: int) -> None:
        self._there = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._spoiled: tuple[str, float] = ("", 0)
        self._ended = threading.Event()
        self.netloc = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self.url = f"http://{self.netloc}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):  # wakes up who waits for a caller
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def spoil(self, kind: str, amount: float = 0) -> None:
        """From now on, also for what is on its way."""
        assert kind in KINDS
        self._spoiled = (kind, amount)

    def heal(self) -> None:
        self._spoiled = ("", 0)

    def _accept(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(OSError):
                caller, _ = self._listener.accept()
                threading.Thread(target=self._connect, args=(caller,), daemon=True).start()

    def _connect(self, caller: socket.socket) -> None:
        with caller, contextlib.suppress(OSError), socket.create_connection(self._there) as there:
            asking = threading.Thread(target=self._ask, args=(caller, there), daemon=True)
            asking.start()
            self._answer(caller, there)
            with contextlib.suppress(OSError):
                caller.shutdown(socket.SHUT_RDWR)
            asking.join()

    def _ask(self, caller: socket.socket, there: socket.socket) -> None:
        """What the caller says passes as it is, unless nobody is there."""
        with contextlib.suppress(OSError):
            while asked := caller.recv(PART):
                kind, _ = self._spoiled
                if kind == "reset":
                    caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
                    caller.close()
                    break
                if kind != "half-open":
                    there.sendall(asked)
        with contextlib.suppress(OSError):
            there.shutdown(socket.SHUT_RDWR)

    def _answer(self, caller: socket.socket, there: socket.socket) -> None:
        while answer := there.recv(PART):
            for part, seconds in self._slowly(answer):
                if self._ended.wait(seconds):
                    return
                caller.sendall(part)

    def _slowly(self, answer: bytes) -> Iterator[tuple[bytes, float]]:
        """The answer in parts, with the seconds to wait before each."""
        kind, amount = self._spoiled
        if kind == "slow-body":
            head = answer.find(b"\r\n\r\n") + 4 if answer.startswith(b"HTTP/") else 0
            yield answer[:head], 0
            yield from ((answer[at : at + 1], amount) for at in range(head, len(answer)))
        elif kind == "bandwidth":
            size = max(1, int(amount / STEPS_PER_SECOND))
            parts = (answer[at : at + size] for at in range(0, len(answer), size))
            yield from ((part, len(part) / amount) for part in parts)
        else:
            yield answer, amount if kind == "latency" else 0
