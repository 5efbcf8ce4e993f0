"""What comes in and what goes out, as plain values; the socket itself is in server.py."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs

Json = dict[str, Any]
JSON_TYPE = "application/json; charset=utf-8"


def now() -> datetime:
    return datetime.now(UTC)


def iso_millis(moment: datetime) -> str:
    """2026-11-23T12:30:00.000Z, as X and Mastodon write it."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


@dataclass(frozen=True, slots=True)
class Request:
    """One call. `path` is the part behind the platform's prefix; header names are lower case."""

    method: str
    path: str
    query: Mapping[str, list[str]] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    base_url: str = ""

    def values(self, name: str) -> list[str]:
        """All values of a query parameter; `name[]=a&name[]=b` and `name=a,b` mean the same."""
        found = [*self.query.get(name, []), *self.query.get(f"{name}[]", [])]
        return [part for value in found for part in value.split(",") if part]

    def get(self, name: str, default: str = "") -> str:
        return (self.query.get(name) or [default])[0]

    def form(self) -> Json:
        """The body as a dict, from JSON or from a web form. Raises ValueError for broken JSON."""
        if "json" in self.headers.get("content-type", ""):
            document = json.loads(self.body or b"{}")
            if not isinstance(document, dict):
                raise ValueError("the body is not a JSON object")
            return document
        pairs = parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[-1] for name, values in pairs.items()}

    @property
    def bearer(self) -> str:
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.lower() in {"bearer", "oauth"} else ""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, before any fault is applied to it."""

    status: int = 200
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict)

    def with_headers(self, extra: Mapping[str, str]) -> Response:
        return Response(self.status, self.body, self.content_type, {**self.headers, **extra})

    def document(self) -> Any:
        return json.loads(self.body)


def answer(document: Any, status: int = 200, content_type: str = JSON_TYPE) -> Response:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(status, body, content_type)


def html_page(title: str, status: int) -> Response:
    """The kind of page that a load balancer or a captive portal puts before an API."""
    title = html.escape(title)
    head = f"<!DOCTYPE html><html><head><title>{title}</title></head>"
    text = f"{head}<body><h1>{title}</h1></body></html>"
    return Response(status, text.encode(), "text/html; charset=utf-8")


Handler = Callable[..., Response]
Route = tuple[str, str, Handler]


def find_route(routes: list[Route], request: Request) -> tuple[Handler, tuple[str, ...]] | None:
    """The first route whose method and path pattern fit, with the parts of the path it caught."""
    for method, pattern, handler in routes:
        match = re.fullmatch(pattern, request.path)
        if method == request.method and match:
            return handler, match.groups()
    return None
