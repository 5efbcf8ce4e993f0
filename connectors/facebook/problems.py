"""What Facebook answers when it does not do what was asked, in the words of `connectors.errors`.

The number in the body decides, not the HTTP status: Graph answers 400 for nearly everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import requests

from connectors import status
from connectors.errors import (
    AuthExpired,
    ConnectorError,
    Gone,
    OutcomeUnknown,
    Rejected,
    Temporary,
    TooManyCalls,
)
from connectors.sdk_session import hide
from connectors.types import Rate

_TOKEN = frozenset({102, 104, 190, 463, 467})
_THROTTLED = frozenset({4, 17, 32, 341, 613, *range(80_000, 80_015)})
_PASSING = frozenset({1, 2})
_PERMISSION = frozenset({3, 10, *range(200, 300)})
_PARAMETER = 100
_GONE_SUBCODE = 33
_NO_SUCH_ALIAS = 803
_DUPLICATE = 506


class InvalidRequest(Rejected):
    """Facebook does not take our parameters (100): an unknown field or metric, a stale cursor."""


def of_answer(
    response: requests.Response,
    body: Mapping[str, Any],
    *,
    is_write: bool,
    secrets: Iterable[str],
    rate: Rate | None,
) -> ConnectorError:
    """The error for an answer that is no success; `rate` knows when a stopped page may go on."""
    error = body.get("error")
    error = error if isinstance(error, dict) else {}
    said = hide(str(error.get("message") or ""), secrets)
    code = error.get("code")
    if isinstance(code, int):
        known = _of_code(code, error, f"Facebook says: {said[:300]}", is_write, rate)
        if known:
            return known
    judge = status.write_error if is_write else status.read_error
    wait_until = status.retry_at(response.headers.get("retry-after"))
    return judge(response.status_code, said, wait_until=wait_until)


def _of_code(
    code: int, error: Mapping[str, Any], message: str, is_write: bool, rate: Rate | None
) -> ConnectorError | None:
    if code in _TOKEN:
        return AuthExpired(message)
    if code in _THROTTLED:
        return TooManyCalls(message, rate.reset_at if rate else None)
    if is_write and code == _DUPLICATE:
        return OutcomeUnknown("Facebook says that this text is a duplicate: it may be out already.")
    if code in _PASSING or error.get("is_transient") is True:
        return OutcomeUnknown(message) if is_write else Temporary(message)
    if code == _NO_SUCH_ALIAS or (code, error.get("error_subcode")) == (_PARAMETER, _GONE_SUBCODE):
        return Gone(message)
    if code == _PARAMETER:
        return InvalidRequest(message)
    return Rejected(message) if code in _PERMISSION else None


def json_object(response: requests.Response) -> dict[str, Any] | None:
    """The body when it is a JSON object, else None."""
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None
