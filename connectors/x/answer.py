"""Reading an answer of X that came with a 2xx: it may be no JSON, or hold nothing but errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests

from connectors import status
from connectors.errors import Gone, Rejected, Temporary
from connectors.types import Json, Rate
from connectors.x import problems


def body(response: requests.Response) -> dict[str, Any]:
    """The whole JSON object. Raises `Temporary` for anything else."""
    found = problems.json_object(response)
    if found is None:
        raise Temporary("X answered something that is not JSON.")
    return found


def page(response: requests.Response) -> dict[str, Any]:
    """A page of posts, maybe an empty one. Raises when the answer is no whole page.

    A page without `meta` would look like the last one, and end a walk too early.
    """
    found = body(response)
    if not isinstance(found.get("meta"), dict):
        _raise_first(items(found, "errors"))
        raise Temporary("X answered without the page that we asked for.")
    return found


def one(response: requests.Response, key: str = "id") -> dict[str, Any]:
    """The one object that was asked for; it holds at least `key`."""
    found = body(response)
    data = found.get("data")
    if not isinstance(data, dict) or not data.get(key):
        _raise_first(items(found, "errors"))
        raise Temporary("X answered without the object that we asked for.")
    return data


def items(found: Json, name: str) -> list[dict[str, Any]]:
    """The objects in the list `name`; whatever is no object says nothing to us."""
    listed = found.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def next_token(found: Json) -> str:
    """Where the next `page` is; empty on the last one."""
    return str(found["meta"].get("next_token") or "")


def rate(headers: Mapping[str, str]) -> Rate | None:
    limit, left = (headers.get(f"x-rate-limit-{name}", "") for name in ("limit", "remaining"))
    if not (limit.isdecimal() and left.isdecimal()):
        return None
    return Rate(int(limit), int(left), status.reset_at(headers.get("x-rate-limit-reset")))


def _raise_first(errors: list[dict[str, Any]]) -> None:
    for error in errors:
        message = f"X says: {problems.detail(error)}"
        raise Gone(message) if problems.is_missing(error) else Rejected(message)
