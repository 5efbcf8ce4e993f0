"""The guarded client over real connections: redirects, sizes, time, and lost reads and writes."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
import time_machine

from connectors import http
from connectors.errors import ConnectorError, Gone, OutcomeUnknown, Rejected, Temporary
from connectors.http import Client
from tests.connectors.wire import Wire

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def client(wire: Wire) -> Client:
    return Client(trusted_hosts=frozenset({wire.url.removeprefix("http://")}))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LONGEST_CALL", 0.2)


@pytest.fixture
def dribble() -> Iterator[Callable[[bytes, bytes], str]]:
    """A server that sends a beginning at once, and then the same few bytes for ever."""
    stop, listener = threading.Event(), socket.create_server(("127.0.0.1", 0))

    def serve(first: bytes, again: bytes) -> None:
        connection, _ = listener.accept()
        with closing(connection):
            connection.recv(65_536)
            connection.sendall(first)
            while not stop.wait(0.0002):
                try:
                    connection.sendall(again)
                except OSError:
                    return

    def start(first: bytes, again: bytes) -> str:
        threading.Thread(target=serve, args=(first, again), daemon=True).start()
        return f"127.0.0.1:{listener.getsockname()[1]}"

    yield start
    stop.set()
    listener.close()


def test_a_read_names_the_product_and_asks_for_nothing_exotic(client: Client, wire: Wire) -> None:
    wire.answers({})
    client.read(f"{wire.url}/path?kept=1", headers={"If-None-Match": '"x"'})
    asked = wire.asked[0]
    assert asked.headers["user-agent"].startswith("SMPortal/")
    assert asked.headers["accept-encoding"] == "gzip, deflate"
    assert asked.headers["if-none-match"] == '"x"'
    assert (asked.path, asked.query) == ("/path", {"kept": "1"})


def test_proxies_of_the_environment_are_not_used(
    client: Client, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    wire.answers({"direct": True})
    assert client.read(wire.url).json_object() == {"direct": True}


@pytest.mark.parametrize(
    ("hops", "moved"),
    [
        ([301], "/1"),
        ([308, 301], "/2"),
        ([301, 302], "/1"),
        ([302], ""),
        ([302, 301], ""),
        ([303, 307], ""),
        ([301, 308, 301, 308, 301], "/5"),
    ],
)
def test_only_the_lasting_part_of_a_chain_is_a_new_address(
    hops: list[int], moved: str, client: Client, wire: Wire
) -> None:
    for number, status in enumerate(hops, start=1):
        wire.answers("", status=status, headers={"Location": f"/{number}"})
    wire.answers({"there": True})
    answer = client.read(f"{wire.url}/0")
    assert answer.json_object() == {"there": True}
    assert answer.moved_to == (f"{wire.url}{moved}" if moved else "")


def test_six_redirects_are_too_many(client: Client, wire: Wire) -> None:
    for _ in range(6):
        wire.answers("", status=302, headers={"Location": "/again"})
    with pytest.raises(Rejected, match="more than 5"):
        client.read(wire.url)
    assert len(wire.asked) == 6


def test_a_redirect_to_nowhere_is_refused(client: Client, wire: Wire) -> None:
    wire.answers("", status=301)
    with pytest.raises(Rejected, match="301"):
        client.read(wire.url)


def test_a_token_does_not_follow_to_another_host() -> None:
    seen: list[str | None] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers.get("authorization"))
        if request.url.host == "social.example":
            return httpx2.Response(302, headers={"Location": "https://elsewhere.example/"})
        return httpx2.Response(200, json={})

    client = Client(
        headers={"Authorization": "Bearer secret"}, transport=httpx2.MockTransport(answer)
    )
    client.read("https://social.example/")
    assert seen == ["Bearer secret", None]


def test_a_body_up_to_the_limit_is_read(client: Client, wire: Wire) -> None:
    wire.answers("x" * http.LARGEST_BODY)
    assert len(client.read(wire.url).body) == http.LARGEST_BODY


def test_a_larger_body_is_refused(client: Client, wire: Wire) -> None:
    wire.answers("x" * (http.LARGEST_BODY + 1))
    with pytest.raises(Rejected, match="larger than 5 MB"):
        client.read(wire.url)


def packed(body: bytes, encoding: str) -> Client:
    """A client on a server that answers with `body` as it is, whatever it calls its encoding."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"Content-Encoding": encoding}, content=iter([body]))

    return Client(transport=httpx2.MockTransport(answer))


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_a_compressed_bomb_is_refused(layers: int) -> None:
    bomb = bytes(100_000_000)
    for _ in range(layers):
        bomb = gzip.compress(bomb)
    with pytest.raises(Rejected, match="larger than 5 MB"):
        packed(bomb, ", ".join(["gzip"] * layers)).read("https://feed.example/")


def test_broken_compression_may_be_whole_the_next_time() -> None:
    with pytest.raises(Temporary):
        packed(b"not gzip at all", "gzip").read("https://feed.example/")


def test_a_long_error_page_is_still_an_error_of_its_status(client: Client, wire: Wire) -> None:
    wire.answers("x" * (http.LARGEST_BODY + 1), status=503)
    with pytest.raises(Temporary, match="503"):
        client.read(wire.url)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(
    ("first", "again"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-Slow: yes\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["headers", "body", "chunks"],
)
def test_a_server_that_dribbles_is_left_in_time(
    first: bytes, again: bytes, dribble: Callable[[bytes, bytes], str]
) -> None:
    host = dribble(first, again)
    began = time.monotonic()
    with pytest.raises(Temporary):
        Client(trusted_hosts=frozenset({host})).read(f"http://{host}/")
    assert time.monotonic() - began < 2


@pytest.mark.usefixtures("hurried")
def test_a_read_without_answer_may_be_tried_again(client: Client, wire: Wire) -> None:
    wire.hangs()
    began = time.monotonic()
    with pytest.raises(Temporary):
        client.read(wire.url)
    assert time.monotonic() - began < 2


def test_a_read_that_is_cut_may_be_tried_again(client: Client, wire: Wire) -> None:
    wire.cuts()
    with pytest.raises(Temporary):
        client.read(wire.url)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("fault", ["cuts", "hangs"])
def test_a_write_that_left_us_and_was_not_answered_is_unknown(
    fault: str, client: Client, wire: Wire
) -> None:
    getattr(wire, fault)()
    with pytest.raises(OutcomeUnknown):
        client.write("POST", wire.url, json={"status": "Dank je"})
    assert len(wire.asked) == 1


def test_a_write_that_cannot_connect_may_be_tried_again() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as closed:
        host = f"127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(Temporary):
        Client(trusted_hosts=frozenset({host})).write("POST", f"http://{host}/", json={})


def test_a_write_is_not_sent_on(client: Client, wire: Wire) -> None:
    wire.answers("", status=307, headers={"Location": "/elsewhere"})
    with pytest.raises(OutcomeUnknown):
        client.write("POST", wire.url, json={})
    assert len(wire.asked) == 1


def test_an_unreadable_answer_to_a_write_is_unknown(client: Client, wire: Wire) -> None:
    wire.answers("<html>ok</html>")
    with pytest.raises(OutcomeUnknown):
        client.write("POST", wire.url, json={}).json_object()


@pytest.mark.parametrize("body", ["<html>", "", "[1]", "[" * 100_000, "9" * 10_000])
def test_an_answer_that_is_no_json_object_may_be_one_later(
    body: str, client: Client, wire: Wire
) -> None:
    wire.answers(body)
    with pytest.raises(Temporary):
        client.read(wire.url).json_object()


@pytest.mark.parametrize("call", ["read", "write"])
def test_too_many_calls_names_the_moment_to_come_back(
    call: str, client: Client, wire: Wire
) -> None:
    wire.answers({"error": "slow down"}, status=429, headers={"Retry-After": "90"})
    with time_machine.travel(NOW, tick=False), pytest.raises(Temporary, match="slow down") as told:
        client.read(wire.url) if call == "read" else client.write("POST", wire.url)
    assert told.value.retry_at == NOW + timedelta(seconds=90)


def test_a_feed_that_is_gone_is_gone(client: Client, wire: Wire) -> None:
    wire.answers("", status=410)
    with pytest.raises(Gone):
        client.read(wire.url)


@pytest.mark.parametrize(
    "url", ["http://exa mple/", "http://[::1/", "http://\x00/", "https://" + "a" * 70_000]
)
def test_an_address_that_is_none_is_a_connector_error(url: str) -> None:
    with pytest.raises(ConnectorError):
        Client().read(url)


@pytest.mark.parametrize("token", ["geheim\nX-Evil: 1", "gehéim", "geheim\x00"])
def test_a_token_that_cannot_be_sent_is_not_told_either(token: str, wire: Wire) -> None:
    trusted = frozenset({wire.url.removeprefix("http://")})
    with pytest.raises(Rejected) as told:
        Client(trusted_hosts=trusted, headers={"Authorization": token}).read(wire.url)
    assert "geh" not in str(told.value)
