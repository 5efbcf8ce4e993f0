"""Small models and examples of the tests' own: learning from the real ones takes minutes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import numpy as np

from webcare.domain.judgement.examples import Example
from webcare.domain.judgement.judge import TEAM, TONE
from webcare.domain.judgement.model import Head, Model, Space
from webcare.domain.judgement.reading import Reading

TEAMS = ("comms", "crisis", "info", "none", "press")
TONES = ("negative", "neutral", "positive")

SUBJECTS = {
    "ria": ("het rooster", "de kantine", "de stage", "het examen", "de lift", "het plein"),
    "bob": ("de opleiding", "het gebouw", "de trein", "mijn cijfer", "de muur", "de gang"),
    "mo": ("het lokaal", "de fiets", "de sporthal", "het diploma", "de docent", "de hal"),
}
"""By writer; none writes about what another does."""

SENTENCES = (
    ("info", "neutral", "waar vind ik {}?"),
    ("info", "neutral", "hoe weet ik meer over {}? waar kan ik dat vragen?"),
    ("comms", "negative", "schandalig slecht geregeld met {}, ik ben boos"),
    ("comms", "positive", "geweldig gedaan met {}, heel veel lof"),
    ("press", "neutral", "ik schrijf voor de krant over {}, wie wil reageren"),
    ("press", "neutral", "onze redactie maakt een stuk over {} voor de krant"),
    ("crisis", "negative", "morgen neem ik een geweer mee naar {} en schiet ik"),
    ("crisis", "negative", "met een geweer schiet ik iedereen neer bij {}"),
    ("none", "positive", "haha grappig dit ben jij bij {}"),
    ("none", "positive", "haha wat grappig, lol, {} weer"),
)


def examples(*writers: str) -> list[Example]:
    """Sixty messages of each writer; of all three unless some are named."""
    return [
        Example(Reading(sentence.format(subject)), writer, team, tone)
        for writer in writers or SUBJECTS
        for subject, (team, tone, sentence) in product(SUBJECTS[writer], SENTENCES)
    ]


def write(folder: Path) -> Path:
    """The same as files, a file for each writer."""
    for writer in SUBJECTS:
        told = [f"{one.team}¦{one.tone}¦nl¦x¦¦{one.reading.text}" for one in examples(writer)]
        folder.joinpath(f"{writer}.txt").write_text("\n".join(told), encoding="utf-8")
    return folder


def model(
    words: Mapping[str, Mapping[str, float]], *, about: Mapping[str, object] | None = None
) -> Model:
    """A model that knows these words: how much each says for a team or a tone.

    >>> model({"rooster": {"info": 4.0, "neutral": 1.0}})
    """
    vocabulary = {f"w:{word}": row for row, word in enumerate(words)}
    gains = np.ones(len(words), dtype=np.float32)
    heads = {TEAM: _head(TEAMS, words), TONE: _head(TONES, words)}
    return Model(Space(vocabulary, gains), heads, about or {})


def _head(answers: tuple[str, ...], words: Mapping[str, Mapping[str, float]]) -> Head:
    linear = [[says.get(answer, 0.0) for answer in answers] for says in words.values()]
    nothing = np.zeros(0, dtype=np.float32)
    return Head(
        answers=answers,
        linear=np.array(linear, dtype=np.float32).reshape(len(words), len(answers)),
        intercepts=np.zeros(len(answers), dtype=np.float32),
        hidden=np.zeros((len(words), 0), dtype=np.float32),
        thresholds=nothing,
        out=np.zeros((0, len(answers)), dtype=np.float32),
        offsets=np.zeros(len(answers), dtype=np.float32),
    )
