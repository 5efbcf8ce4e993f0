"""Templates of documents: the college picks one, fills in what stands in [brackets], adapts.

Dutch only (docs/decisions/0013). A flyer is no template: it is made from the tips of a protocol.
"""

from __future__ import annotations

from governance.content.papers.accounts import ACCOUNTS
from governance.content.papers.crisis import CRISIS
from governance.content.papers.document import (
    APPROVAL_OF_OWN_CHANNELS,
    SETTINGS,
    Paper,
    Question,
    Section,
    Value,
)
from governance.content.papers.legal import LEGAL
from governance.content.papers.nearness import NEARNESS
from governance.content.papers.positive import POSITIVE
from governance.content.papers.privacy import PRIVACY
from governance.content.papers.strict import STRICT
from governance.content.papers.vision import COMMUNICATION, KEEPING_UP, LEARNING
from governance.content.papers.webcare import WEBCARE

__all__ = [
    "APPROVAL_OF_OWN_CHANNELS",
    "PAPERS",
    "SETTINGS",
    "Paper",
    "Question",
    "Section",
    "Value",
    "of_kind",
    "paper",
]

PAPERS: tuple[Paper, ...] = (
    POSITIVE,
    STRICT,
    LEGAL,
    WEBCARE,
    CRISIS,
    PRIVACY,
    ACCOUNTS,
    NEARNESS,
    COMMUNICATION,
    LEARNING,
    KEEPING_UP,
)

_BY_CODE = {one.code: one for one in PAPERS}


def of_kind(kind: str) -> tuple[Paper, ...]:
    """The templates of a kind of document, in the order in which they are offered."""
    return tuple(one for one in PAPERS if one.kind == kind)


def paper(code: str) -> Paper:
    """The template of that code. Raises `KeyError` when there is none."""
    return _BY_CODE[code]
