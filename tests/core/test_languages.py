from __future__ import annotations

import pytest
from django.utils import translation

from core import languages


@pytest.mark.parametrize(
    ("code", "reader", "label"),
    [
        ("nl", "nl", "Nederlands"),
        ("nl", "en", "Dutch"),
        ("nl-BE", "en", "Dutch"),
        ("xx", "nl", "xx"),
        ("", "nl", ""),
    ],
)
def test_a_language_is_named_in_the_language_of_the_reader(
    code: str, reader: str, label: str
) -> None:
    with translation.override(reader):
        assert languages.label(code) == label
