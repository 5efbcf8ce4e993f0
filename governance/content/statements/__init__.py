"""What the live workshop on a vision works with: statements, five steps and scenes.

The domains are those of “Sociale media in het mbo” (Kennisnet, 2012, CC BY 3.0), chapter 3: what a
college says, how students learn, and how staff keep up. All statements are our own, and are meant
to divide a room fairly. A code never changes its meaning: a changed wording gets a new code.
"""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.statements import communication, keeping_up, learning
from governance.content.statements.shape import Scene, Statement, Step
from governance.content.statements.workshop import SCENES, STEPS

__all__ = [
    "DOMAINS",
    "SCENES",
    "STATEMENTS",
    "STEPS",
    "Scene",
    "Statement",
    "Step",
    "statement",
    "statements_of",
]

DOMAINS: dict[str, Bilingual] = {
    "communication": Bilingual(nl="communicatie van de school", en="communication of the college"),
    "learning": Bilingual(nl="leren van studenten", en="learning by students"),
    "keeping_up": Bilingual(nl="bijblijven van medewerkers", en="keeping up by staff"),
}

STATEMENTS: tuple[Statement, ...] = (
    *communication.STATEMENTS,
    *learning.STATEMENTS,
    *keeping_up.STATEMENTS,
)

_BY_CODE = {each.code: each for each in STATEMENTS}


def statement(code: str) -> Statement:
    """The statement with this code; KeyError when there is none."""
    return _BY_CODE[code]


def statements_of(domain: str) -> tuple[Statement, ...]:
    return tuple(each for each in STATEMENTS if each.domain == domain)
