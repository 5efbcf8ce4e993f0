from __future__ import annotations

from decimal import Decimal

import pytest
from django import forms
from django.utils import translation

from core import figures
from core.formfields import FigureField


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", "12"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("0,125", "0.125"),
        ("-3,5", "-3.5"),
        ("\u22123", "-3"),
        ("78 %", "78"),
        ("1 234,5", "1234.5"),
        ("€ 12,50", "12.5"),
    ],
)
def test_a_figure_is_read_the_dutch_and_the_english_way(written: str, meant: str) -> None:
    assert figures.parse(written) == Decimal(meant)


def test_what_can_be_read_in_two_ways_is_not_guessed() -> None:
    with pytest.raises(figures.Unclear):
        figures.parse("1,234")


@pytest.mark.parametrize("written", ["", "twaalf", "1.2.3", "12,5,5", "1e9", "NaN", "--1"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no figure"):
        figures.parse(written)


@pytest.mark.parametrize("written", ["twaalf", "1,234", "0,125", "99999999999"])
def test_a_field_says_what_is_wrong(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        FigureField().clean(written)


@pytest.mark.parametrize(("stored", "shown"), [("12.50", "12,5"), ("0.00", "0"), ("100.00", "100")])
def test_a_stored_figure_is_shown_as_the_dutch_write_it(stored: str, shown: str) -> None:
    with translation.override("nl"):
        assert FigureField().prepare_value(Decimal(stored)) == shown


def test_a_field_may_stay_empty() -> None:
    assert FigureField(required=False).clean("") is None
