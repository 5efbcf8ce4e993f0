"""How a change of a long text is shown to who decides on it."""

from __future__ import annotations

from governance.domain import comparison

LONG = "een regel die hetzelfde blijft " * 40


def test_what_stayed_is_cut_down_to_what_stands_around_a_change() -> None:
    before = f"{LONG}binnen een dag {LONG}of later {LONG}"
    after = before.replace("een dag", "twee dagen").replace("of later", "of eerder")

    shown = comparison.around(comparison.words(before, after))

    changes = [piece.text for piece in shown if piece.kind != "same"]
    assert changes == ["een", "twee", "dag", "dagen", "later", "eerder"]
    assert shown[0].text.startswith("[…]")
    assert shown[0].text.endswith("binnen ")
    assert shown[-1].text.endswith("[…]")
    assert sum(len(piece.text) for piece in shown) < len(after) / 3


def test_a_short_text_is_shown_whole() -> None:
    pieces = comparison.words("binnen een dag", "binnen twee dagen")

    assert comparison.around(pieces) == pieces
