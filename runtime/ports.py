"""Which local ports are free, and keeping one while the program that will use it is prepared."""

from __future__ import annotations

import socket

from runtime.accounts import ServiceError


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are only cooling down counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def any_free(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def preferred_or_any(host: str, port: int | None) -> int:
    return port if port and is_free(host, port) else any_free(host)


def claim(host: str, port: int) -> socket.socket | None:
    """Keep a free port for a program that starts later, until the claim is closed or we die.

    None when it is in use or somebody else's claim. The claim is the same number in UDP, which no
    program of ours uses: so it never stands in the way of the program itself.
    """
    mark = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        mark.bind((host, port))
    except OSError:
        mark.close()
        return None
    if is_free(host, port):
        return mark
    mark.close()
    return None


def claim_preferred_or_any(host: str, port: int | None) -> socket.socket:
    """The claim tells by `number` which port it became."""
    mark = claim(host, port) if port else None
    while mark is None:
        mark = claim(host, any_free(host))
    return mark


def number(mark: socket.socket) -> int:
    return int(mark.getsockname()[1])


def required(host: str, port: int) -> socket.socket:
    """A claim on this port. Raises ServiceError in words that say what to type instead."""
    mark = claim(host, port)
    if mark is None:
        raise ServiceError(
            f"port {port} is in use by another program. Choose another: PORT={port + 1} make run"
        )
    return mark
