"""When a query has to be looked at, and how its AND, OR and NOT are decided.

A condition is a question about the set of atoms (numbered words, phrases and field values) that
occur in a message. Leaves are compared as whole sets, which costs the same for one word as for a
list of thousands. Everyday words are no atoms: every message holds a dozen of them, and the few
times that one decides, a look at the message is cheaper.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from core.searchquery.tree import And, Field, Leaf, Literal, Node, Or

Holds: TypeAlias = Callable[[set[int], str], bool]  # the atoms, and the searchable string

Leaves: TypeAlias = frozenset[Leaf]

_EVERYDAY_TEXT: Final = """
    aan al alleen als altijd ben bij dag dan dat de deze die dit doen door dus echt een en er even
    gaan gaat geen goed haar had heb heeft heel hem het hier hij hoe iemand iets ik in is ja je jij
    jullie kan komen maar meer met mijn moet naar niet nog nu of om omdat ons onze ook op over te
    school tot uit van vandaag veel voor waar want was wat we weer wel wie wij worden ze zijn zo zou
"""
_EVERYDAY: Final = frozenset(_EVERYDAY_TEXT.split())
_FREQUENT_FIELDS: Final = {"lang": 1.0, "platform": 0.5}  # share of messages


def all_of(there: frozenset[int], absent: frozenset[int], rest: tuple[Holds, ...]) -> Holds:
    """True when all of `there` occurs, nothing in `absent` does, and each of `rest` holds."""

    def holds(atoms: set[int], text: str) -> bool:
        if not (there <= atoms and absent.isdisjoint(atoms)):
            return False
        return not rest or all(other(atoms, text) for other in rest)

    return holds


def any_of(there: frozenset[int], absent: frozenset[int], rest: tuple[Holds, ...]) -> Holds:
    """True when something in `there` occurs, something in `absent` does not, or `rest` has one."""
    if not absent and not rest:  # by far the most usual: one of a list of words
        return lambda atoms, _: not there.isdisjoint(atoms)

    def holds(atoms: set[int], text: str) -> bool:
        if not there.isdisjoint(atoms) or not absent <= atoms:
            return True
        return any(other(atoms, text) for other in rest)

    return holds


def denial(question: Holds) -> Holds:
    return lambda atoms, text: not question(atoms, text)


def is_everyday(node: Node) -> bool:
    """Whether `node` is a word that so many messages hold that noting each one costs too much."""
    return isinstance(node, Literal) and len(node.words) == 1 and node.words[0] in _EVERYDAY


def wakers(node: Node) -> Leaves | None:
    """Leaves of which at least one occurs in every message that `node` finds, as few as possible.

    None when a message can be found without any of them. `node` comes from `Expansion`.
    """
    if isinstance(node, Literal | Field):
        return frozenset([node])
    if isinstance(node, And):
        chosen = waking_child(node)
        return None if chosen is None else chosen[1]
    if isinstance(node, Or):
        plain = frozenset(child for child in node.children if isinstance(child, Literal | Field))
        others = [child for child in node.children if not isinstance(child, Literal | Field)]
        sides = [wakers(child) for child in others]
        known = [side for side in sides if side is not None]
        return plain.union(*known) if len(known) == len(others) else None
    return None


def waking_child(node: And) -> tuple[Node, Leaves] | None:
    """The part of an AND that is expected to occur in the fewest messages, and its wakers."""
    sides = ((child, wakers(child)) for child in node.children)
    able = [(child, side) for child, side in sides if side is not None]
    return min(able, key=lambda pair: _expected_wakes(pair[1])) if able else None


def settled_by_waking(node: Node) -> bool:
    """Whether any waker of `node` makes it true, so that it needs no second look."""
    children = node.children if isinstance(node, Or) else (node,)
    return all(isinstance(child, Literal | Field) for child in children)


def _expected_wakes(leaves: Leaves) -> float:
    """The share of messages in which one of `leaves` occurs, roughly.

    Each letter more makes a word about half as frequent, apart from the words of all days.
    """
    return sum(map(_frequency, leaves))


def _frequency(leaf: Leaf) -> float:
    if isinstance(leaf, Literal):
        return 0.5 if is_everyday(leaf) else 2.0 ** -len(leaf.key)
    return _FREQUENT_FIELDS.get(leaf.name, 2.0 ** -len(leaf.value))
