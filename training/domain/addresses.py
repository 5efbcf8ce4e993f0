"""Where something can be looked at; nowhere in a portal that has no page for it."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch


def address(row: Any) -> str:
    """The page of a row; "" when there is none."""
    try:
        return str(row.get_absolute_url())
    except NoReverseMatch:
        return ""
