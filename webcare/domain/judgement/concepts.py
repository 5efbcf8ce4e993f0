"""Words that stand for the same kind of thing: plain data in concepts.txt, one concept a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import ahocorasick

SOURCE: Final = Path(__file__).with_name("concepts.txt")


class Concepts:
    """All entries in one automaton: one walk over a message, however many there are."""

    def __init__(self, entries: dict[str, set[str]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for entry, names in entries.items():
            is_start = entry.endswith("*")
            key = f" {entry.rstrip('*').strip()}{'' if is_start else ' '}"
            self._automaton.add_word(key, (len(key), sorted(names)))
        self._automaton.make_automaton()

    def found(self, words: Sequence[str]) -> Iterator[tuple[str, set[int]]]:
        """Each concept that occurs, with the places of its words; as often as it does."""
        line = f" {' '.join(words)} "
        starts = _starts(words)
        for end, (length, names) in self._automaton.iter(line):
            places = {starts[at] for at in range(end - length + 2, end + 1) if at in starts}
            for name in names:
                yield name, places


def _starts(words: Sequence[str]) -> dict[int, int]:
    """The number of each word by the place in the line where it starts."""
    starts, at = {}, 1
    for number, word in enumerate(words):
        starts[at] = number
        at += len(word) + 1
    return starts


@cache
def concepts() -> Concepts:
    """The concepts of concepts.txt. A line is `name: entry | entry*`; # starts a remark."""
    entries: dict[str, set[str]] = {}
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        name, colon, listed = line.partition(":")
        if colon and not line.startswith("#"):
            for entry in listed.split("|"):
                if key := " ".join(entry.split()):
                    entries.setdefault(key, set()).add(name.strip())
    return Concepts(entries)
