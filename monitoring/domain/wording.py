"""A text as folded words, shared by everything that judges it: split once, read by all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick

from core.searchquery import words_in_order

T = TypeVar("T")

READ_AT_MOST = 5_000
"""Characters; a tone or language that does not show by then does not show at all."""


@lru_cache(maxsize=16)
def tokens(text: str) -> tuple[str, ...]:
    """The words and emoji of `text` in order, without case, accents or punctuation."""
    return tuple(words_in_order(text[:READ_AT_MOST]))


@lru_cache(maxsize=16)
def line(text: str) -> str:
    """The same words in one string with a space around each, to look phrases up in."""
    return f" {' '.join(tokens(text))} "


class PhraseBook(Generic[T]):
    """Many phrases in one automaton: one walk over a text, however many there are.

    A star at the end of a phrase lets its last word go on.
    """

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase, value in phrases.items():
            is_start = phrase.endswith("*")
            key = f" {phrase.rstrip('*')}{'' if is_start else ' '}"
            self._automaton.add_word(key, (key, value))
        self._automaton.make_automaton()

    def found(self, text: str) -> list[tuple[str, T]]:
        """Each phrase that occurs in the `line` of a text, with its value, as often as it does."""
        return [found for _, found in self._automaton.iter(line(text))]
