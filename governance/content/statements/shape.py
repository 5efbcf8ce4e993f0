"""What a statement, a step and a scene of the workshop look like."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class Statement:
    """Something to agree or disagree with; `why` tells the facilitator what it brings up."""

    code: str
    domain: str
    text: Bilingual
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what participants read, and what the facilitator does in how many minutes."""

    code: str
    minutes: int
    title: Bilingual
    explanation: Bilingual
    script: Bilingual


@dataclass(frozen=True, slots=True)
class Scene:
    """A short story to begin with, which ends in a question."""

    code: str
    title: Bilingual
    text: Bilingual
