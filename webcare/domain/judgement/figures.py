"""Precision, recall and the confusion matrix of a router's answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LABELS = ("info", "comms", "press", "crisis", "none")
ALARM = "crisis"
HARMLESS = "none"


@dataclass(frozen=True, slots=True)
class Class:
    """How one label was found."""

    label: str
    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """The answers (`got`) held against the labels (`wanted`)."""

    wanted: Sequence[str]
    got: Sequence[str]
    labels: Sequence[str] = LABELS

    @property
    def confusion(self) -> Counter[tuple[str, str]]:
        """How often (wanted, got) occurred."""
        return Counter(zip(self.wanted, self.got, strict=True))

    def classes(self) -> Iterator[Class]:
        confusion = self.confusion
        for label in self.labels:
            right = confusion[label, label]
            said = sum(confusion[other, label] for other in self.labels)
            meant = sum(confusion[label, other] for other in self.labels)
            yield Class(label, right / said if said else 0, right / meant if meant else 0, meant)

    @property
    def macro_f1(self) -> float:
        found = [one.f1 for one in self.classes() if one.count]
        return sum(found) / len(found)

    @property
    def threats_missed(self) -> int:
        return sum(w == ALARM != g for w, g in zip(self.wanted, self.got, strict=True))

    @property
    def false_alarms(self) -> int:
        """Harmless messages that raised an alarm."""
        return self.confusion[HARMLESS, ALARM]


def table(judged: Judged) -> str:
    """The confusion matrix (rows: label, columns: answer) and the figures per label."""
    width = 8
    lines = ["label".ljust(width) + "".join(f"→{label}".rjust(width) for label in judged.labels)]
    lines[0] += "".join(head.rjust(11) for head in ("precision", "recall", "F1"))
    confusion = judged.confusion
    for one in judged.classes():
        cells = "".join(str(confusion[one.label, got]).rjust(width) for got in judged.labels)
        shares = "".join(f"{share:11.2f}" for share in (one.precision, one.recall, one.f1))
        lines.append(one.label.ljust(width) + cells + shares)
    return "\n".join(lines)
