"""What an HTTP status means to us, whichever library made the call.

Pure functions, shared by the connectors on httpx2 and by those on a platform's own client.
Reading and writing differ: a failed read may be asked again, a write that may have arrived may not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from connectors.errors import (
    AuthExpired,
    BudgetSpent,
    ConnectorError,
    Gone,
    OutcomeUnknown,
    Rejected,
    Temporary,
    TooManyCalls,
)

LONGEST_WAIT = timedelta(days=1)
"""No platform needs longer, and a broken or hostile header must not stop us for years."""

_TRY_AGAIN = frozenset({408, 425})
_REFUSALS: dict[int, Callable[[str], ConnectorError]] = {
    401: AuthExpired,
    402: BudgetSpent,
    404: Gone,
    410: Gone,
}


def retry_at(header: str | None, *, now: datetime | None = None) -> datetime | None:
    """The moment (UTC) that a `Retry-After` header names, in seconds or as an HTTP date.

    None when the header is absent or unreadable; never in the past, never beyond `LONGEST_WAIT`.
    """
    now = now or datetime.now(UTC)
    value = (header or "").strip()
    if value.isascii() and value.isdigit():
        seconds = min(int(value[:9]), int(LONGEST_WAIT.total_seconds()))
        return now + timedelta(seconds=seconds)
    try:
        named = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return within_reason(named if named.tzinfo else named.replace(tzinfo=UTC), now=now)


def reset_at(unix_seconds: str | None, *, now: datetime | None = None) -> datetime | None:
    """The moment (UTC) that a reset header in Unix seconds names, kept `within_reason`."""
    try:
        named = datetime.fromtimestamp(float(unix_seconds or ""), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return within_reason(named, now=now or datetime.now(UTC))


def within_reason(named: datetime, *, now: datetime) -> datetime:
    """`named` (aware) in UTC, but not in the past and not beyond `LONGEST_WAIT`."""
    return min(max(named, now), now + LONGEST_WAIT).astimezone(UTC)


def read_error(
    status: int, detail: str = "", *, wait_until: datetime | None = None
) -> ConnectorError:
    """The error for a read that was answered with `status` (anything but 2xx and 304).

    `detail` is what the platform says, without tokens; `wait_until` is when it wants us back.
    """
    template, values = _sentence(status, detail)
    if status == 429:
        return TooManyCalls(template, wait_until, **values)
    if status in _TRY_AGAIN or status >= 500:
        return Temporary(template, wait_until, **values)
    return _REFUSALS.get(status, Rejected)(template, **values)


def write_error(
    status: int, detail: str = "", *, wait_until: datetime | None = None
) -> ConnectorError:
    """The error for a write that was answered with `status`.

    Only 425 and 429 promise that trying again is safe; a 408, a 5xx or a redirect may come from a
    gateway, before or after the platform accepted our text.
    """
    if status < 400 or status == 408 or status >= 500:
        template, values = _sentence(status, detail)
        return OutcomeUnknown(template, **values)
    return read_error(status, detail, wait_until=wait_until)


def gettext_noop(message: str) -> str:
    """Mark `message` for the translators without needing Django here."""
    return message


_ANSWERED = gettext_noop("The platform answered %(status)s.")
_SAID = gettext_noop("The platform answered %(status)s: %(said)s")


def _sentence(status: int, detail: str) -> tuple[str, dict[str, object]]:
    said = " ".join(detail.split())[:200]
    return (_SAID if said else _ANSWERED), {"status": status, "said": said}
