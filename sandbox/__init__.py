"""A practice platform: speaks the wire formats of X, Facebook, Mastodon and feeds on this machine.

For trying, training and testing. Nothing here is real, and nothing here knows the product.
"""

from __future__ import annotations

from sandbox.faults import Fault
from sandbox.server import Server
from sandbox.store import Accepted, Post

__all__ = ["Accepted", "Fault", "Post", "Server"]
