"""A query as a tree, what it reads like in its standard form, and what it says about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from core.searchquery.document import literal_words
from core.searchquery.folding import fold, fold_value, is_special

MIN_PREFIX: Final = 2  # letters before a star

Lists: TypeAlias = Mapping[str, Iterable[str]]


class Literal(NamedTuple):
    """Words in a row; with `prefix` the last one may go on (stage* finds stageplek)."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def key(self) -> str:
        """The literal as a substring of `document.stream`."""
        return f" {' '.join(self.words)}{'' if self.prefix else ' '}"

    @property
    def is_too_wide(self) -> bool:
        """Whether it is the beginning of so many words that it says nothing."""
        return self.prefix and len(self.words[-1].lstrip("#@")) < MIN_PREFIX

    def __str__(self) -> str:
        text = " ".join(self.words) + "*" * self.prefix
        return f'"{text}"' if len(self.words) > 1 else text


class Field(NamedTuple):
    """A condition on the message around the text: from, lang or platform."""

    name: str
    value: str

    def __str__(self) -> str:
        return f'{self.name}:"{self.value}"' if " " in self.value else f"{self.name}:{self.value}"


@dataclass(frozen=True, slots=True)
class ListReference:
    """Any entry of a list that the institution keeps, such as {places}."""

    name: str

    def __str__(self) -> str:
        return f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class And:
    children: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(_bracketed(child, Or) for child in self.children)


@dataclass(frozen=True, slots=True)
class Or:
    children: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_bracketed(child, And) for child in self.children)


@dataclass(frozen=True, slots=True)
class Not:
    child: Node
    position: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"NOT {_bracketed(self.child, And, Or)}"


Node: TypeAlias = Literal | Field | ListReference | And | Or | Not
Leaf: TypeAlias = Literal | Field


def _bracketed(node: Node, *loose: type) -> str:
    return f"({node})" if isinstance(node, loose) else str(node)


def joined(kind: type[And] | type[Or], children: Iterable[Node]) -> Node:
    """`children` as one node of `kind`: nested ones of that kind taken up, doubles left out."""
    flat: dict[Node, None] = {}
    for child in children:
        if isinstance(child, And | Or) and isinstance(child, kind):
            flat.update(dict.fromkeys(child.children))
        else:
            flat[child] = None
    return next(iter(flat)) if len(flat) == 1 else kind(tuple(flat))


def literal(text: str) -> Literal | None:
    """The literal that `text` stands for, or None when it holds nothing to look for."""
    folded = fold(text).strip()
    prefix = folded.endswith("*")
    body = folded.removesuffix("*").strip()
    found = (body,) if is_special(body) else literal_words(body)
    return Literal(found, prefix) if found else None


def leaves(node: Node, *, positive: bool = True) -> Iterator[Literal | Field | ListReference]:
    """What has to be there, in reading order; what stands under NOT is passed over."""
    if isinstance(node, Not):
        yield from leaves(node.child, positive=not positive)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from leaves(child, positive=positive)
    elif positive:
        yield node


def exclusions(node: Node) -> Iterator[Not]:
    """Every NOT in the query, in reading order."""
    if isinstance(node, Not):
        yield node
        yield from exclusions(node.child)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from exclusions(child)


def is_selective(node: Node, *, positive: bool = True) -> bool:
    """Whether a message must contain something of the query to be found by it."""
    if isinstance(node, Not):
        return is_selective(node.child, positive=not positive)
    if isinstance(node, And | Or):
        enough: Callable[[Iterable[bool]], bool] = any if isinstance(node, And) == positive else all
        return enough(is_selective(child, positive=positive) for child in node.children)
    return positive


class Expansion:
    """Fills in the lists of queries and moves every NOT down to the leaf it speaks of.

    One expansion serves many queries: a list used by hundreds of them is read once, and stands in
    their trees as one and the same node. A list that does not exist (any more) is empty: it finds
    nothing and stops no other query.
    """

    def __init__(self, lists: Lists | None = None) -> None:
        self._lists = {fold_value(name): entries for name, entries in (lists or {}).items()}
        self._expanded: dict[tuple[str, bool], Node] = {}

    def of(self, node: Node, *, positive: bool = True) -> Node:
        """`node` with And and Or over Literal, Field, and Not of one of these."""
        if isinstance(node, ListReference):
            return self._entries(node.name, positive=positive)
        if isinstance(node, Not):
            return self.of(node.child, positive=not positive)
        if isinstance(node, And | Or):
            kind = And if isinstance(node, And) == positive else Or
            return kind(tuple(self.of(child, positive=positive) for child in node.children))
        return node if positive else Not(node)

    def _entries(self, name: str, *, positive: bool) -> Node:
        if (name, positive) not in self._expanded:
            found = (literal(entry) for entry in self._lists.get(name, ()))
            usable = [entry for entry in found if entry is not None and not entry.is_too_wide]
            self._expanded[name, positive] = self.of(joined(Or, usable), positive=positive)
        return self._expanded[name, positive]
