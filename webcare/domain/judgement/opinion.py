"""What a judge may say about a message. It proposes; it never answers, nor overrules the policy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from governance.domain.routing import Utterance
from governance.models.routing import Threat

NO_ANSWER = "none"
CRISIS = "crisis"


@dataclass(frozen=True, slots=True)
class Second:
    """What a language model, called `name`, had to say that was asked as well.

    `decides`: the proposal is its own, for the own judge was less certain. `alarmed`: it thinks
    that somebody may be in danger.
    """

    name: str
    agrees: bool
    decides: bool = False
    alarmed: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """A proposal. `team` is the code of a team, or `NO_ANSWER`.

    Certainties are chances between 0 and 1; words are as written, those that weighed most.
    `threat_certainty` is the chance that somebody is in danger, whatever `threat` makes of it.
    """

    team: str
    certainty: float
    words: tuple[str, ...] = ()
    threat: Threat = Threat.NONE
    threat_certainty: float = 0.0
    threat_words: tuple[str, ...] = ()
    sentiment: str = ""
    sentiment_certainty: float = 0.0
    second: Second | None = None

    def on(self, utterance: Utterance) -> Utterance:
        """The message as the rules should see it: with this danger and tone."""
        return replace(
            utterance,
            threat=self.threat,
            threat_words=self.threat_words,
            sentiment=self.sentiment or utterance.sentiment,
        )


class Judge(Protocol):
    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        """A proposal for each message, in order; None where the judge has none."""
        ...


class NoOpinion:
    """The judge without an opinion."""

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        return [None] * len(utterances)
