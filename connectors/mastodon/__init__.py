"""Any Mastodon server, and those that speak its client API."""

from __future__ import annotations
