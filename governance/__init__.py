"""Why and by which rules: vision, goals, policies and the routing table in force."""

from __future__ import annotations
