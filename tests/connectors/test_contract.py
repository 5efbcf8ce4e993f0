"""What every platform owes the domain: whatever the other side does, only a `ConnectorError`.

Runs over the whole registry, each connector with its own client library, against a server that
misbehaves in every way that we have seen.
"""

from __future__ import annotations

import importlib.util
import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from connectors.base import Connector, Measures, Rechecks, Replies
from connectors.errors import (
    AuthExpired,
    ConnectorError,
    Gone,
    OutcomeUnknown,
    Rejected,
    Temporary,
)
from connectors.registry import PLATFORMS, ability, connect
from connectors.types import Kind, Outgoing, Target
from tests.connectors.wire import Wire

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DEEP = "[" * 50_000
ODD_BODIES: dict[str, Any] = {
    "nothing": "",
    "words": "OK",
    "html": "<!doctype html><html><body>Onderhoud</body></html>",
    "half json": '{"data": [{"id": "1", "te',
    "null": None,
    "number": 7,
    "list": [],
    "object": {},
    "list of nulls": [None, None],
    "list of words": ["x"],
    "odd keys": {"data": 5, "statuses": 5, "items": 5, "meta": 5, "paging": 5, "id": {}},
    "odd items": {"data": [None, 5, {"id": None}], "statuses": [None, 5, {"id": []}]},
    "error inside": {"error": {"message": "no", "code": "?"}, "errors": "?"},
    "odd error": {"error": [], "errors": [None]},
    "nul": '{"data": [{"id": "1\\u0000", "text": "\\ud800"}], "id": "1"}',
    "nul in a list": '[{"id": "1\\u0000", "type": "mention", "status": "\\ud800"}]',
    "nul in a feed": '{"version": "https://jsonfeed.org/version/1", "items": '
    '["\\u0000", {"id": "\\u0000", "title": "\\ud800x"}]}',
    "huge number": '{"data": [{"id": ' + "9" * 5_000 + "}]}",
    "infinite": '{"data": [{"id": 1e999}], "followers_count": 1e999, "id": "1"}',
    "very deep": DEEP,
}
STATUSES = {
    400: Rejected,
    401: AuthExpired,
    403: Rejected,
    404: Gone,
    410: Gone,
    422: Rejected,
    429: Temporary,
    500: Temporary,
    502: Temporary,
    503: Temporary,
}
Call = Callable[[Connector], object]


def is_written(platform: str) -> bool:
    return importlib.util.find_spec(PLATFORMS[platform].rpartition(".")[0]) is not None


def target(platform: str, kind: Kind, url: str) -> Target:
    """A target with every key that the platform asks for; ids are numbers on all of them."""
    feed = f"{url}/feed"
    return Target(
        kind=kind,
        address={"rss": feed, "mastodon": ""}.get(platform, "77"),
        query="#mbo" if kind is Kind.SEARCH else "",
        base_url=url,
        credentials={key: f"77-{key}-geheim" for key in ability(platform).keys},
        trusted_hosts=frozenset({url.removeprefix("http://")}),
    )


KINDS = [
    (platform, kind)
    for platform in PLATFORMS
    if is_written(platform)
    for kind in sorted(ability(platform).kinds)
]


@pytest.fixture(params=KINDS, ids=lambda one: f"{one[0]}-{one[1]}")
def connector(request: pytest.FixtureRequest, wire: Wire) -> Connector:
    platform, kind = request.param
    return connect(platform, target(platform, kind, wire.url))


def nowhere() -> str:
    """An address on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return f"http://127.0.0.1:{closed.getsockname()[1]}"


def calls(connector: Connector) -> Iterator[Call]:
    """Every question that this connector can be asked, except a reply."""
    yield lambda one: one.fetch({})
    yield lambda one: one.check()
    if isinstance(connector, Measures) and connector.ability.can_measure:
        yield lambda one: one.measure()  # type: ignore[attr-defined]
    if isinstance(connector, Rechecks):
        yield lambda one: one.still_there(["1", "2"])  # type: ignore[attr-defined]
    if isinstance(connector, Replies) and connector.ability.can_reply:
        yield lambda one: one.find_reply(outgoing(), since=NOW)  # type: ignore[attr-defined]


def outgoing() -> Outgoing:
    return Outgoing(text="Dank je wel", in_reply_to="1", key="antwoord-1")


def outcome(call: Call, connector: Connector) -> ConnectorError | None:
    """The error of a call, or None; any other exception is the failure that we look for."""
    try:
        call(connector)
    except ConnectorError as error:
        return error
    return None


def test_a_connector_is_made_without_a_call(connector: Connector, wire: Wire) -> None:
    assert wire.asked == []


def test_what_a_platform_allows_is_what_its_connector_can(connector: Connector) -> None:
    allowed = connector.ability
    assert isinstance(connector, Replies) or not allowed.can_reply
    assert isinstance(connector, Measures) or not allowed.can_measure
    assert bool(allowed.text_limit) == allowed.can_reply
    assert allowed.kinds
    assert allowed.min_interval >= 15


@pytest.mark.parametrize("body", ODD_BODIES.values(), ids=ODD_BODIES.keys())
def test_an_odd_answer_is_a_connector_error_or_nothing_worse(
    body: Any, connector: Connector, wire: Wire
) -> None:
    for call in calls(connector):
        for _ in range(10):
            wire.answers(body)
        error = outcome(call, connector)
        assert not isinstance(error, OutcomeUnknown)


@pytest.mark.parametrize("body", ODD_BODIES.values(), ids=ODD_BODIES.keys())
def test_what_comes_of_an_odd_answer_can_be_stored(
    body: Any, connector: Connector, wire: Wire
) -> None:
    wire.answers(body)
    try:
        batch = connector.fetch({})
    except ConnectorError:
        return
    found = [dict(batch.cursor), *map(asdict, batch.posts), *map(asdict, batch.unparsed)]
    # Postgres takes no NUL, no half surrogate and no NaN.
    stored = json.dumps(found, default=str, ensure_ascii=False, allow_nan=False).encode()
    assert b"\\u0000" not in stored
    assert all(post.external_id for post in batch.posts)


@pytest.mark.parametrize(("status", "kind"), STATUSES.items())
@pytest.mark.parametrize("body", ["", "<html>no</html>", {"error": "no"}, {"errors": []}])
def test_a_status_without_known_words_is_what_it_says(
    status: int, kind: type[ConnectorError], body: Any, connector: Connector, wire: Wire
) -> None:
    wire.answers(body, status=status)
    error = outcome(lambda one: one.fetch({}), connector)
    assert isinstance(error, kind)


@pytest.mark.parametrize("status", STATUSES)
def test_every_question_survives_every_status(
    status: int, connector: Connector, wire: Wire
) -> None:
    for call in calls(connector):
        wire.answers({"error": "no"}, status=status)
        assert isinstance(outcome(call, connector), ConnectorError)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Retry-After": "120"},
        {"Retry-After": "Mon, 23 Nov 2026 09:02:00 GMT"},
        {"Retry-After": "soon"},
        {"Retry-After": "9" * 400},
        {"x-rate-limit-reset": "never", "X-RateLimit-Reset": "never"},
        {"X-App-Usage": "{", "X-Business-Use-Case-Usage": "[]"},
    ],
)
def test_too_many_calls_is_temporary_and_its_moment_makes_sense(
    headers: dict[str, str], connector: Connector, wire: Wire
) -> None:
    wire.answers({}, status=429, headers=headers)
    with time_machine.travel(NOW, tick=False):
        error = outcome(lambda one: one.fetch({}), connector)
    assert isinstance(error, Temporary)
    if error.retry_at is not None:
        assert NOW <= error.retry_at <= NOW + timedelta(days=1)
        assert error.retry_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("header", ["120", "Mon, 23 Nov 2026 09:02:00 GMT"])
def test_a_named_moment_to_come_back_is_kept(header: str, connector: Connector, wire: Wire) -> None:
    wire.answers({}, status=503, headers={"Retry-After": header})
    with time_machine.travel(NOW, tick=False):
        error = outcome(lambda one: one.fetch({}), connector)
    assert isinstance(error, Temporary)
    assert error.retry_at == NOW + timedelta(minutes=2)


def test_a_cut_connection_is_temporary(connector: Connector, wire: Wire) -> None:
    for call in calls(connector):
        for _ in range(5):
            wire.cuts()
        assert isinstance(outcome(call, connector), Temporary)


@pytest.mark.parametrize(("platform", "kind"), KINDS)
def test_a_server_that_is_not_there_is_temporary(platform: str, kind: Kind) -> None:
    connector = connect(platform, target(platform, kind, nowhere()))
    for call in calls(connector):
        assert isinstance(outcome(call, connector), Temporary)
    if isinstance(connector, Replies):
        reply = outcome(lambda one: one.reply(outgoing()), connector)  # type: ignore[attr-defined]
        assert isinstance(reply, Temporary)


@pytest.mark.parametrize("status", [*STATUSES, 408, 504])
def test_errors_hold_no_token(status: int, connector: Connector, wire: Wire) -> None:
    for call in calls(connector):
        wire.answers({"error": "no"}, status=status)
        error = outcome(call, connector)
        assert "geheim" not in str(error)


@pytest.fixture(params=[one for one in PLATFORMS if is_written(one) and ability(one).can_reply])
def replier(request: pytest.FixtureRequest, wire: Wire) -> Connector:
    """A connector that replies."""
    kind = min(ability(request.param).kinds)
    return connect(request.param, target(request.param, kind, wire.url))


def posted(wire: Wire) -> int:
    return sum(asked.method == "POST" for asked in wire.asked)


def prepare(replier: Connector, wire: Wire) -> None:
    """Mastodon reads the post that it answers first; the others write at once."""
    if type(replier).__name__ == "Mastodon":
        wire.answers({"id": "1", "visibility": "public", "account": {"acct": "sanne"}})


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Rejected),
        (401, AuthExpired),
        (403, Rejected),
        (404, Gone),
        (422, Rejected),
        (429, Temporary),
        (408, OutcomeUnknown),
        (500, OutcomeUnknown),
        (502, OutcomeUnknown),
        (503, OutcomeUnknown),
        (504, OutcomeUnknown),
    ],
)
def test_a_refused_reply_is_told_apart_from_a_lost_one(
    status: int, kind: type[ConnectorError], replier: Connector, wire: Wire
) -> None:
    prepare(replier, wire)
    wire.answers("<html>no</html>", status=status)
    error = outcome(lambda one: one.reply(outgoing()), replier)  # type: ignore[attr-defined]
    assert isinstance(error, kind)
    assert posted(wire) == 1


@pytest.mark.parametrize("body", ODD_BODIES.values(), ids=ODD_BODIES.keys())
def test_a_reply_that_was_answered_oddly_is_unknown(
    body: Any, replier: Connector, wire: Wire
) -> None:
    prepare(replier, wire)
    wire.answers(body)
    error = outcome(lambda one: one.reply(outgoing()), replier)  # type: ignore[attr-defined]
    assert error is None or isinstance(error, OutcomeUnknown | Rejected)
    assert posted(wire) == 1


def test_a_reply_that_was_cut_is_unknown_and_was_sent_once(replier: Connector, wire: Wire) -> None:
    prepare(replier, wire)
    for _ in range(5):
        wire.cuts()
    error = outcome(lambda one: one.reply(outgoing()), replier)  # type: ignore[attr-defined]
    assert isinstance(error, OutcomeUnknown)
    assert posted(wire) == 1


def test_a_text_is_measured_without_a_call(replier: Connector, wire: Wire) -> None:
    assert replier.measure_text("Dank je") == 7  # type: ignore[attr-defined]
    assert wire.asked == []
