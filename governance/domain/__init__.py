"""What governance decides: plain functions, one subject a file."""

from __future__ import annotations
