"""How a change of a text is found, and how it is shown to who decides on it."""

from __future__ import annotations

import random

import pytest

from governance.domain import wording
from governance.domain.wording import Piece, around, words

LONG = "".join(f"regel {number} blijft zoals die was " for number in range(40))
COMMON = ("de", "het", "een", "van", "wij", "niet", "altijd", "school", "student", "docent")


def prose(chance: random.Random, count: int, *, stop: str = "") -> str:
    """So many words of which a few are everywhere, in one sentence or in sentences of fourteen."""
    rare = [f"woord{number}" for number in range(800)]
    said = [chance.choice(COMMON if chance.random() < 0.4 else rare) for _ in range(count)]
    return " ".join(
        f"{word}{stop}" if place % 14 == 13 else word for place, word in enumerate(said)
    )


def was(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "new")


def now(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.kind != "gone")


def test_what_stayed_is_cut_down_to_what_stands_around_a_change() -> None:
    before = f"{LONG}binnen een dag {LONG}of later {LONG}"
    after = before.replace("een dag", "twee dagen").replace("of later", "of eerder")

    shown = around(words(before, after))

    changes = [piece.text for piece in shown if piece.kind != "same"]
    assert changes == ["een", "twee", "dag", "dagen", "later", "eerder"]
    assert shown[0].text.startswith("[…]")
    assert shown[0].text.endswith("binnen ")
    assert shown[-1].text.endswith("[…]")
    assert sum(len(piece.text) for piece in shown) < len(after) / 3


def test_a_short_text_is_shown_whole() -> None:
    pieces = words("binnen een dag", "binnen twee dagen")

    assert around(pieces) == pieces


@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize("count", [3, 40, 400, 4_000])
def test_the_pieces_together_are_both_texts(count: int, stop: str) -> None:
    chance = random.Random(count)
    before = prose(chance, count, stop=stop)
    kept = before.split(" ")
    after = " ".join([*kept[: count // 3], prose(chance, count // 3), *kept[count // 2 :]])

    pieces = words(before, after)

    assert was(pieces) == before
    assert now(pieces) == after


def test_a_few_words_in_a_sentence_of_twenty_thousand_are_found_one_by_one() -> None:
    before = prose(random.Random(1), 20_000).split(" ")
    after = list(before)
    for place in (200, 9_000, 19_000):
        after[place] = "anders"

    changes = [piece for piece in words(" ".join(before), " ".join(after)) if piece.kind != "same"]

    expected = [(before[place], "anders") for place in (200, 9_000, 19_000)]
    assert [
        (one.text, other.text) for one, other in zip(changes[::2], changes[1::2], strict=True)
    ] == expected


def test_a_long_text_of_which_nothing_is_left_is_replaced_as_a_whole() -> None:
    """Although words here and there agree, such as “de” and “het”."""
    before = " ".join(f"de oude{number} het" for number in range(10_000))
    after = " ".join(f"het nieuwe{number} de" for number in range(10_000))

    assert words(before, after) == [Piece("gone", before), Piece("new", after)]


def test_what_moved_within_a_long_text_went_and_came() -> None:
    first, second, third = (prose(random.Random(seed), 100) for seed in (1, 2, 3))

    pieces = words(f"{first} {second} {third}", f"{second} {first} {third}")

    kinds = {
        kind: "".join(one.text for one in pieces if one.kind == kind) for kind in ("gone", "new")
    }
    assert kinds["gone"].strip() == kinds["new"].strip()
    assert kinds["gone"].strip() in {first, second}


def test_the_fewest_places_moved() -> None:
    assert wording.out_of_order([1, 2, 9, 3, 4]) == {2}
    assert wording.out_of_order([]) == set()
