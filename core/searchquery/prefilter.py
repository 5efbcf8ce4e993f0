"""Which words a stored message must at least contain for a query to find it.

A new search term looks back over the mentions that are already stored. Postgres narrows them down
with a text index over `index_text(message)`, configuration `simple`; the matcher then decides.
The prefilter is therefore wide: it never leaves out a message that the matcher would find.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from core.searchquery.folding import words
from core.searchquery.tree import And, Literal, Node, Or

MAX_ALTERNATIVES: Final = 64  # beyond this an AND is narrowed by one of its sides only


class Lexeme(NamedTuple):
    """A folded word, or with `prefix` the beginning of one."""

    word: str
    prefix: bool = False

    def __str__(self) -> str:
        return f"'{self.word}'{':*' if self.prefix else ''}"


Alternatives: TypeAlias = tuple[frozenset[Lexeme], ...]


def alternatives(node: Node) -> Alternatives | None:
    """Groups of words of which at least one group is wholly in every message that `node` finds.

    None means that no words are required. `node` comes from `Expansion`.
    """
    if isinstance(node, Literal):
        group = _lexemes(node)
        return (group,) if group else None
    if isinstance(node, Or):
        groups: dict[frozenset[Lexeme], None] = {}
        for child in node.children:
            found = alternatives(child)
            if found is None:
                return None
            groups.update(dict.fromkeys(found))
        return tuple(groups)
    if isinstance(node, And):
        return _narrowed(node)
    return None


def _narrowed(node: And) -> Alternatives | None:
    result: Alternatives | None = None
    required = (alternatives(child) for child in node.children)
    for other in sorted((found for found in required if found is not None), key=len):
        if result is None:
            result = other
        elif len(result) * len(other) <= MAX_ALTERNATIVES:
            result = tuple({mine | theirs: None for mine in result for theirs in other})
    return result


def _lexemes(literal: Literal) -> frozenset[Lexeme]:
    """The words of a literal; Postgres does not index emoji, so those are left out."""
    found = [words(part) for part in literal.words]
    flat = [word for part in found for word in part]
    last = len(flat) - 1
    return frozenset(
        Lexeme(word, prefix=literal.prefix and place == last)
        for place, word in enumerate(flat)
        if word.isalnum()
    )


def as_tsquery(groups: Alternatives) -> str:
    """`groups` for `to_tsquery('simple', …)`: ('open' & 'dag') | 'stage':*"""
    return " | ".join(f"({' & '.join(map(str, sorted(group)))})" for group in groups)
