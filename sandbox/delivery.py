"""How an answer leaves: whole, in drips, in half, or not at all."""

from __future__ import annotations

import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler

from sandbox.faults import Fault, rearrange
from sandbox.reshaping import reshape
from sandbox.wire import Response, html_page

DRIPS = 20


def reset(connection: socket.socket) -> None:
    """Close with a TCP reset instead of a goodbye, so that the caller sees a broken connection."""
    linger = struct.pack("ii", 1, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    connection.close()


def send_head(handler: BaseHTTPRequestHandler, response: Response) -> None:
    handler.send_response(response.status)
    for name, value in response.headers.items():
        if name != "Date":
            handler.send_header(name, value)
    handler.send_header("Content-Type", response.content_type)
    if response.status != 304:
        handler.send_header("Content-Length", str(len(response.body)))
    if handler.close_connection:
        handler.send_header("Connection", "close")
    handler.end_headers()


def send(handler: BaseHTTPRequestHandler, response: Response) -> None:
    send_head(handler, response)
    if response.status != 304:
        handler.wfile.write(response.body)


def spoil(
    handler: BaseHTTPRequestHandler, response: Response, fault: Fault, stopping: threading.Event
) -> None:
    """Let `response` leave in the way of a fault of the wire; the platform has done its work."""
    handler.close_connection = True
    half = response.body[: len(response.body) // 2]
    match fault.kind:
        case "accept-then-cut":
            reset(handler.connection)
        case "accept-then-504":
            send(handler, html_page("504 Gateway Time-out", 504))
        case "accept-then-hang":
            stopping.wait(fault.delay)
        case "half-json":
            send(handler, Response(response.status, half, response.content_type, response.headers))
        case "cut-body":
            send_head(handler, response)
            handler.wfile.write(half)
            reset(handler.connection)
        case "slow":
            _drip(handler, response, fault.delay, stopping)
        case "other-shape" | "other-items":
            send(handler, reshape(response, only_items=fault.kind == "other-items"))
        case _:
            handler.close_connection = False
            send(handler, rearrange(response, fault.kind, seed=fault.used))


def _drip(
    handler: BaseHTTPRequestHandler, response: Response, delay: float, stopping: threading.Event
) -> None:
    send_head(handler, response)
    step = max(1, -(-len(response.body) // DRIPS))
    starts = range(0, len(response.body), step)
    for at in starts:
        if stopping.wait(delay / len(starts)):
            return
        handler.wfile.write(response.body[at : at + step])
