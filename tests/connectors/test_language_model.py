"""A language model over a real connection: what is sent, and every way in which it can fail."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from connectors.errors import (
    AuthExpired,
    ConnectorError,
    OutcomeUnknown,
    Rejected,
    Temporary,
    TooManyCalls,
)
from connectors.language_model import LanguageModel
from tests.connectors import completions
from tests.connectors.wire import Wire

SCHEMA = {"type": "object"}


@pytest.fixture
def model(wire: Wire) -> LanguageModel:
    return LanguageModel(f"{wire.url}/v1", "small-1", key="sk-secret")


def ask(model: LanguageModel) -> str:
    return model.ask("Judge.", '{"message": "hoi"}', schema=SCHEMA)


def test_a_question_is_put_in_the_words_of_the_protocol(model: LanguageModel, wire: Wire) -> None:
    wire.answers(completions.completion("yes"))

    assert ask(model) == "yes"

    (asked,) = wire.asked
    assert (asked.method, asked.path) == ("POST", "/v1/chat/completions")
    assert asked.headers["authorization"] == "Bearer sk-secret"
    assert asked.json == {
        "model": "small-1",
        "temperature": 0,
        "messages": [
            {"role": "system", "content": "Judge."},
            {"role": "user", "content": '{"message": "hoi"}'},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA},
        },
    }


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1/", "https://a.example/v1/chat/completions"),
        ("https://a.example/llm/v2", "https://a.example/llm/v2/chat/completions"),
        (
            "https://a.example/v1/chat/completions",
            "https://a.example/v1/chat/completions",
        ),
    ],
)
def test_the_address_may_be_written_as_servers_call_it(url: str, address: str) -> None:
    assert LanguageModel(url, "small-1").address == address


def test_without_a_key_none_is_sent(wire: Wire) -> None:
    wire.answers(completions.completion("yes"))

    ask(LanguageModel(wire.url, "small-1"))

    assert "authorization" not in wire.asked[0].headers


def test_the_key_does_not_show_when_the_model_is_printed(model: LanguageModel) -> None:
    assert "sk-secret" not in repr(model)


def test_a_redirect_is_not_followed_with_the_key(model: LanguageModel, wire: Wire) -> None:
    wire.answers({}, status=307, headers={"Location": f"{wire.url}/elsewhere"})

    with pytest.raises(ConnectorError):
        ask(model)
    assert len(wire.asked) == 1


@pytest.mark.parametrize(
    ("tell", "error"),
    [
        (lambda wire: wire.answers(completions.RATE_LIMIT, 429), TooManyCalls),
        (lambda wire: wire.answers(completions.SERVER_ERROR, 500), OutcomeUnknown),
        (lambda wire: wire.answers(completions.WRONG_KEY, 401), AuthExpired),
        (lambda wire: wire.answers("<html>Bad gateway</html>", 502), OutcomeUnknown),
        (lambda wire: wire.answers("<html>Sign in</html>"), OutcomeUnknown),
        (lambda wire: wire.answers([]), OutcomeUnknown),
        (lambda wire: wire.answers({"choices": []}), Rejected),
        (lambda wire: wire.answers({"choices": [None]}), Rejected),
        (lambda wire: wire.answers(completions.refusal()), Rejected),
        (lambda wire: wire.answers(completions.tool_call()), Rejected),
        (lambda wire: wire.cuts(), OutcomeUnknown),
    ],
)
def test_whatever_goes_wrong_is_an_error_that_we_know(
    model: LanguageModel,
    wire: Wire,
    tell: Callable[[Wire], None],
    error: type[ConnectorError],
) -> None:
    tell(wire)

    with pytest.raises(error):
        ask(model)


def test_a_model_that_thinks_too_long_is_left(wire: Wire) -> None:
    wire.hangs()
    began = time.monotonic()

    with pytest.raises(OutcomeUnknown):
        ask(LanguageModel(wire.url, "small-1", timeout=0.1))

    assert time.monotonic() - began < 2


def test_nobody_waits_longer_than_there_is_time_left(model: LanguageModel, wire: Wire) -> None:
    wire.hangs()
    began = time.monotonic()

    with pytest.raises(OutcomeUnknown):
        model.ask("Judge.", "{}", schema=SCHEMA, seconds=0.1)

    assert time.monotonic() - began < 2


@pytest.mark.parametrize("url", ["ftp://a.example/v1", "http://[::1", "http://a.example:x/v1"])
def test_an_address_that_is_none_is_an_error_that_we_know(url: str) -> None:
    with pytest.raises(ConnectorError):
        ask(LanguageModel(url, "small-1"))


def test_a_server_that_is_not_there_may_be_there_later() -> None:
    with pytest.raises(Temporary):
        ask(LanguageModel("http://127.0.0.1:9/v1", "small-1"))
