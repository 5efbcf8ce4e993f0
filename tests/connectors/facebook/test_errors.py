"""What a refusal, a fault or a broken answer of Facebook becomes."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from connectors.errors import (
    AuthExpired,
    ConnectorError,
    Gone,
    OutcomeUnknown,
    Rejected,
    Temporary,
    TooManyCalls,
)
from connectors.facebook import session
from connectors.facebook.connector import Facebook
from connectors.facebook.problems import InvalidRequest
from connectors.types import Outgoing
from tests.connectors.facebook.conftest import NOW, SECRET, TOKEN
from tests.connectors.wire import Wire

REPLY = Outgoing(text="Om 18:00 uur.", in_reply_to="122200000000000100_501", key="k-1")
Build = Callable[..., Facebook]
Payload = Callable[[str], Any]


def failed(call: Callable[[], object]) -> ConnectorError:
    with pytest.raises(ConnectorError) as caught:
        call()
    return caught.value


def business(percent: int, minutes: int = 0) -> dict[str, str]:
    block = {"type": "pages", "call_count": percent, "total_cputime": 3, "total_time": 5}
    usage = {"900000000000001": [{**block, "estimated_time_to_regain_access": minutes}]}
    return {"X-Business-Use-Case-Usage": json.dumps(usage)}


@pytest.mark.parametrize(
    ("problem", "status", "on_read", "on_write"),
    [
        ("token", 400, AuthExpired, AuthExpired),
        ("app_limit", 403, TooManyCalls, TooManyCalls),
        ("user_limit", 400, TooManyCalls, TooManyCalls),
        ("page_limit", 400, TooManyCalls, TooManyCalls),
        ("custom_limit", 400, TooManyCalls, TooManyCalls),
        ("business_limit", 400, TooManyCalls, TooManyCalls),
        ("unknown", 500, Temporary, OutcomeUnknown),
        ("unknown", 400, Temporary, OutcomeUnknown),
        ("service", 503, Temporary, OutcomeUnknown),
        ("transient", 400, Temporary, OutcomeUnknown),
        ("permission", 403, Rejected, Rejected),
        ("no_manage", 400, Rejected, Rejected),
        ("gone", 400, Gone, Gone),
        ("alias", 404, Gone, Gone),
        ("parameter", 400, InvalidRequest, InvalidRequest),
        ("abusive", 400, Rejected, Rejected),
        ("duplicate", 400, Rejected, OutcomeUnknown),
        ("token", 200, AuthExpired, AuthExpired),
    ],
)
def test_the_number_in_the_body_decides(
    page: Build,
    wire: Wire,
    payload: Payload,
    problem: str,
    status: int,
    on_read: type,
    on_write: type,
) -> None:
    wire.answers(payload("errors")[problem], status)
    wire.answers(payload("errors")[problem], status)
    assert type(failed(lambda: page().fetch({}))) is on_read
    assert type(failed(lambda: page().reply(REPLY))) is on_write


@pytest.mark.parametrize(
    ("body", "status", "on_write"),
    [
        ("<html>Bad gateway</html>", 502, OutcomeUnknown),
        ("", 503, OutcomeUnknown),
        ("<html>guest network</html>", 200, OutcomeUnknown),
        ([], 200, OutcomeUnknown),
        ({}, 200, OutcomeUnknown),
        ({"error": "odd"}, 500, OutcomeUnknown),
        ({"id": "no id"}, 200, OutcomeUnknown),
    ],
)
def test_what_is_not_facebook_speaking_is_temporary_to_read_and_unknown_to_write(
    page: Build, wire: Wire, body: Any, status: int, on_write: type
) -> None:
    wire.answers(body, status)
    wire.answers(body, status)
    assert type(failed(lambda: page().fetch({}))) is Temporary
    assert type(failed(lambda: page().reply(REPLY))) is on_write


def test_json_that_calls_itself_javascript_is_read(page: Build, wire: Wire) -> None:
    wire.answers({"data": []}, headers={"Content-Type": "text/javascript; charset=UTF-8"})
    assert page().fetch({}).more is False


def test_a_stop_names_the_moment_to_come_back(page: Build, wire: Wire, payload: Payload) -> None:
    wire.answers(payload("errors")["business_limit"], 400, business(100, minutes=17))
    error = failed(lambda: page().fetch({}))
    assert isinstance(error, Temporary)
    assert error.retry_at == NOW + timedelta(minutes=17)


def test_the_rate_is_the_worst_figure_of_both_headers(page: Build, wire: Wire) -> None:
    app = {"X-App-Usage": json.dumps({"call_count": 12, "total_time": 81, "total_cputime": 4})}
    wire.answers({"data": []}, headers=business(60) | app)
    rate = page().fetch({}).rate
    assert rate is not None
    assert (rate.limit, rate.remaining, rate.reset_at) == (100, 19, None)


@pytest.mark.parametrize("header", ["", "{", "[]", "null", '{"1": [null]}', '{"1": {"a": 1}}'])
def test_a_usage_header_that_says_nothing_is_no_rate(page: Build, wire: Wire, header: str) -> None:
    wire.answers({"data": []}, headers={"X-App-Usage": header})
    assert page().fetch({}).rate is None


def test_at_95_per_cent_the_page_is_kept_and_the_next_call_is_not_made(
    page: Build, wire: Wire
) -> None:
    wire.answers({"data": []}, headers=business(95))
    connector = page()
    batch = connector.fetch({})
    error = failed(lambda: connector.fetch({}))
    assert batch.rate is not None
    assert isinstance(error, Temporary)
    assert error.retry_at == batch.rate.reset_at == NOW + timedelta(minutes=15)
    assert len(wire.asked) == 1


def test_at_94_per_cent_we_go_on(page: Build, wire: Wire) -> None:
    wire.answers({"data": []}, headers=business(94))
    wire.answers({"data": []}, headers=business(94))
    connector = page()
    connector.fetch({})
    connector.fetch({})
    assert len(wire.asked) == 2


def test_a_cut_connection(page: Build, wire: Wire) -> None:
    wire.cuts()
    wire.cuts()
    assert type(failed(lambda: page().fetch({}))) is Temporary
    assert type(failed(lambda: page().reply(REPLY))) is OutcomeUnknown
    assert len(wire.asked) == 2


def test_silence_ends_at_our_timeout(
    page: Build, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "TIMEOUT", (0.2, 0.2))
    wire.hangs()
    wire.hangs()
    read, written = failed(lambda: page().fetch({})), failed(lambda: page().reply(REPLY))
    assert (type(read), type(written)) == (Temporary, OutcomeUnknown)
    assert "ReadTimeout" in str(read)
    assert "ReadTimeout" in str(written)


def test_a_refused_connection_is_temporary_for_a_reply_too(page: Build) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert type(failed(lambda: page(base_url=url).reply(REPLY))) is Temporary


def test_a_redirect_is_not_followed(page: Build, wire: Wire) -> None:
    wire.answers("", 302, {"Location": f"{wire.url}/elsewhere"})
    assert isinstance(failed(lambda: page().fetch({})), ConnectorError)
    assert len(wire.asked) == 1


@pytest.mark.parametrize(
    "keys", [{}, {"access_token": " "}, {"access_token": "a\nb"}, {"app_secret": "only"}]
)
def test_missing_or_broken_keys_need_a_person(
    page: Build, wire: Wire, keys: dict[str, str]
) -> None:
    assert type(failed(lambda: page(credentials=keys).fetch({}))) is AuthExpired
    assert wire.asked == []


@pytest.mark.parametrize("secret", [TOKEN, SECRET])
def test_no_error_text_and_no_log_holds_a_key(
    page: Build, wire: Wire, caplog: pytest.LogCaptureFixture, secret: str
) -> None:
    caplog.set_level(logging.DEBUG)
    message = f"Malformed access token {secret}"
    wire.answers({"error": {"message": message, "type": "OAuthException", "code": 190}}, 400)
    assert secret not in str(failed(lambda: page().fetch({})))
    assert secret not in caplog.text
