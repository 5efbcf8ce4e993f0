"""Which addresses a connector may call: the public internet, and what the administrator trusts.

A feed address is typed by a person and a redirect is chosen by a stranger; neither may make this
server call its own network, a cloud's metadata service or another scheme (SSRF).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection

from connectors.errors import Rejected, Temporary

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's metadata service has a public number
        "192.0.0.0/24",
        "192.88.99.0/24",
        "2001::/23",
        "2002::/16",  # 6to4 hides an IPv4 address
        "3fff::/20",
    )
)


def is_trusted(host: str, port: int | None, scheme: str, trusted_hosts: Collection[str]) -> bool:
    """True when the administrator allows `host:port`, wherever it may lie."""
    return f"{host.lower()}:{port or _PORTS.get(scheme)}" in trusted_hosts


def check(scheme: str, host: str, port: int | None, trusted_hosts: Collection[str]) -> None:
    """Raises Rejected unless it is http(s) on its ordinary port, or on a trusted host."""
    if scheme not in _PORTS:
        raise Rejected("Only http and https addresses can be read.")
    if not host:
        raise Rejected("The address has no host name.")
    if port not in (None, *_PORTS.values()) and not is_trusted(host, port, scheme, trusted_hosts):
        raise Rejected(
            "Port %(port)s of %(host)s may not be used; only 80 and 443.", port=port, host=host
        )


def resolve(host: str, port: int, *, trusted: bool) -> list[str]:
    """The numeric addresses of `host`, asked once; the caller must connect to one of these.

    Raises Rejected when one of them is not public (unless `trusted`), Temporary when there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Temporary("The name %(host)s cannot be found at the moment.", host=host) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not trusted and not all(is_public(address) for address in addresses):
        raise Rejected("%(host)s does not lie on the public internet.", host=host)
    return addresses


def is_public(text: str) -> bool:
    """True for a numeric address that anyone on the internet could call."""
    address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address not in _GLOBAL_UNICAST:
            return False
    refused = any(address in network for network in _REFUSED)
    return address.is_global and not address.is_multicast and not refused
