"""Facebook pages, through facebook-sdk."""

from __future__ import annotations
