"""Where in a message the words of a query stand, to mark them on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from core.searchquery.document import Token, tokens
from core.searchquery.tree import Literal

Span: TypeAlias = tuple[int, int]


def highlight(literals: Iterable[Literal], text: str) -> tuple[Span, ...]:
    """The (start, end) in `text` of every hit of `literals`, in order; overlapping hits joined."""
    row, tail = tokens(text)
    hits = {span for literal in literals for span in _hits(literal, row, tail)}
    merged: list[Span] = []
    for start, end in sorted(hits):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hits(literal: Literal, row: list[Token], tail: list[Token]) -> Iterator[Span]:
    size = len(literal.words)
    sequences = [row[place : place + size] for place in range(len(row) - size + 1)]
    if size == 1:
        sequences += [[token] for token in tail]
    for sequence in sequences:
        if _reads(literal, sequence):
            yield sequence[0].start, sequence[-1].end


def _reads(literal: Literal, sequence: list[Token]) -> bool:
    *first, last = (token.word for token in sequence)
    if first != list(literal.words[:-1]):
        return False
    return last.startswith(literal.words[-1]) if literal.prefix else last == literal.words[-1]
