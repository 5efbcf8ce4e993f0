from __future__ import annotations

from collections import Counter

import pytest

from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import training
from webcare.domain.judgement.examples import OWN, Example
from webcare.domain.judgement.judge import TEAM, TONE
from webcare.domain.judgement.model import Model
from webcare.domain.judgement.reading import Reading
from webcare.domain.judgement.training import TooFewExamples


@pytest.mark.parametrize(
    ("text", "team", "tone"),
    [
        ("waar vind ik het magazijn?", "info", "neutral"),
        ("schandalig slecht geregeld met het magazijn, ik ben boos", "comms", "negative"),
        ("geweldig gedaan met het magazijn, heel veel lof", "comms", "positive"),
        ("ik schrijf voor de krant over het magazijn", "press", "neutral"),
        ("met een geweer schiet ik iedereen neer", "crisis", "negative"),
        ("haha grappig dit ben jij", "none", "positive"),
    ],
)
def test_what_was_shown_is_learned(small: Model, text: str, team: str, tone: str) -> None:
    answers = small.ask(Reading(text))

    assert (answers[TEAM].best, answers[TONE].best) == (team, tone)


def test_a_sure_answer_follows_from_its_words(small: Model) -> None:
    reading = Reading("morgen schiet ik met een geweer")

    told = small.ask(reading)[TEAM].because("crisis")

    assert {"schiet", "geweer"} <= {reading.words[place] for place in told}


def test_a_model_tells_how_it_did_on_writers_that_it_did_not_learn_from(small: Model) -> None:
    right = small.about["right"]

    assert small.about["examples"] == len(made_up.examples())
    assert right[TEAM] > 0.9
    assert right[TONE] > 0.9


def test_chances_come_from_writers_that_were_left_out() -> None:
    """Two who mean opposite things with the same words cannot be told by their words."""
    turned = {"info": "none", "none": "press", "press": "info"}
    bob = [
        Example(one.reading, "bob", turned.get(one.team, one.team), one.tone)
        for one in made_up.examples("ria")
    ]

    model = training.train([*made_up.examples("ria"), *bob])

    assert model.about["right"][TEAM] < 0.5
    assert model.ask(Reading("waar vind ik het rooster?"))[TEAM].certainty < 0.8


def test_the_bars_for_danger_are_in_order(small: Model) -> None:
    bars = small.about["bars"]

    assert 0 < bars["possible"] <= bars["likely"] < 1


@pytest.mark.parametrize("writers", [0, 1])
def test_one_writer_is_too_few_to_learn_from(writers: int) -> None:
    examples = made_up.examples("ria") if writers else []

    with pytest.raises(TooFewExamples):
        training.train(examples)


def test_what_was_put_right_here_is_no_writer_of_its_own() -> None:
    own = [Example(one.reading, OWN, one.team, one.tone) for one in made_up.examples("bob")]

    with pytest.raises(TooFewExamples):
        training.train([*made_up.examples("ria"), *own])


def test_what_was_put_right_here_changes_the_answer(small: Model) -> None:
    """A word that nobody wrote about before, and that the college wants with its press team."""
    question = Reading("waar vind ik het vaandel?")
    own = [
        Example(Reading(f"waar vind ik het vaandel {end}?"), OWN, "press", weight=3.0)
        for end in ("", "nu", "hier", "straks", "weer", "dan")
    ]

    model = training.train([*made_up.examples(), *own])

    assert small.ask(question)[TEAM].best == "info"
    assert model.ask(question)[TEAM].best == "press"
    assert model.ask(Reading("waar vind ik de klok?"))[TEAM].best == "info"
    assert model.about["examples"] == len(made_up.examples()) + len(own)


def test_a_team_of_the_colleges_own_can_be_learned() -> None:
    own = [
        Example(Reading(f"de alumni van {year} zoeken elkaar"), OWN, "alumni", weight=3.0)
        for year in ("toen", "vroeger", "gisteren", "ooit")
    ]

    model = training.train([*made_up.examples(), *own])

    assert model.ask(Reading("waar zijn de alumni van toen"))[TEAM].best == "alumni"


def test_training_tells_how_far_it_is() -> None:
    said: list[str] = []

    training.train(made_up.examples("ria", "bob"), say=said.append)

    assert len(said) == 3
    assert "120 examples" in said[0]
    assert [line for line in said if "without" in line and "bob" in line]


def test_what_only_one_message_holds_is_not_remembered() -> None:
    examples = made_up.examples()
    seen = Counter(word for one in examples for word in set(one.reading.words))
    rare = Example(Reading("koekoeksklok"), "ria", "info", "neutral")

    model = training.train([*examples, rare])

    assert seen["koekoeksklok"] == 0
    assert "w:koekoeksklok" not in model.space.vocabulary
    assert "w:rooster" in model.space.vocabulary
