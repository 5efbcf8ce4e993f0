"""A learned model: a vocabulary and tables of weights, used with nothing but numpy.

Two ways of weighing look at the same features, and their chances are averaged: a linear one, and a
small network with one hidden layer; together they make fewer mistakes than either. Both can say
what each word added. A model is kept as plain arrays, never as pickled code.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from webcare.domain.judgement.features import BLOCKS, Places, features
from webcare.domain.judgement.reading import Reading

FORMAT: Final = 1
WEIGHTS: Final = {"w": 1.5, "c": 0.5, "g": 1.2, "s": 0.4}
"""How long a message is in each block; found on writers that were left out of the training."""

Numbers = npt.NDArray[np.floating[Any]]
Rows = npt.NDArray[np.intp]


class UnreadableModel(ValueError):
    """These bytes are no model, or one of another format."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a head says: a chance for every answer, and what each word added to it."""

    chances: Mapping[str, float]
    shares: Mapping[str, Sequence[float]]

    @property
    def best(self) -> str:
        return max(self.chances, key=self.chances.__getitem__)

    @property
    def certainty(self) -> float:
        return self.chances[self.best]

    def because(self, answer: str, *, at_most: int = 5) -> list[int]:
        """The numbers of the words that speak most for `answer`, in the order of the text."""
        shares = self.shares[answer]
        strongest = sorted(range(len(shares)), key=lambda place: -shares[place])[:at_most]
        enough = max(0.0, max(shares, default=0.0) / 5)
        return sorted(place for place in strongest if shares[place] > enough)


@dataclass(frozen=True, slots=True)
class Head:
    """One question. `linear` has a row for each feature and a column for each answer.

    `hidden` leads to the units of the network and `out` from there to the answers; a head may do
    without. `sharpness` is what scores are multiplied with, so that 90 % certain is right nine
    times out of ten.
    """

    answers: tuple[str, ...]
    linear: Numbers
    intercepts: Numbers
    hidden: Numbers
    thresholds: Numbers
    out: Numbers
    offsets: Numbers
    sharpness: float = 1.0

    def weigh(self, rows: Rows, values: Numbers) -> tuple[Numbers, Numbers]:
        """The chance of every answer, and what each feature added to every answer."""
        parts = self.linear[rows].astype(np.float32) * values[:, None]
        chances = softmax(parts.sum(axis=0) + self.intercepts, self.sharpness)
        if not len(self.thresholds):
            return chances, parts
        pushes = self.hidden[rows].astype(np.float32) * values[:, None]
        units = pushes.sum(axis=0) + self.thresholds
        awake = units > 0
        network = softmax((units * awake) @ self.out + self.offsets, self.sharpness)
        return (chances + network) / 2, parts + (pushes * awake) @ self.out


@dataclass(frozen=True)
class Space:
    """Where messages lie: a number for every known feature, and how much it counts."""

    vocabulary: Mapping[str, int]
    gains: Numbers

    @cached_property
    def blocks(self) -> Rows:
        """The block of each feature, as its number in `BLOCKS`."""
        return np.array([BLOCKS.index(name[0]) for name in self.vocabulary], dtype=np.intp)

    def place(self, found: Mapping[str, Places]) -> tuple[Rows, Numbers, list[str]]:
        """The numbers of the known features, their values, and their names."""
        names = [name for name in found if name in self.vocabulary]
        rows = np.array([self.vocabulary[name] for name in names], dtype=np.intp)
        often = [1.0 + math.log(len(found[name]) or 1) for name in names]
        values = np.array(often, dtype=np.float32) * self.gains[rows]
        blocks = self.blocks[rows]
        lengths = np.sqrt(np.bincount(blocks, values * values, len(BLOCKS)))
        scale = np.array([WEIGHTS[block] for block in BLOCKS]) / np.maximum(lengths, 1e-9)
        return rows, (values * scale[blocks]).astype(np.float32), names


@dataclass(frozen=True)
class Model:
    """What judges: `heads` by the question they answer, `about` what is told of the training."""

    space: Space
    heads: Mapping[str, Head]
    about: Mapping[str, Any] = field(default_factory=dict)

    def ask(self, reading: Reading) -> dict[str, Answer]:
        """The answer of every head to a message."""
        found = features(reading)
        rows, values, names = self.space.place(found)
        places = [found[name] for name in names]
        answers = {}
        for name, head in self.heads.items():
            chances, parts = head.weigh(rows, values)
            # What counts for an answer is what sets it apart from the others.
            apart = parts - parts.mean(axis=1, keepdims=True)
            answers[name] = Answer(
                dict(zip(head.answers, chances.tolist(), strict=True)),
                _by_word(apart, places, len(reading.words), head.answers),
            )
        return answers

    def dump(self) -> bytes:
        """The model as bytes; `load` reads them back."""
        arrays: dict[str, Numbers] = {"gains": self.space.gains}
        for name, head in self.heads.items():
            for part in _ARRAYS:
                arrays[f"{name}.{part}"] = getattr(head, part).astype(np.float16)
        described = {
            "format": FORMAT,
            "heads": {name: [head.answers, head.sharpness] for name, head in self.heads.items()},
            "about": dict(self.about),
            "vocabulary": list(self.space.vocabulary),
        }
        text = np.frombuffer(json.dumps(described).encode(), dtype=np.uint8)
        stored = io.BytesIO()
        np.savez_compressed(stored, described=text, **arrays)  # type: ignore[arg-type]
        return stored.getvalue()

    @classmethod
    def load(cls, stored: bytes) -> Model:
        """Raises `UnreadableModel`."""
        try:
            with np.load(io.BytesIO(stored), allow_pickle=False) as arrays:
                described = json.loads(arrays["described"].tobytes())
                if described["format"] != FORMAT:
                    raise UnreadableModel(f"format {described['format']}")
                vocabulary = {name: row for row, name in enumerate(described["vocabulary"])}
                heads = {
                    name: Head(
                        answers=tuple(answers),
                        sharpness=sharpness,
                        **{part: arrays[f"{name}.{part}"] for part in _ARRAYS},
                    )
                    for name, (answers, sharpness) in described["heads"].items()
                }
                return cls(Space(vocabulary, arrays["gains"]), heads, described["about"])
        except _UNREADABLE as wrong:
            raise UnreadableModel(str(wrong)) from wrong


_ARRAYS: Final = ("linear", "intercepts", "hidden", "thresholds", "out", "offsets")
_UNREADABLE: Final = (
    KeyError,
    TypeError,
    ValueError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)


def softmax(scores: Numbers, sharpness: float) -> Numbers:
    """Chances that add up to one, along the last axis."""
    scores = scores * sharpness
    chances = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Numbers = chances / chances.sum(axis=-1, keepdims=True)
    return shares


def _by_word(
    parts: Numbers, places: Sequence[Places], words: int, answers: Sequence[str]
) -> dict[str, list[float]]:
    """What each word added to each answer; a feature of several words is shared among them."""
    lengths = [len(where) for where in places]
    owners = np.array([place for where in places for place in where], dtype=np.intp)
    shared = np.repeat(parts / np.maximum(lengths, 1)[:, None], lengths, axis=0)
    by_word = np.zeros((words, parts.shape[1]))
    np.add.at(by_word, owners, shared)
    return {answer: by_word[:, at].tolist() for at, answer in enumerate(answers)}
