from __future__ import annotations

from core.formfields import TextField


def test_line_ends_of_a_browser_become_plain_ones() -> None:
    assert TextField().clean("een\r\ntwee\r\n\r\ndrie") == "een\ntwee\n\ndrie"
