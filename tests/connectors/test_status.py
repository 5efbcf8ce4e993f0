from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from connectors import status
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

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (400, Rejected),
        (401, AuthExpired),
        (402, BudgetSpent),
        (403, Rejected),
        (404, Gone),
        (408, Temporary),
        (410, Gone),
        (422, Rejected),
        (425, Temporary),
        (426, Rejected),
        (429, TooManyCalls),
        (500, Temporary),
        (502, Temporary),
        (503, Temporary),
        (599, Temporary),
    ],
)
def test_a_failed_read_is_told_apart_by_status(code: int, kind: type[ConnectorError]) -> None:
    assert type(status.read_error(code)) is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (302, OutcomeUnknown),
        (400, Rejected),
        (401, AuthExpired),
        (403, Rejected),
        (404, Gone),
        (408, OutcomeUnknown),
        (422, Rejected),
        (425, Temporary),
        (429, TooManyCalls),
        (500, OutcomeUnknown),
        (502, OutcomeUnknown),
        (504, OutcomeUnknown),
    ],
)
def test_a_failed_write_is_only_tried_again_when_nothing_was_done(
    code: int, kind: type[ConnectorError]
) -> None:
    assert type(status.write_error(code)) is kind


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("120", NOW + timedelta(seconds=120)),
        (" 0 ", NOW),
        ("Mon, 23 Nov 2026 09:05:00 GMT", NOW + timedelta(minutes=5)),
        ("Mon, 23 Nov 2026 10:05:00 +0100", NOW + timedelta(minutes=5)),
        ("Mon, 23 Nov 2026 08:00:00 GMT", NOW),
        ("99999999999999999999", NOW + timedelta(days=1)),
        ("Wed, 21 Oct 2099 07:28:00 GMT", NOW + timedelta(days=1)),
    ],
)
def test_retry_after_is_a_moment_within_reason(header: str, moment: datetime) -> None:
    assert status.retry_at(header, now=NOW) == moment


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "1e9", "²", "31 Feb 99999"])
def test_an_unreadable_retry_after_says_nothing(header: str | None) -> None:
    assert status.retry_at(header, now=NOW) is None


def test_a_reset_in_unix_seconds_is_a_moment() -> None:
    assert status.reset_at(str(int(NOW.timestamp()) + 60), now=NOW) == NOW + timedelta(minutes=1)


@pytest.mark.parametrize("header", [None, "", "nan", "inf", "1e300", "tomorrow"])
def test_an_unreadable_reset_says_nothing(header: str | None) -> None:
    assert status.reset_at(header, now=NOW) is None


def test_the_platforms_words_are_kept_short_and_on_one_line() -> None:
    message = str(status.read_error(400, "no\n\nsuch   query " + "x" * 1_000))
    assert message.startswith("The platform answered 400: no such query x")
    assert len(message) < 250
