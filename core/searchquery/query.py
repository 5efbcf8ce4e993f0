"""A query that was read without errors: what the rest of the product holds in its hands."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.searchquery.prefilter import Alternatives, alternatives
from core.searchquery.tree import Expansion, Field, ListReference, Lists, Node, leaves


@dataclass(frozen=True, slots=True)
class Query:
    """A boolean search. Two queries are equal when they read the same in standard form."""

    root: Node
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text

    def canonical(self) -> str:
        """The query in standard form: folded, with every AND written out. Parses to itself."""
        return str(self.root)

    def terms(self) -> tuple[str, ...]:
        """The words, phrases and {lists} it looks for, each once, in reading order."""
        found = (leaf for leaf in leaves(self.root) if not isinstance(leaf, Field))
        return tuple(dict.fromkeys(map(str, found)))

    def lists(self) -> frozenset[str]:
        """The names of the lists it refers to, also under NOT."""
        return frozenset(_list_names(self.root))

    def to_sql_prefilter(self, lists: Lists | None = None) -> Alternatives | None:
        """Groups of folded words, at least one of which stands wholly in each message it finds.

        For a look back over stored messages (see `prefilter`). An empty tuple means that nothing
        can be found (an empty list); None that every message has to be tried.
        """
        return alternatives(Expansion(lists).of(self.root))


def _list_names(root: Node) -> set[str]:
    both = [*leaves(root), *leaves(root, positive=False)]
    return {leaf.name for leaf in both if isinstance(leaf, ListReference)}
