"""Which local ports are free."""

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


def require_free(host: str, port: int) -> None:
    """Raises ServiceError in words that say what to type instead."""
    if not is_free(host, port):
        raise ServiceError(
            f"port {port} is in use by another program. Choose another: PORT={port + 1} make run"
        )
