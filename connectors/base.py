"""What a connector can be asked, one small protocol per ability."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import ClassVar, Protocol, runtime_checkable

from connectors.types import Ability, Batch, Identity, Json, Outgoing, Receipt, Stats, Target


class Connector(Protocol):
    """Every connector is made from a `Target` and makes no call while it is being made."""

    ability: ClassVar[Ability]

    def __init__(self, target: Target) -> None: ...

    def fetch(self, cursor: Json) -> Batch:
        """One page from `cursor` on ({} at first). Makes one pass and never sleeps.

        Raises a `ConnectorError`, and nothing else, whatever the platform does.
        """
        ...

    def check(self) -> Identity:
        """Try the credentials and say who we are. Raises a `ConnectorError`."""
        ...


@runtime_checkable
class Replies(Protocol):
    """The platform takes replies."""

    def reply(self, outgoing: Outgoing) -> Receipt:
        """Send once. Raises `OutcomeUnknown` whenever the platform may have accepted it."""
        ...

    def find_reply(
        self, outgoing: Outgoing, *, since: datetime, besides: Collection[str] = ()
    ) -> Receipt | None:
        """Look on the platform for a reply that we may have sent; None when it is not there.

        `besides` are ids of other replies of ours, which may have the same words.
        """
        ...

    def measure_text(self, text: str) -> int:
        """Length in the platform's own way of counting (X: weighted, a URL is 23)."""
        ...


@runtime_checkable
class Measures(Protocol):
    """The platform gives figures of an account."""

    def measure(self) -> Stats: ...


@runtime_checkable
class Rechecks(Protocol):
    """The platform can be asked which posts still stand (the duty to forget deleted posts)."""

    def still_there(self, external_ids: Sequence[str]) -> frozenset[str]: ...
