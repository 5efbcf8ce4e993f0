"""Which of many queries find a message, in a time that hardly depends on how many there are.

All literals of all queries go into one Aho-Corasick automaton, so that one walk over the message
tells which of them occur. Conditions on author, language and platform are looked up like literals;
both are called atoms here and carry a number. An atom wakes only the queries that cannot match
without it; a query that is a plain list of alternatives needs no further thought.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar

import ahocorasick

from core.searchquery.conditions import (
    Holds,
    all_of,
    any_of,
    denial,
    is_everyday,
    settled_by_waking,
    waking_child,
)
from core.searchquery.document import Document, conditions_met, stream
from core.searchquery.highlighting import Span, highlight
from core.searchquery.query import Query
from core.searchquery.tree import (
    And,
    Expansion,
    Field,
    Leaf,
    Lists,
    Literal,
    Node,
    Not,
    Or,
    leaves,
)

Id = TypeVar("Id", bound=Hashable)
Given: TypeAlias = Callable[[str, str, str], frozenset[int]]

_NONE: Final[frozenset[int]] = frozenset()  # one object for all conditions: kinder to the cache


def compile_terms(queries: Mapping[Id, Query], lists: Lists | None = None) -> Matcher[Id]:
    """One matcher for all `queries`, with {lists} filled in as they are now."""
    return Matcher(queries, lists)


class Woken(NamedTuple, Generic[Id]):
    """A query to look at: `there` must all occur, nothing `absent` may, and `rest` must hold."""

    key: Id
    there: frozenset[int]
    absent: frozenset[int]
    rest: tuple[Holds, ...]


class Reaction(NamedTuple, Generic[Id]):
    """What happens when an atom occurs: queries it answers by itself, and queries it wakes."""

    found: list[Id]
    woken: list[Woken[Id]]


class Matcher(Generic[Id]):
    """Immutable once built, so threads can share it; build a new one when a query changes."""

    def __init__(self, queries: Mapping[Id, Query], lists: Lists | None = None) -> None:
        self._numbers: dict[Leaf, int] = {}
        self._reactions: dict[int, Reaction[Id]] = {}
        self._always: list[tuple[Id, Holds]] = []
        self._shared: dict[int, Holds] = {}
        expansion = Expansion(lists)
        self._roots = {key: expansion.of(query.root) for key, query in queries.items()}
        for key, root in self._roots.items():
            self._file(key, root)
        self._reacting = frozenset(self._reactions)
        self._automaton = _automaton(self._numbers)
        self._given = _given(self._numbers)

    def match(self, document: Document) -> set[Id]:
        """The ids of the queries that find `document`."""
        # Written out, with few calls: this is what runs for every message.
        text = stream(document.text)
        atoms: set[int] = set()
        if self._automaton is not None:
            atoms = {number for _, number in self._automaton.iter(text)}
        atoms |= self._given(document.author, document.lang, document.platform)
        found: set[Id] = set()
        for atom in self._reacting & atoms:
            outright, woken = self._reactions[atom]
            if outright:
                found.update(outright)
            for key, there, absent, rest in woken:
                if there <= atoms and absent.isdisjoint(atoms):
                    for holds in rest:
                        if not holds(atoms, text):
                            break
                    else:
                        found.add(key)
        for key, holds in self._always:
            if holds(atoms, text):
                found.add(key)
        return found

    def explain(self, key: Id, document: Document) -> tuple[Span, ...]:
        """Where in the original text query `key` finds its words, as (start, end), in order.

        Overlapping hits are one span. Empty when the query does not find the document, or finds
        it by its author, language or platform alone.
        """
        if key not in self.match(document):
            return ()
        text = stream(document.text)
        wanted = (leaf for leaf in leaves(self._roots[key]) if isinstance(leaf, Literal))
        return highlight([leaf for leaf in wanted if leaf.key in text], document.text)

    def _file(self, key: Id, branch: Node) -> None:
        """Put one alternative of a query under the atoms that have to wake it."""
        if isinstance(branch, Or):
            for child in branch.children:
                self._file(key, child)
        elif isinstance(branch, Literal | Field):
            self._reaction(branch).found.append(key)
        elif isinstance(branch, And) and (waking := waking_child(branch)) is not None:
            waker, waking_leaves = waking
            settled = settled_by_waking(waker)
            others = tuple(c for c in branch.children if not (settled and c is waker))
            woken = Woken(key, *self._parts(others))
            for leaf in waking_leaves:
                self._reaction(leaf).woken.append(woken)
        else:
            self._always.append((key, self._condition(branch)))

    def _reaction(self, leaf: Leaf) -> Reaction[Id]:
        return self._reactions.setdefault(self._number(leaf), Reaction([], []))

    def _number(self, leaf: Leaf) -> int:
        return self._numbers.setdefault(leaf, len(self._numbers))

    def _condition(self, node: Node) -> Holds:
        """`node` as a question about a message; of a list that many queries share, made once."""
        if id(node) not in self._shared:  # the nodes live as long as the matcher
            self._shared[id(node)] = self._question(node)
        return self._shared[id(node)]

    def _question(self, node: Node) -> Holds:
        if isinstance(node, Literal) and is_everyday(node):
            return lambda _, text: node.key in text
        if isinstance(node, Or):
            return any_of(*self._parts(node.children))
        return all_of(*self._parts(node.children if isinstance(node, And) else (node,)))

    def _parts(
        self, children: tuple[Node, ...]
    ) -> tuple[frozenset[int], frozenset[int], tuple[Holds, ...]]:
        """`children` as the atoms that are asked for, those denied, and further questions."""
        there: set[int] = set()
        absent: set[int] = set()
        rest: list[Holds] = []
        for child in children:
            leaf = child.child if isinstance(child, Not) else child
            if isinstance(leaf, Literal | Field) and not is_everyday(leaf):
                (absent if isinstance(child, Not) else there).add(self._number(leaf))
            elif isinstance(child, Not):
                rest.append(denial(self._condition(leaf)))
            else:
                rest.append(self._condition(child))
        return frozenset(there) or _NONE, frozenset(absent) or _NONE, tuple(rest)


def _given(numbers: Mapping[Leaf, int]) -> Given:
    """Which atoms a message has by its author, language and platform."""
    fields = {
        f"{leaf.name}:{leaf.value}": number
        for leaf, number in numbers.items()
        if isinstance(leaf, Field)
    }

    @lru_cache(maxsize=4_096)
    def given(author: str, lang: str, platform: str) -> frozenset[int]:
        met = fields.keys() & conditions_met(author, lang, platform) if fields else ()
        return frozenset(map(fields.__getitem__, met))

    return given


def _automaton(numbers: Mapping[Leaf, int]) -> ahocorasick.Automaton | None:
    automaton = ahocorasick.Automaton()
    for leaf, number in numbers.items():
        if isinstance(leaf, Literal):
            automaton.add_word(leaf.key, number)
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton
