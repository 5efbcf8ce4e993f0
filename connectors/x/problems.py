"""What X answers when it does not do what was asked, in the words of `connectors.errors`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import requests

from connectors import status
from connectors.errors import (
    BudgetSpent,
    ConnectorError,
    Gone,
    OutcomeUnknown,
    Rejected,
)
from connectors.sdk_session import hide

# The text is the only mark: the type of a duplicate is `about:blank`, as for every other 403.
_DUPLICATE = ("duplicate content", "status is a duplicate")
_PARENT_GONE = "deleted or not visible"


class InvalidRequest(Rejected):
    """X does not take our parameters (400); a pagination token that went stale is one of those."""


def of_answer(
    response: requests.Response, *, is_write: bool, secrets: Iterable[str] = ()
) -> ConnectorError:
    """The error for an answer that is not a 2xx: problem+json as a rule, HTML from a gateway."""
    body = json_object(response) or {}
    heard = detail(body).lower()
    said = hide(detail(body), secrets)
    code, kind = response.status_code, str(body.get("type", ""))
    if kind.endswith("/usage-capped"):
        return BudgetSpent(f"X says that our usage cap is reached: {said}")
    if is_write and code == 403 and any(mark in heard for mark in _DUPLICATE):
        return OutcomeUnknown("X says that this text is a duplicate: it may be out already.")
    if is_write and code in {400, 403} and _PARENT_GONE in heard:
        return Gone(f"X answered {code}: {said}")
    if code == 400:
        return InvalidRequest(f"X answered 400: {said}")
    judge = status.write_error if is_write else status.read_error
    return judge(code, said, wait_until=_wait_until(response.headers))


def is_missing(error: Mapping[str, Any]) -> bool:
    """Whether an entry of `errors` says that a thing is gone, or hidden from the public."""
    kind = str(error.get("type", ""))
    return kind.endswith(("/resource-not-found", "/not-authorized-for-resource"))


def json_object(response: requests.Response) -> dict[str, Any] | None:
    """The body when it is a JSON object, else None."""
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def detail(body: Mapping[str, Any]) -> str:
    """The human part of a problem, whichever of X's three shapes it has."""
    errors = body.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else None
    inner = str(first.get("message", "")) if isinstance(first, dict) else ""
    parts = (str(body.get(name) or "") for name in ("title", "detail"))
    return ": ".join(part for part in (*parts, inner) if part)[:300]


def _wait_until(headers: Mapping[str, str]) -> datetime | None:
    """When X wants us back; a spent day limit outlasts the quarter hour, so it goes first."""
    day_resets = [
        status.reset_at(headers.get(f"x-{whose}-limit-24hour-reset"))
        for whose in ("app", "user")
        if headers.get(f"x-{whose}-limit-24hour-remaining") == "0"
    ]
    named = [
        *day_resets,
        status.reset_at(headers.get("x-rate-limit-reset")),
        status.retry_at(headers.get("retry-after")),
    ]
    return next((moment for moment in named if moment), None)
