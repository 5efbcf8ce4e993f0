"""X, through tweepy."""

from __future__ import annotations
