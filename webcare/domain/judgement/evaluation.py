"""How good a model is, on messages that it did not learn from and nobody tuned it on.

Both sets were written apart from the examples by somebody who had not seen them, and read a second
time by somebody who had not seen their labels; only what both agreed on is in the fresh one. The
first set was looked at while the model was made, and is what a new model must not do worse on. The
fresh one came when everything was settled. Never train or tune on either.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from governance.domain.routing import Utterance
from governance.models.routing import Threat
from monitoring.domain import threat
from webcare.domain.judgement.figures import Judged
from webcare.domain.judgement.judge import LearnedJudge
from webcare.domain.judgement.model import Model
from webcare.domain.judgement.opinion import CRISIS, NO_ANSWER
from webcare.domain.judgement.reading import Known

SET: Final = Path(__file__).with_name("evaluation.jsonl")
FRESH: Final = Path(__file__).with_name("fresh.jsonl")
COLLEGE: Final = Known(
    names=("ROC De Waterlanden", "De Waterlanden", "rocdw"),
    accounts=("@rocdewaterlanden",),
    places=("Purmerend", "Hoorn", "Zaandam"),
)
TONES: Final = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Report:
    """What a model reached: teams and tones, and threats apart."""

    teams: Judged
    tones: Judged
    threats: int
    unseen_threats: int
    """Threats that nobody would have been warned of, not even with “possibly”."""
    harmless: int
    watched: int
    """Harmless messages that a person must look at because they may be a threat."""

    def is_worse_than(self, other: Report) -> bool:
        """Whether it does less well where it matters; two messages in a thousand are chance."""
        return (
            self.unseen_threats > other.unseen_threats
            or self.teams.false_alarms > max(other.teams.false_alarms, self.harmless // 100)
            or self.teams.macro_f1 < other.teams.macro_f1 - 0.002
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "messages": len(self.teams.wanted),
            "macro_f1": round(self.teams.macro_f1, 3),
            "threats": self.threats,
            "threats_missed": self.teams.threats_missed,
            "threats_unseen": self.unseen_threats,
            "harmless": self.harmless,
            "false_alarms": self.teams.false_alarms,
            "watched": self.watched,
            "tone_macro_f1": round(self.tones.macro_f1, 3),
        }


def lines(of: Path = SET) -> list[dict[str, Any]]:
    """The messages of a set, with their labels."""
    return [json.loads(line) for line in of.read_text(encoding="utf-8").splitlines()]


def evaluate(model: Model) -> Report:
    """What `model` makes of the evaluation set, without any rule."""
    wanted = lines()
    judged = LearnedJudge(model, COLLEGE).judge([_utterance(line) for line in wanted])
    found = [judgement for judgement in judged if judgement]
    is_threat = [line["team"] == CRISIS for line in wanted]
    is_noise = [line["team"] == NO_ANSWER for line in wanted]
    warned = [judgement.threat != Threat.NONE for judgement in found]
    return Report(
        teams=Judged([line["team"] for line in wanted], [one.team for one in found]),
        tones=Judged(
            [line["sentiment"] for line in wanted], [one.sentiment for one in found], TONES
        ),
        threats=sum(is_threat),
        unseen_threats=sum(is_threat) - _both(is_threat, warned),
        harmless=sum(is_noise),
        watched=_both(is_noise, warned),
    )


def _both(first: Sequence[bool], second: Sequence[bool]) -> int:
    return sum(one and other for one, other in zip(first, second, strict=True))


def _utterance(line: dict[str, Any]) -> Utterance:
    level, words = threat.screen(line["text"])
    return Utterance(
        text=line["text"],
        author=line["author"] or "",
        platform=line["platform"],
        threat=level,
        threat_words=words,
    )
