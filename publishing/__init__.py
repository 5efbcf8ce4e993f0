"""What we say ourselves: the content calendar and its approval."""

from __future__ import annotations
