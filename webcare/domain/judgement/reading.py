"""A message as the learned judge reads it: folded words, with the college's own names made equal.

What was learned from one college must hold for another. So its names, accounts and places are
replaced by one word each before anything is counted, and so are addresses, numbers and the people
who are called by their account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from core.searchquery.folding import fold, words
from people.models import Institution

READ_AT_MOST: Final = 2_000
"""Characters; what a message is about shows by then."""

SCHOOL, PLACE, SOMEBODY, ADDRESS, NUMBER = "xschool", "xplaats", "xiemand", "xlink", "xgetal"

_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+")
_ACCOUNT: Final = re.compile(r"@\w+(?:[.@-]+\w+)*")
_HASHTAG: Final = re.compile(r"#(\w+)")
_NUMBER: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_WRITTEN: Final = re.compile(r"[\w'’]+|[^\w\s]")
_STRETCHED: Final = re.compile(r"([a-z])\1{2,}")


@dataclass(frozen=True)
class Known:
    """The names that a college is known by; every one is read as the same word."""

    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @classmethod
    def of(cls, institution: Institution) -> Known:
        lists = institution.lists()
        return cls(tuple(lists["namen"]), tuple(lists["accounts"]), tuple(lists["vestigingen"]))

    @cached_property
    def _stand_ins(self) -> list[tuple[re.Pattern[str], str]]:
        school = [*self.names, *self.accounts, *(name.replace(" ", "") for name in self.names)]
        wanted = ((_folded(school), SCHOOL), (_folded(self.places), PLACE))
        return [(_any_of(names), f" {stand_in} ") for names, stand_in in wanted if names]

    def replaced(self, folded: str) -> str:
        """`folded` with every own name replaced by its stand-in."""
        for pattern, stand_in in self._stand_ins:
            folded = pattern.sub(stand_in, folded)
        return folded


NOBODY: Final = Known()


@dataclass(frozen=True)
class Reading:
    """A message, read once for all that counts in it."""

    text: str
    author: str = ""
    platform: str = ""
    known: Known = field(default=NOBODY)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words and emoji in order; a stretched letter (“neeee”) counts once."""
        # The apostrophe of a phone goes before folding, which would make a space of it.
        folded = fold(self.text[:READ_AT_MOST].replace("’", "'"))
        folded = _ADDRESS.sub(f" {ADDRESS} ", folded)
        folded = self.known.replaced(folded)
        folded = _HASHTAG.sub(r" \1 ", _ACCOUNT.sub(f" {SOMEBODY} ", folded))
        folded = _NUMBER.sub(f" {NUMBER} ", folded.replace("'", ""))
        return tuple(words(_STRETCHED.sub(r"\1", folded)))

    def as_written(self, word: str) -> str:
        """A word of `words` as it stands in the text; empty for what stands in for a name."""
        return self._written.get(word, "")

    @cached_property
    def _written(self) -> dict[str, str]:
        found = _WRITTEN.findall(self.text[:READ_AT_MOST])
        read = ((Reading(token).words, token) for token in reversed(found))
        return {words[0]: token for words, token in read if len(words) == 1}


def _folded(names: Iterable[str]) -> set[str]:
    return {fold(name).strip() for name in names} - {""}


def _any_of(folded: set[str]) -> re.Pattern[str]:
    longest_first = sorted(folded, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
