"""What webcare decides and does, as plain functions: from a mention to an answer that stands."""

from __future__ import annotations
