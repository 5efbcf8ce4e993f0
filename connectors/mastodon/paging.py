"""Where to go on reading. Pure.

Timelines and notifications walk forwards by `min_id`, which leaves no hole however much arrived;
their cursor is {"min_id"}. A search walks back from the newest by `max_id` until what was known:
{"high": newest that is complete, "walk": where we stand, "top": what becomes high at the end}.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.mastodon.normalise import ODD
from connectors.text import storable
from connectors.types import Json, Post, Unparsed

_ID = re.compile(r"[\w.:-]{1,100}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    cursor: Json
    more: bool


def forward(items: Sequence[Any], cursor: Json) -> Step:
    """One page up. "0" stands for an account that has nothing yet: it starts at the very first."""
    known = str(cursor.get("min_id", ""))
    high = max([known or "0", *_ids(items)], key=_order)
    return Step({"min_id": high}, more=bool(known) and high != known)


def backward(items: Sequence[Any], cursor: Json) -> Step:
    """One page down, until the known one; a first walk is one page, what is older is history."""
    high, walk, top = (str(cursor.get(name, "")) for name in ("high", "walk", "top"))
    ids = _ids(items)
    top = max([top, high, *ids], key=_order)
    low = min(ids, key=_order, default="")
    is_stuck = bool(walk) and _order(low) >= _order(walk)
    if not high or not low or is_stuck or _order(low) <= _order(high):
        return Step({"high": top} if top else {}, more=False)
    return Step({"high": high, "walk": low, "top": top}, more=True)


def oldest(items: Sequence[Any]) -> str:
    """The lowest id of a page, empty when it has none."""
    return min(_ids(items), key=_order, default="")


def parsed(
    items: Sequence[Any], read: Callable[[Any], Post | None]
) -> tuple[tuple[Post, ...], tuple[Unparsed, ...]]:
    """The posts of a page; an item that `read` cannot understand is kept as it is."""
    posts, unparsed = [], []
    for one in items:
        try:
            post = read(one)
        except ODD as error:
            unparsed.append(Unparsed(storable(one), f"{type(error).__name__}: {error}"))
        else:
            posts += [post] if post else []
    return tuple(posts), tuple(unparsed)


def _ids(items: Sequence[Any]) -> list[str]:
    found = (one.get("id") for one in items if isinstance(one, dict))
    return [one for one in found if isinstance(one, str) and _ID.fullmatch(one)]


def _order(text: str) -> tuple[int, str]:
    """Ids grow: numbers by size, and those of other servers are of one length."""
    return (len(text), text)
