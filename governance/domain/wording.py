"""What changed between two texts, as runs of words that stayed, came or went.

Words are compared, not lines: Dutch policy text stands in long paragraphs. However long the texts
are and however much of them was rewritten, the time grows with their length only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile

SHORT = 4_000
"""Up to this many pairs of units, all are compared: two sentences of about thirty words."""

ROW = 5
"""So many units in a row that stand once in both texts have stayed: three words and two spaces."""

NEARBY = 160
"""Characters before and after a change that are enough to see where it stands."""


Run = tuple[bool, list[str], list[str]]
"""Whether a run stayed, what stood there and what stands there now."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed ("same"), came ("new") or went ("gone")."""

    kind: str
    text: str


def words(before: str, after: str) -> list[Piece]:
    """The text of `after` with what went and what came, as runs of words; [] when it stayed.

    Sentences are compared first, and words only within those that differ: that is quick, and a
    sentence that stayed is never torn apart.
    """
    if before == after:
        return []
    pieces: list[Piece] = []
    for is_same, was, now in _runs(_sentences(before), _sentences(after)):
        if is_same:
            pieces.append(Piece("same", "".join(now)))
        else:
            pieces += _pieces(_tokens("".join(was)), _tokens("".join(now)))
    return list(_joined(pieces))


def _sentences(text: str) -> list[str]:
    """The text in pieces that together are the text again."""
    return re.findall(r".+?(?:[.!?:;]+\s+|\n+|\Z)", text, re.DOTALL)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Runs of the same kind as one run."""
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))


def around(pieces: list[Piece]) -> list[Piece]:
    """The changes with what stands around them: long runs that stayed are cut short."""
    last = len(pieces) - 1
    return [
        _cut(piece, is_first=place == 0, is_last=place == last) if piece.kind == "same" else piece
        for place, piece in enumerate(pieces)
    ]


def _cut(piece: Piece, *, is_first: bool, is_last: bool) -> Piece:
    if len(piece.text) <= 3 * NEARBY:
        return piece
    before = "" if is_first else piece.text[:NEARBY].rsplit(" ", 1)[0] + " "
    after = "" if is_last else " " + piece.text[-NEARBY:].split(" ", 1)[-1]
    return Piece("same", f"{before}[…]{after}")


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for is_same, was, now in _runs(old, new):
        if is_same:
            yield Piece("same", "".join(now))
            continue
        if was:
            yield Piece("gone", "".join(was))
        if now:
            yield Piece("new", "".join(now))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    """Both texts in runs that stayed or changed, from begin to end.

    What both begin and end with is set apart first: most changes are small. What is left is
    compared unit by unit when it is short. The time of that grows with the square of the length,
    so a longer text is first cut at what certainly stayed; without any such place it has been
    replaced as a whole, and a word here and there that happens to agree would only confuse.
    """
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    if start:
        yield True, old[:start], new[:start]
    was, now = old[start : len(old) - end], new[start : len(new) - end]
    if len(was) * len(now) <= SHORT:
        yield from _one_by_one(was, now)
    elif anchors := _anchors(was, now):
        yield from _between(anchors, was, now)
    else:
        yield False, was, now
    if end:
        yield True, old[-end:], new[-end:]


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many units both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _one_by_one(old: list[str], new: list[str]) -> Iterator[Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        yield operation == "equal", old[old_from:old_to], new[new_from:new_to]


def _between(anchors: Iterable[tuple[int, int]], old: list[str], new: list[str]) -> Iterator[Run]:
    """The anchors as what stayed, and what lies before, between and after them compared again."""
    old_at = new_at = 0
    for old_to, new_to in anchors:
        if old_to < old_at or new_to < new_at:  # this one overlaps the anchor before it
            continue
        yield from _runs(old[old_at:old_to], new[new_at:new_to])
        old_at, new_at = old_to + ROW, new_to + ROW
        yield True, old[old_to:old_at], new[new_to:new_at]
    yield from _runs(old[old_at:], new[new_at:])


def _anchors(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Where a row of units stands that occurs once in both, in the same order."""
    there = _rows(new)
    pairs = [(place, there[row]) for row, place in _rows(old).items() if row in there]
    strayed = out_of_order([place for _, place in pairs])
    return [pair for number, pair in enumerate(pairs) if number not in strayed]


def _rows(units: list[str]) -> dict[tuple[str, ...], int]:
    """Every row of so many units that occurs once, with its place."""
    rows = [tuple(units[place : place + ROW]) for place in range(len(units) - ROW + 1)]
    often = Counter(rows)
    return {row: place for place, row in enumerate(rows) if often[row] == 1}


def out_of_order(positions: list[int]) -> set[int]:
    """The fewest places that must have moved: all but a longest row that still climbs."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, position in enumerate(positions):
        length = bisect_left(tails, position)
        tails[length : length + 1] = [position]
        ends[length : length + 1] = [place]
        previous.append(ends[length - 1] if length else -1)
    place = ends[-1] if ends else -1
    while place >= 0:
        positions[place], place = -1, previous[place]
    return {place for place, position in enumerate(positions) if position != -1}
