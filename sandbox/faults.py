"""Faults on demand: which call goes wrong, in what way, and how often.

A fault is added before the call; the first one that fits is used. Those in `REFUSALS` come instead
of the platform's work. Those in `WIRE` spoil the answer after it, but for `cut` and `hang`.
"""

from __future__ import annotations

import fnmatch
import random
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.platform import Platform
from sandbox.wire import Json, Request, Response, answer, html_page, now

REFUSALS = {
    "429": "too many requests, and when it is over",
    "429-no-reset": "too many requests, without saying when it is over",
    "500": "the platform's own error",
    "503-html": "an HTML page with status 503 and Retry-After",
    "html-200": "an HTML page with status 200 (captive portal, maintenance page)",
    "empty-200": "status 200 and nothing in it",
    "unauthorised": "the platform's own answer to a wrong or withdrawn key",
    "forbidden": "the platform's own answer to something we may not do",
    "budget": "the paid allowance is used up (X)",
    "404": "not found",
    "410": "gone for good",
    "301": "moved for good, to `to`",
}
WIRE = {
    "cut": "the connection is reset before the call does anything",
    "hang": "no answer for `delay` seconds, then the connection closes; nothing was accepted",
    "slow": "the answer drips in over `delay` seconds",
    "half-json": "half the answer, as if it were all of it",
    "cut-body": "half the answer, then the connection is reset",
    "accept-then-cut": "accepted, then the connection is reset",
    "accept-then-504": "accepted, then a gateway time-out",
    "accept-then-hang": "accepted, then no answer for `delay` seconds",
    "repeat": "every item of the page comes twice",
    "shuffle": "the items of the page come in another order",
    "other-shape": "the whole answer in a shape that nobody knows",
    "other-items": "the page as ever, with items in a shape that nobody knows",
}
KINDS = REFUSALS | WIRE


@dataclass(slots=True)
class Fault:
    """One fault. `path` is a shell pattern on the part behind the platform's prefix.

    It is spent after `times` calls or, when `seconds` is given, when that time is over. `reset_in`
    is what a 429 says (seconds from now); `delay` is for how long an answer hangs or drips.
    """

    platform: str
    path: str = "*"
    kind: str = "500"
    method: str = ""
    times: int | None = None
    seconds: float | None = None
    reset_in: int = 60
    delay: float = 30.0
    to: str = ""
    used: int = 0
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault {self.kind!r}; known are {', '.join(sorted(KINDS))}")
        if self.seconds is not None:
            self.until = now() + timedelta(seconds=self.seconds)
        elif self.times is None:
            self.times = 1

    def fits(self, platform: str, request: Request) -> bool:
        return (
            self.platform in {"*", platform}
            and self.method in {"", request.method}
            and fnmatch.fnmatchcase(request.path, self.path)
        )

    @property
    def is_spent(self) -> bool:
        if self.until is not None and now() >= self.until:
            return True
        return self.times is not None and self.used >= self.times


class Faults:
    """The faults that wait for a call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def add(self, platform: str, path: str = "*", kind: str = "500", **details: Any) -> Fault:
        """Add a fault; `details` are the other fields of `Fault`."""
        fault = Fault(platform, path, kind, **details)
        with self._lock:
            self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def waiting(self) -> list[Fault]:
        with self._lock:
            self._waiting = [fault for fault in self._waiting if not fault.is_spent]
            return list(self._waiting)

    def take(self, platform: str, request: Request) -> Fault | None:
        """The fault that this call must suffer, counted as used."""
        with self._lock:
            for fault in self._waiting:
                if not fault.is_spent and fault.fits(platform, request):
                    fault.used += 1
                    return fault
        return None


def refusal(fault: Fault, platform: Platform) -> Response | None:
    """The answer that comes instead of the platform's work; None for faults of the wire."""
    reset_at = now() + timedelta(seconds=fault.reset_in)
    match fault.kind:
        case "429":
            return platform.too_many(reset_at)
        case "429-no-reset":
            return platform.too_many(None)
        case "500":
            return platform.server_error()
        case "503-html":
            page = html_page("503 Service Temporarily Unavailable", 503)
            return page.with_headers({"Retry-After": str(fault.reset_in)})
        case "html-200":
            return html_page("Even geduld, wij zijn zo terug", 200)
        case "empty-200":
            return Response(200, b"")
        case "unauthorised":
            return platform.unauthorised()
        case "forbidden":
            return platform.forbidden()
        case "budget":
            return platform.budget_spent()
        case "404":
            return platform.not_found()
        case "410":
            return html_page("410 Gone", 410)
        case "301":
            return Response(301, b"", "text/html", {"Location": fault.to})
    return None


def rearrange(response: Response, kind: str, seed: int) -> Response:
    """Repeat or shuffle the items of a JSON page; any other answer stays as it is."""
    if "json" not in response.content_type or not response.body:
        return response
    document = response.document()
    if isinstance(document, list):
        changed: list[Any] | Json = _rearranged(document, kind, seed)
    elif isinstance(document, dict) and isinstance(document.get("data"), list):
        changed = {**document, "data": _rearranged(document["data"], kind, seed)}
    else:
        return response
    return answer(changed, response.status, response.content_type).with_headers(response.headers)


def _rearranged(items: list[Any], kind: str, seed: int) -> list[Any]:
    if kind == "repeat":
        return [*items, *items]
    # A seeded shuffle, so that a failing run can be run again.
    return random.Random(seed).sample(items, len(items))  # noqa: S311
