"""What we do about what is said: tickets, queues, replies."""

from __future__ import annotations
