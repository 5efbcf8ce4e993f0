"""A platform that exists in the test only: pages that are laid ready, faults on demand."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import Any, ClassVar

from connectors.errors import ConnectorError
from connectors.types import Ability, Author, Batch, Identity, Json, Kind, Post, Stats, Target

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class FakePlatform:
    """Gives the pages of `pages` by address, one per call; an error in between is raised."""

    ability: ClassVar[Ability] = Ability(
        kinds=frozenset(Kind), can_reply=True, can_measure=True, min_interval=60, keys=("token",)
    )
    pages: ClassVar[dict[str, deque[Batch | Exception]]] = {}
    cursors: ClassVar[list[Json]] = []
    targets: ClassVar[list[Target]] = []
    identity: ClassVar[Identity | ConnectorError] = Identity("77", "rocdw", "ROC De Waterlanden")

    def __init__(self, target: Target) -> None:
        self.target = target
        self.targets.append(target)

    def fetch(self, cursor: Json) -> Batch:
        self.cursors.append(cursor)
        waiting = self.pages.get(self.target.address) or deque([Batch((), dict(cursor))])
        answer = waiting.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def check(self) -> Identity:
        if isinstance(self.identity, ConnectorError):
            raise self.identity
        return self.identity

    def measure(self) -> Stats:
        return Stats(AT, {"followers": 120})

    @classmethod
    def give(cls, address: str, *answers: Batch | Exception) -> None:
        cls.pages.setdefault(address, deque()).extend(answers)

    @classmethod
    def reset(cls) -> None:
        cls.pages.clear()
        cls.cursors.clear()
        cls.targets.clear()
        cls.identity = Identity("77", "rocdw", "ROC De Waterlanden")


class FakeFeed(FakePlatform):
    """The same for feeds, which bring nothing but items."""

    ability = Ability(kinds=frozenset({Kind.FEED}), min_interval=60)


def post(external_id: str = "1", text: str = "Waar vind ik het rooster?", **fields: Any) -> Post:
    """A post of a student, a minute before `AT`."""
    fields.setdefault("author", Author("guusje", "Guusje", "500"))
    fields.setdefault("published_at", AT.replace(hour=11, minute=59))
    return Post(external_id, text, **fields)


def batch(*posts: Post, cursor: str = "1", **fields: Any) -> Batch:
    """A page with these posts."""
    return Batch(posts, {"high": cursor}, **fields)
