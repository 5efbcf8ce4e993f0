"""Figures as people write them: "1.234,5" as well as "1234.5"."""

from __future__ import annotations

import re
from decimal import Decimal

PLAIN = re.compile(r"[+-]?\d+")
DUTCH = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
ENGLISH = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""A comma and three digits: a Dutchman reads 1.234, an Englishman a thousand times as much."""


class Unclear(ValueError):
    """It can be read in two ways."""


def parse(text: str) -> Decimal:
    """The figure that somebody wrote. Raises `Unclear` or another `ValueError`.

    A dot and three digits are thousands ("1.234"), as the Dutch write them.
    """
    written = re.sub(r"[\s\u00a0\u202f%€]", "", text).replace("\u2212", "-")
    if DOUBTFUL.fullmatch(written):
        raise Unclear(text)
    if PLAIN.fullmatch(written):
        return Decimal(written)
    if DUTCH.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if ENGLISH.fullmatch(written):
        return Decimal(written.replace(",", ""))
    raise ValueError(f"no figure: {text}")
