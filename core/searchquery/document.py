"""A message as the matcher sees it: its words in a row, in one searchable string.

    "Bedankt @rocdw, #OpenDag!"  ->  " bedankt @rocdw opendag \\n #opendag "

Words are separated by exactly one space, whatever stood between them, so a literal is an ordinary
substring: " open dag " is a phrase, " stage" a prefix. A hashtag stands twice: as plain words
where it was written, and exactly at the end. An account keeps its place, and its shorter forms
(without server, before a hyphen) stand at the end.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from core.searchquery.folding import (
    fold,
    fold_value,
    fold_with_places,
    hashtags,
    spaced,
    spans,
    split_specials,
    words,
)

_BREAK: Final = " \n "  # no phrase reaches across it, for it is not a word


class Document(NamedTuple):
    """A message to match. `lang` is a code such as nl or nl-BE; empty means not known."""

    text: str
    author: str = ""
    lang: str = ""
    platform: str = ""

    @property
    def hashtags(self) -> tuple[str, ...]:
        """The folded hashtags in the text, with their #, in order."""
        return tuple(part for part in split_specials(fold(self.text))[1::2] if part[0] == "#")


class Token(NamedTuple):
    """A searchable word and where it stands in the original text."""

    word: str
    start: int
    end: int


def conditions_met(author: str, lang: str, platform: str) -> frozenset[str]:
    """The conditions that a message meets by its origin, in standard form.

    `jan@server.nl` is also from:jan, and `nl-BE` also lang:nl.
    """
    name = fold_value(author)
    code = fold_value(lang).replace("_", "-")
    names = (f"from:{name}", f"from:{name.split('@')[0]}")
    codes = (f"lang:{code}", f"lang:{code.split('-')[0]}")
    return frozenset({*names, *codes, f"platform:{fold_value(platform)}"})


@lru_cache(maxsize=4_096)
def _readings(special: str) -> tuple[str, tuple[str, ...]]:
    """What a hashtag or account adds to the words in a row, and what to the end.

    `@jan@server.nl` is also `@jan`. `@college-student` is also `@college`: platforms read the
    first part of a Dutch compound as the account.
    """
    if special[0] == "#":
        return spaced(special), (special,)
    local = "@" + special[1:].split("@")[0]
    return special, tuple({local, local.split("-")[0]} - {special})


@lru_cache(maxsize=16)  # who judges a message reads it several times
def stream(text: str) -> str:
    """The searchable string of a message (see the top of this file)."""
    folded = fold(text)
    if "@" in folded:
        row, tail = _with_accounts(folded)
    else:
        row, tail = spaced(folded), hashtags(folded)
    words_in_a_row = " ".join(row.split())
    return f" {_BREAK.join([words_in_a_row, *tail])} " if tail else f" {words_in_a_row} "


def _with_accounts(folded: str) -> tuple[str, list[str]]:
    """The words in a row, each account one of them, and what stands at the end."""
    parts = split_specials(folded)
    parts[::2] = map(spaced, parts[::2])
    tail: list[str] = []
    for place in range(1, len(parts), 2):
        parts[place], apart = _readings(parts[place])
        tail += apart
    return " ".join(parts), tail


def words_in_order(text: str) -> list[str]:
    """The words and emoji of a message where they were written; of accounts, their words."""
    row = stream(text).partition("\n")[0]
    return words(row) if "@" in row else row.split()


def literal_words(folded: str) -> tuple[str, ...]:
    """The words of a phrase, exactly as `stream` would put them in a row."""
    return tuple(stream(folded).split("\n")[0].split())


def index_text(text: str) -> str:
    """Plain folded words of a message for a text index in Postgres (configuration `simple`).

    Postgres reads "rocdw.nl/kok" as one host name and "en/of" as a file; here everything that a
    query can find is a word of its own, which `Query.to_sql_prefilter` relies on.
    """
    return " ".join(words(fold(text)))


def tokens(text: str) -> tuple[list[Token], list[Token]]:
    """The words in a row and those at the end of `stream(text)`, with their places in `text`."""
    folded, places = fold_with_places(text)
    row: list[Token] = []
    tail: list[Token] = []
    position = 0

    def token(word: str, start: int, end: int) -> Token:
        return Token(word, places[position + start][0], places[position + end - 1][1])

    for number, part in enumerate(split_specials(folded)):
        if number % 2:
            tail += [token(form, 0, len(part)) for form in _readings(part)[1]]
        if number % 2 and part[0] == "@":
            row.append(token(part, 0, len(part)))
        else:
            row += [token(part[start:end], start, end) for start, end in spans(part)]
        position += len(part)
    return row, tail
