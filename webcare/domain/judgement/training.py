"""How a model comes about: the examples are counted, weighed, and the certainty is set straight.

A chance is only worth its name on messages of a writer that the model has not seen. So models are
trained without some of the writers; from what those say about the writers left out come the
sharpness of every head and the bars for danger. The model that is kept learns from everybody.
"""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, NamedTuple

import numpy as np

from webcare.domain.judgement.examples import OWN, PLAIN, Example
from webcare.domain.judgement.features import Places, features
from webcare.domain.judgement.judge import TEAM, TONE, Bars
from webcare.domain.judgement.model import Head, Model, Numbers, Rows, Space, softmax
from webcare.domain.judgement.opinion import CRISIS, NO_ANSWER

FIRMNESS: Final = {TEAM: 20.0, TONE: 3.0}
STEPS: Final = 150
"""How far the linear weights may grow (scikit-learn's C), and in how many steps."""

MOST_WEIGHT: Final = 3.0

UNITS: Final = 32
ROUNDS: Final = 8
PORTION: Final = 128
LEARNING: Final = {"alpha": 1e-3, "learning_rate_init": 3e-3, "random_state": 1}
"""The network: its hidden units, how often it sees every example, and how it learns from them."""

NETWORKED: Final = frozenset({TEAM})
"""For the tone a network proved worse than the linear weights alone."""

SEEN_IN: Final = 2
"""A feature that fewer messages hold is no feature: it would only remember one of them."""

FOLDS: Final = 4
FALSE_ALARMS: Final = 0.02
"""The share of harmless messages that may raise an alarm."""

LEAST_ALARM: Final = 0.5
"""An alarm is at least more likely than not, however well harmless messages are told apart."""

LOOKS: Final = 0.2
"""The share of harmless messages that a person may be asked to look at for danger: more looks find
more, until nobody looks any more."""

_SHARPNESSES: Final = np.geomspace(0.3, 5, 40)
_LABELS: Final[Mapping[str, Callable[[Example], str]]] = {
    TEAM: lambda example: example.team,
    TONE: lambda example: example.tone,
}

Say = Callable[[str], None]


class TooFewExamples(ValueError):
    """There is not enough to learn from."""


class Lesson(NamedTuple):
    """An example with its features, counted once for all the models that are trained on it."""

    example: Example
    found: Mapping[str, Places]


def train(examples: Sequence[Example], *, say: Say = lambda line: None) -> Model:
    """A model of `examples`; takes a few minutes. Raises `TooFewExamples`."""
    lessons = [Lesson(example, features(example.reading)) for example in examples]
    writers = sorted({example.writer for example in examples} - {OWN, PLAIN})
    if len(writers) < 2:
        raise TooFewExamples(f"{len(lessons)} examples of {len(writers)} writers")
    say(f"Training with {len(lessons)} examples …")
    model = _fit(lessons)
    unseen: dict[str, list[Unseen]] = {name: [] for name in model.heads}
    for fold in range(min(FOLDS, len(writers))):
        left_out = set(writers[fold::FOLDS])
        say(f"Training without {', '.join(sorted(left_out))} …")
        others = _fit([one for one in lessons if one.example.writer not in left_out])
        asked = [one for one in lessons if one.example.writer in left_out]
        for name in model.heads:
            unseen[name].append(_ask(others, name, asked))
    straight, about = _set_straight(model.heads, unseen)
    return replace(model, heads=straight, about={**about, "examples": len(lessons)})


def _fit(lessons: Sequence[Lesson]) -> Model:
    space = _space(lessons)
    matrix = _matrix(space, lessons)
    heads = {}
    for name, label in _LABELS.items():
        known = [number for number, one in enumerate(lessons) if label(one.example)]
        labels = [label(lessons[number].example) for number in known]
        weights = [lessons[number].example.weight for number in known]
        heads[name] = _head(name, matrix[known], labels, weights)
    return Model(space, heads)


def _head(name: str, matrix: Any, labels: Sequence[str], weights: Sequence[float]) -> Head:
    # Only training needs it, and it takes seconds to load.
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    linear = LogisticRegression(C=FIRMNESS[name], class_weight=_balance(labels), max_iter=STEPS)
    with _stopped_early():
        linear.fit(matrix, labels, sample_weight=weights)
    head = Head(
        answers=tuple(map(str, linear.classes_)),
        linear=linear.coef_.T,
        intercepts=linear.intercept_,
        hidden=np.zeros((0, 0)),
        thresholds=np.zeros(0),
        out=np.zeros((0, 0)),
        offsets=np.zeros(0),
    )
    return _with_network(head, matrix, labels, weights) if name in NETWORKED else head


def _with_network(head: Head, matrix: Any, labels: Sequence[str], weights: Sequence[float]) -> Head:
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415

    portion = min(PORTION, len(labels))
    network = MLPClassifier((UNITS,), max_iter=ROUNDS, batch_size=portion, **LEARNING)
    with _stopped_early():
        network.fit(matrix, labels, sample_weight=weights)
    return replace(
        head,
        hidden=network.coefs_[0],
        thresholds=network.intercepts_[0],
        out=network.coefs_[1],
        offsets=network.intercepts_[1],
    )


def _balance(labels: Sequence[str]) -> dict[str, float]:
    """Every answer counts the same, but a team with two examples is not worth a thousand."""
    counts = Counter(labels)
    even = len(labels) / len(counts)
    return {answer: min(even / count, MOST_WEIGHT) for answer, count in counts.items()}


@contextmanager
def _stopped_early() -> Iterator[None]:
    """Longer training remembers more and understands less, so not having converged is no fault."""
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        yield


def _space(lessons: Sequence[Lesson]) -> Space:
    """Every feature that two messages hold; a rare one counts for more than a common one."""
    seen = Counter(name for lesson in lessons for name in lesson.found)
    kept = sorted(name for name, count in seen.items() if count >= SEEN_IN)
    gains = [
        1.0 if name.startswith("s:") else 1.0 + math.log((1 + len(lessons)) / (1 + seen[name]))
        for name in kept
    ]
    vocabulary = {name: row for row, name in enumerate(kept)}
    return Space(vocabulary, np.array(gains, dtype=np.float32))


def _matrix(space: Space, lessons: Sequence[Lesson]) -> Any:
    """A row for each lesson, sparse."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only training needs it

    placed = [space.place(lesson.found) for lesson in lessons]
    rows = np.repeat(np.arange(len(placed)), [len(found) for found, _, _ in placed])
    columns = np.concatenate([found for found, _, _ in placed])
    values = np.concatenate([values for _, values, _ in placed])
    return csr_matrix((values, (rows, columns)), shape=(len(lessons), len(space.vocabulary)))


@dataclass(frozen=True, slots=True)
class Unseen:
    """What a model says about writers that it did not learn from, for one head."""

    answers: tuple[str, ...]
    linear: Numbers
    network: Numbers
    truth: Rows

    def chances(self, sharpness: float) -> Numbers:
        return (softmax(self.linear, sharpness) + softmax(self.network, sharpness)) / 2

    def sharpness(self) -> float:
        """What makes the chances fit best how often they come true."""

        def surprise(sharpness: float) -> float:
            hit = self.chances(sharpness)[np.arange(len(self.truth)), self.truth]
            return float(-np.log(np.maximum(hit, 1e-9)).mean())

        return float(min(_SHARPNESSES, key=surprise))


def _ask(model: Model, name: str, lessons: Sequence[Lesson]) -> Unseen:
    head = model.heads[name]
    asked = [one for one in lessons if _LABELS[name](one.example) in head.answers]
    matrix = _matrix(model.space, asked)
    truth = [head.answers.index(_LABELS[name](one.example)) for one in asked]
    linear = network = matrix @ head.linear + head.intercepts
    if len(head.thresholds):
        units = np.maximum(matrix @ head.hidden + head.thresholds, 0)
        network = units @ head.out + head.offsets
    return Unseen(head.answers, linear, network, np.array(truth, dtype=np.intp))


def _set_straight(
    heads: Mapping[str, Head], unseen: Mapping[str, Sequence[Unseen]]
) -> tuple[dict[str, Head], dict[str, Any]]:
    """The heads with their sharpness; and the bars for danger, and how often they were right."""
    straight, right = {}, {}
    bars, found = Bars(), dict[str, float]()
    for name, head in heads.items():
        together = _together(unseen[name])
        straight[name] = replace(head, sharpness=together.sharpness())
        chances = together.chances(straight[name].sharpness)
        right[name] = round(float((chances.argmax(axis=1) == together.truth).mean()), 3)
        if name == TEAM:
            bars, found = _bars(together, chances)
    return straight, {"bars": asdict(bars), "dangers found": found, "right": right}


def _together(parts: Sequence[Unseen]) -> Unseen:
    alike = [part for part in parts if part.answers == parts[0].answers]
    return Unseen(
        parts[0].answers,
        np.concatenate([part.linear for part in alike]),
        np.concatenate([part.network for part in alike]),
        np.concatenate([part.truth for part in alike]),
    )


def _bars(team: Unseen, chances: Numbers) -> tuple[Bars, dict[str, float]]:
    """An alarm for what hardly a harmless message reaches; a look for what few of them do.

    With the share of the dangers that reach each of the two.
    """
    danger = chances[:, team.answers.index(CRISIS)]
    harmless = danger[team.truth == team.answers.index(NO_ANSWER)]
    dangers = danger[team.truth == team.answers.index(CRISIS)]
    likely = max(LEAST_ALARM, float(np.quantile(harmless, 1 - FALSE_ALARMS)))
    bars = Bars(likely=likely, possible=min(likely, float(np.quantile(harmless, 1 - LOOKS))))
    found = {name: round(float((dangers >= bar).mean()), 3) for name, bar in asdict(bars).items()}
    return bars, found
