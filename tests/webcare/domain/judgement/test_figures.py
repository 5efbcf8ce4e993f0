from __future__ import annotations

import pytest

from webcare.domain.judgement import evaluation, figures
from webcare.domain.judgement.figures import Judged


def test_perfect_answers_score_one() -> None:
    labels = list(figures.LABELS)

    judged = Judged(labels, labels)

    assert (judged.macro_f1, judged.threats_missed, judged.false_alarms) == (1.0, 0, 0)


def test_a_missed_threat_and_a_false_alarm_are_counted_apart() -> None:
    judged = Judged(["crisis", "none", "info"], ["info", "crisis", "info"])

    assert (judged.threats_missed, judged.false_alarms) == (1, 1)


def test_precision_and_recall_are_per_label() -> None:
    judged = Judged(["info", "info", "none"], ["info", "none", "none"])

    info = next(one for one in judged.classes() if one.label == "info")

    assert (info.precision, info.recall) == (1.0, 0.5)
    assert info.f1 == pytest.approx(2 / 3)


def test_every_line_of_the_evaluation_set_is_complete() -> None:
    lines = evaluation.lines()

    ids = [line["id"] for line in lines]
    assert len(ids) == len(set(ids)) == 400
    assert {line["team"] for line in lines} == set(figures.LABELS)
    assert all(line["text"] for line in lines)
