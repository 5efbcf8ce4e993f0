from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from core.searchquery.document import stream, tokens
from core.searchquery.folding import fold, fold_with_places

SIGNS = list("aé ’'@#._-😂👍🏽İßÅ\u0301\u200d\ufe0f\n")
PIECES = [*SIGNS, " #één", " @jan.b", "@jan@x.nl ", "#a_b", "@a-b"]
MIXED = st.lists(st.one_of(st.characters(), st.sampled_from(PIECES))).map("".join)


def test_every_character_folds_to_something_that_folds_to_itself() -> None:
    changed = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if fold(fold(chr(code))).split() != fold(chr(code)).split()
    ]
    assert changed == []


@given(MIXED)
def test_text_folds_the_same_at_once_as_character_by_character(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded.split() == fold(text).split()
    assert len(places) == len(folded)


def test_a_text_with_many_different_characters_folds_like_a_short_one() -> None:
    alphabet = [chr(code) for code in range(0xC0, 0x250)]
    assert fold("A".join(alphabet)) == "a".join(map(fold, alphabet))


@given(MIXED)
def test_the_tokens_with_places_are_those_that_the_matcher_searches(text: str) -> None:
    row, tail = tokens(text)
    pieces = stream(text).split(" \n ")
    assert [token.word for token in row] == pieces[0].split()
    assert [token.word for token in tail] == [piece.strip() for piece in pieces[1:]]


@given(MIXED)
def test_the_place_of_a_token_holds_its_word(text: str) -> None:
    row, _ = tokens(text)
    assert all(token.word in fold(text[token.start : token.end]) for token in row)
