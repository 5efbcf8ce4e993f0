"""Which addresses may be called: the table of tricks, and what a name server may do to us."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from connectors import addresses
from connectors.errors import ConnectorError, Rejected, Temporary
from connectors.http import Client
from tests.connectors.conftest import Names
from tests.connectors.wire import Wire

REFUSED = [
    # other schemes
    "file:///etc/passwd",
    "ftp://93.184.215.14/feed",
    "gopher://93.184.215.14/_x",
    "data:text/xml,<rss/>",
    "javascript:alert(1)",
    "unix:///var/run/docker.sock",
    "jar:http://93.184.215.14!/",
    "//93.184.215.14/feed",
    "93.184.215.14/feed",
    "",
    # other ports
    "http://93.184.215.14:22/",
    "http://93.184.215.14:5432/",
    "http://93.184.215.14:6379/",
    "http://93.184.215.14:8080/",
    "https://93.184.215.14:8443/",
    "http://93.184.215.14:0/",
    "http://93.184.215.14:99999/",
    # names and passwords in the address
    "http://user:secret@93.184.215.14/",
    "http://93.184.215.14@127.0.0.1/",
    # this machine, in its many spellings
    "http://127.0.0.1/",
    "http://127.0.0.53/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    # private networks
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://172.16.0.1/",
    "http://172.31.255.254/",
    "http://192.168.1.1/",
    "http://3232235777/",
    "http://0xc0a80101/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fec0::1]/",
    # link-local and the metadata of clouds
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/",
    "http://0xA9FEA9FE/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    # IPv4 hidden in IPv6
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    # documentation, benchmarks, multicast, broadcast, reserved
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[100::1]/",
]
PUBLIC = [
    "93.184.215.14",
    "1.1.1.1",
    "145.100.0.1",
    "2a00:1450:400e:80c::200e",
    "::ffff:93.184.215.14",
    "64:ff9b::5db8:d70e",
]


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Where a connection was tried; every try is cut short."""
    tried: list[Any] = []

    def connect(address: Any, *args: Any, **kwargs: Any) -> Any:
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    return tried


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_on_the_public_web_is_never_called(
    url: str, connected: list[Any]
) -> None:
    with pytest.raises(Rejected):
        Client().read(url)
    assert connected == []


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert addresses.is_public(address)


@pytest.mark.parametrize("found", [["10.0.0.8"], ["93.184.215.14", "10.0.0.8"], ["::1"]])
def test_a_name_with_any_private_address_is_refused(
    found: list[str], names: Names, connected: list[Any]
) -> None:
    names["inside.example"] = found
    with pytest.raises(Rejected):
        Client().read("http://inside.example/")
    assert connected == []


def test_a_name_server_that_changes_its_answer_gains_nothing(
    names: Names, connected: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    names["rebind.example"] = ["93.184.215.14"]
    resolve = addresses.resolve

    def resolve_then_turn(host: str, port: int, *, trusted: bool) -> list[str]:
        found = resolve(host, port, trusted=trusted)
        names["rebind.example"] = ["127.0.0.1"]
        return found

    monkeypatch.setattr(addresses, "resolve", resolve_then_turn)
    with pytest.raises(Temporary):
        Client().read("http://rebind.example/")
    assert connected == [("93.184.215.14", 80)]


def test_the_next_address_is_tried_when_the_first_does_not_answer(
    names: Names, connected: list[Any]
) -> None:
    names["two.example"] = ["2a00:1450:400e:80c::200e", "93.184.215.14"]
    with pytest.raises(Temporary):
        Client().read("https://two.example/")
    assert connected == [("2a00:1450:400e:80c::200e", 443), ("93.184.215.14", 443)]


def test_a_name_that_does_not_exist_may_exist_later(names: Names) -> None:
    with pytest.raises(Temporary):
        Client().read("http://nowhere.example/")


def test_a_trusted_host_may_be_private_and_on_any_port(wire: Wire) -> None:
    wire.answers({"ok": True})
    client = Client(trusted_hosts=frozenset({wire.url.removeprefix("http://")}))
    assert client.read(f"{wire.url}/here").json_object() == {"ok": True}


def test_trust_holds_for_one_port_only(wire: Wire) -> None:
    with pytest.raises(Rejected):
        Client(trusted_hosts=frozenset({"127.0.0.1:1"})).read(wire.url)
    assert wire.asked == []


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "file:///etc/passwd",
        "//10.0.0.1/",
        "http://user:secret@127.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
    ],
)
def test_each_redirect_is_checked_again(target: str, wire: Wire) -> None:
    wire.answers("", status=302, headers={"Location": target})
    client = Client(trusted_hosts=frozenset({wire.url.removeprefix("http://")}))
    with pytest.raises(Rejected):
        client.read(wire.url)
    assert len(wire.asked) == 1


def test_a_write_is_checked_as_well(connected: list[Any]) -> None:
    with pytest.raises(ConnectorError):
        Client().write("POST", "http://10.0.0.1/", json={})
    assert connected == []
