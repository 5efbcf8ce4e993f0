from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import evaluation, examples
from webcare.domain.judgement.evaluation import Report
from webcare.domain.judgement.figures import Judged
from webcare.domain.judgement.reading import Reading

WANTED = ["info"] * 50 + ["none"] * 50


def report(*, wrong: int = 0, alarms: int = 0, unseen: int = 0) -> Report:
    """So many questions taken for noise, and so much noise taken for danger."""
    got = ["none"] * wrong + ["info"] * (50 - wrong)
    got += ["crisis"] * alarms + ["none"] * (50 - alarms)
    teams = Judged(WANTED, got)
    return Report(teams, teams, threats=0, unseen_threats=unseen, harmless=50, watched=0)


def test_a_model_is_no_worse_than_itself() -> None:
    assert not report(wrong=3, alarms=1, unseen=2).is_worse_than(
        report(wrong=3, alarms=1, unseen=2)
    )


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (report(wrong=5), report(wrong=3)),
        (report(unseen=1), report()),
        (report(unseen=1), report(wrong=20)),
        (report(alarms=1), report(wrong=20)),
    ],
    ids=["more mistakes", "a threat unseen", "and few mistakes", "a false alarm"],
)
def test_a_model_is_worse_where_it_matters(worse: Report, better: Report) -> None:
    assert worse.is_worse_than(better)


def test_one_message_in_a_thousand_is_chance() -> None:
    many = Judged(WANTED * 20, WANTED * 20)
    one_wrong = Judged(many.wanted, ["none", *many.got[1:]])

    before = replace(report(), teams=many)
    assert not replace(report(), teams=one_wrong).is_worse_than(before)


def test_every_message_is_judged() -> None:
    reached = evaluation.evaluate(made_up.model({"rooster": {"info": 1.0}}))

    lines = evaluation.lines()
    assert len(reached.teams.wanted) == len(reached.tones.got) == len(lines)
    assert reached.threats == sum(line["team"] == "crisis" for line in lines)
    assert json.loads(json.dumps(reached.as_json())) == reached.as_json()


def test_no_model_has_learned_from_what_it_is_tested_with() -> None:
    learned = {" ".join(one.reading.words) for one in examples.written()}
    tested = [line["text"] for line in evaluation.lines()]

    known = [Reading(text) for text in tested]
    assert [
        one.text for one in known if len(one.words) > 3 and " ".join(one.words) in learned
    ] == []
