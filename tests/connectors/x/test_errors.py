"""What a refusal, a fault or a broken answer of X becomes."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

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
from connectors.types import Outgoing
from connectors.x import session
from connectors.x.connector import X
from tests.connectors.wire import Wire
from tests.connectors.x.conftest import BEARER, USER_KEYS

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
REPLY = Outgoing(text="Dank je!", in_reply_to="1990000000000000008", key="k-1")
Build = Callable[..., X]
Payload = Callable[[str], Any]


def failed(call: Callable[[], object]) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize(
    ("problem", "status", "expected"),
    [
        ("unauthorized", 401, AuthExpired),
        ("forbidden", 403, Rejected),
        ("not_found", 404, Gone),
        ("credits", 402, BudgetSpent),
        ("usage_capped", 429, BudgetSpent),
        ("usage_capped", 403, BudgetSpent),
        ("too_many", 429, TooManyCalls),
    ],
)
def test_a_problem_of_x_has_its_own_error(
    x: Build, wire: Wire, payload: Payload, problem: str, status: int, expected: type
) -> None:
    wire.answers(payload("problems")[problem], status)
    error = failed(lambda: x().fetch({}))
    assert type(error) is expected


@time_machine.travel(NOW, tick=False)
def test_a_rate_limit_names_the_moment_to_come_back(x: Build, wire: Wire, payload: Payload) -> None:
    reset = NOW + timedelta(minutes=9)
    headers = {"x-rate-limit-reset": str(int(reset.timestamp()))}
    wire.answers(payload("problems")["too_many"], 429, headers)
    error = failed(lambda: x().fetch({}))
    assert isinstance(error, Temporary)
    assert error.retry_at == reset


@time_machine.travel(NOW, tick=False)
def test_a_spent_day_limit_goes_before_the_quarter_hour(
    x: Build, wire: Wire, payload: Payload
) -> None:
    tomorrow = NOW + timedelta(hours=20)
    headers = {
        "x-rate-limit-reset": str(int((NOW + timedelta(minutes=9)).timestamp())),
        "x-user-limit-24hour-remaining": "0",
        "x-user-limit-24hour-reset": str(int(tomorrow.timestamp())),
    }
    wire.answers(payload("problems")["too_many"], 429, headers)
    error = failed(lambda: x().reply(REPLY))
    assert isinstance(error, Temporary)
    assert error.retry_at == tomorrow


@pytest.mark.parametrize("header", [{}, {"x-rate-limit-reset": "soon"}])
def test_a_rate_limit_without_a_moment_has_none(
    x: Build, wire: Wire, payload: Payload, header: dict[str, str]
) -> None:
    wire.answers(payload("problems")["too_many"], 429, header)
    error = failed(lambda: x().fetch({}))
    assert isinstance(error, Temporary)
    assert error.retry_at is None


def test_the_rate_comes_from_the_headers(x: Build, wire: Wire) -> None:
    wire.answers(
        {"meta": {"result_count": 0}},
        headers={"x-rate-limit-limit": "450", "x-rate-limit-remaining": "448"},
    )
    rate = x().fetch({}).rate
    assert rate is not None
    assert (rate.limit, rate.remaining, rate.reset_at) == (450, 448, None)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<html>Over capacity</html>", 503),
        ("<html>Please log in to the guest network</html>", 200),
        ([], 503),
        ([], 200),
        ({}, 200),
        ({"errors": "odd"}, 500),
        ({"errors": [{"code": 88}]}, 502),
    ],
)
def test_what_is_not_x_speaking_is_temporary(x: Build, wire: Wire, body: Any, status: int) -> None:
    wire.answers(body, status)
    assert type(failed(lambda: x().fetch({}))) is Temporary


def test_a_missing_account_is_gone_though_x_says_200(
    x: Build, wire: Wire, payload: Payload
) -> None:
    wire.answers(payload("user_missing"))
    assert type(failed(lambda: x().fetch({}))) is Gone


def test_a_redirect_is_not_followed(x: Build, wire: Wire) -> None:
    wire.answers("", 302, {"Location": f"{wire.url}/elsewhere"})
    assert isinstance(failed(lambda: x().fetch({})), ConnectorError)
    assert len(wire.asked) == 1


def test_a_cut_connection_is_temporary_for_a_read(x: Build, wire: Wire) -> None:
    wire.cuts()
    assert type(failed(lambda: x().fetch({}))) is Temporary


def test_a_cut_connection_leaves_a_reply_unknown(x: Build, wire: Wire) -> None:
    wire.cuts()
    assert type(failed(lambda: x().reply(REPLY))) is OutcomeUnknown
    assert len(wire.asked) == 1


def test_silence_ends_at_our_timeout(x: Build, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "TIMEOUT", (0.2, 0.2))
    wire.hangs()
    wire.hangs()
    read, written = failed(lambda: x().fetch({})), failed(lambda: x().reply(REPLY))
    assert (type(read), type(written)) == (Temporary, OutcomeUnknown)
    assert "ReadTimeout" in str(read)
    assert "ReadTimeout" in str(written)


def test_a_refused_connection_is_temporary_for_a_reply_too(x: Build) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert type(failed(lambda: x(base_url=url).reply(REPLY))) is Temporary


@pytest.mark.parametrize(
    ("problem", "status", "expected"),
    [
        ("duplicate", 403, OutcomeUnknown),
        ("restricted", 403, Rejected),
        ("parent_gone", 403, Gone),
        ("too_many", 429, TooManyCalls),
        ("credits", 402, BudgetSpent),
        ("unauthorized", 401, AuthExpired),
        ("invalid_token", 400, Rejected),
    ],
)
def test_a_refused_reply_has_its_own_error(
    x: Build, wire: Wire, payload: Payload, problem: str, status: int, expected: type
) -> None:
    wire.answers(payload("problems")[problem], status)
    error = failed(lambda: x().reply(REPLY))
    assert isinstance(error, expected)
    assert isinstance(error, OutcomeUnknown) is (expected is OutcomeUnknown)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<html>Bad gateway</html>", 502),
        ("<html>Over capacity</html>", 503),
        ({"title": "Request Timeout"}, 408),
        ("created", 201),
        ({"data": {}}, 201),
        ({"data": {"id": "no number"}}, 201),
        ({"errors": [{"message": "odd"}]}, 200),
        ("", 302),
    ],
)
def test_a_doubtful_answer_leaves_a_reply_unknown(
    x: Build, wire: Wire, body: Any, status: int
) -> None:
    wire.answers(body, status)
    assert type(failed(lambda: x().reply(REPLY))) is OutcomeUnknown


@pytest.mark.parametrize(
    "credentials",
    [{}, {"bearer_token": " "}, {"consumer_key": "only one"}, {"bearer_token": "tok\nen"}],
)
def test_missing_or_broken_keys_need_a_person(
    x: Build, wire: Wire, credentials: dict[str, str]
) -> None:
    assert type(failed(lambda: x(credentials=credentials).fetch({}))) is AuthExpired
    assert wire.asked == []


def test_a_bearer_alone_cannot_reply(x: Build) -> None:
    assert type(failed(lambda: x(credentials=BEARER).reply(REPLY))) is AuthExpired


def test_a_key_of_one_letter_does_not_blur_what_x_says(
    x: Build, wire: Wire, payload: Payload
) -> None:
    keys = dict.fromkeys(USER_KEYS, "e")
    for problem in ("duplicate", "restricted"):
        wire.answers(payload("problems")[problem], 403)
    assert type(failed(lambda: x(credentials=keys).reply(REPLY))) is OutcomeUnknown
    assert "limits who can reply" in str(failed(lambda: x(credentials=keys).reply(REPLY)))


@pytest.mark.parametrize("secret", [*(USER_KEYS | BEARER).values()])
def test_no_error_text_holds_a_key(x: Build, wire: Wire, secret: str) -> None:
    wire.answers({"title": "Unauthorized", "detail": f"Malformed token {secret}"}, 401)
    assert secret not in str(failed(lambda: x().fetch({})))
