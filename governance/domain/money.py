"""Amounts and numbers as the reader writes them."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format

CENT = Decimal("0.01")


def euro(value: Decimal | None) -> str:
    """ "€ 1.234,50"; whole euros without cents."""
    if value is None:
        return "–"
    amount = Decimal(value).quantize(CENT)
    decimals = 0 if amount == amount.to_integral_value() else 2
    return f"€\u00a0{number_format(amount, decimals, force_grouping=True)}"


def plain(value: Decimal | None) -> str:
    """A number with no more decimals than it needs, at most two."""
    if value is None:
        return "–"
    text = f"{Decimal(value).quantize(CENT):f}".rstrip("0").rstrip(".")
    return str(number_format(Decimal(text), force_grouping=True))


def cell(value: Decimal | None) -> str:
    """A number in a file for a Dutch spreadsheet: a comma, and nothing between the thousands."""
    return "" if value is None else f"{value:f}".replace(".", ",")
