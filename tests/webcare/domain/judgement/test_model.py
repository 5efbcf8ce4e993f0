from __future__ import annotations

import io
import json
import math
import pickle
from typing import Any

import numpy as np
import pytest

from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement.judge import TEAM, TONE
from webcare.domain.judgement.model import Answer, Model, UnreadableModel
from webcare.domain.judgement.reading import Reading

QUESTION = Reading("Waar is het rooster van de stage?")


def stored(**described: Any) -> bytes:
    """A file that begins like a model."""
    text = np.frombuffer(json.dumps(described).encode(), dtype=np.uint8)
    file = io.BytesIO()
    np.savez(file, described=text)
    return file.getvalue()


def test_the_chances_of_the_answers_add_up_to_one(small: Model) -> None:
    for name, answer in small.ask(QUESTION).items():
        assert sum(answer.chances.values()) == pytest.approx(1, abs=1e-5), name


def test_a_model_answers_what_its_words_say() -> None:
    model = made_up.model({"rooster": {"info": 3.0}, "fijn": {"positive": 3.0}})

    answers = model.ask(Reading("fijn rooster"))

    assert (answers[TEAM].best, answers[TONE].best) == ("info", "positive")
    assert answers[TEAM].certainty == max(answers[TEAM].chances.values()) > 0.5


def test_a_model_that_knows_no_word_holds_every_answer_equal() -> None:
    answer = made_up.model({"rooster": {"info": 3.0}}).ask(Reading("iets heel anders"))[TEAM]

    assert list(answer.chances.values()) == pytest.approx([0.2] * 5)
    assert answer.because("info") == []


def test_what_the_words_add_up_to_is_what_sets_two_answers_apart() -> None:
    model = made_up.model(
        {"rooster": {"info": 3.0, "comms": 1.0}, "slecht": {"comms": 2.0}, "het": {"none": 0.5}}
    )

    answer = model.ask(Reading("het slecht rooster"))[TEAM]

    apart = sum(answer.shares["comms"]) - sum(answer.shares["info"])
    odds = answer.chances["comms"] / answer.chances["info"]
    assert apart == pytest.approx(math.log(odds), abs=1e-4)


def test_every_word_has_a_share_in_every_answer(small: Model) -> None:
    answer = small.ask(QUESTION)[TEAM]

    assert set(answer.shares) == set(answer.chances)
    assert {len(shares) for shares in answer.shares.values()} == {len(QUESTION.words)}


def test_the_words_that_say_most_are_told_in_the_order_of_the_text() -> None:
    answer = Answer({"info": 1.0}, {"info": [0.5, -2.0, 0.9, 0.01, 0.7]})

    assert answer.because("info") == [0, 2, 4]
    assert answer.because("info", at_most=2) == [2, 4]


def test_words_that_say_nothing_are_not_told() -> None:
    assert Answer({"info": 1.0}, {"info": [0.0, -1.0]}).because("info") == []
    assert Answer({"info": 1.0}, {"info": []}).because("info") == []


def test_a_model_says_the_same_after_a_stay_on_disk(small: Model) -> None:
    back = Model.load(small.dump())

    before, after = small.ask(QUESTION), back.ask(QUESTION)
    assert back.about == small.about
    for name in before:
        assert after[name].chances == pytest.approx(before[name].chances, abs=0.01)
        assert after[name].because(after[name].best) == before[name].because(before[name].best)


def test_a_model_without_network_can_be_kept_too() -> None:
    model = made_up.model({"rooster": {"info": 3.0}}, about={"bars": {"likely": 0.4}})

    back = Model.load(model.dump())

    assert back.ask(QUESTION)[TEAM].best == "info"
    assert back.about == {"bars": {"likely": 0.4}}


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"no model at all",
        b"PK\x03\x04 nor a zip",
        stored(format=1),
        stored(format=1, vocabulary=[], heads={"team": [["info"], 1.0]}, about={}),
        stored(vocabulary=[], heads={}, about={}),
    ],
)
def test_what_is_no_model_is_refused(wrong: bytes) -> None:
    with pytest.raises(UnreadableModel):
        Model.load(wrong)


def test_a_model_of_another_format_is_refused(small: Model) -> None:
    with pytest.raises(UnreadableModel, match="format 999"):
        Model.load(stored(format=999, vocabulary=[], heads={}, about={}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_model_that_was_cut_off_is_refused(small: Model, share: float) -> None:
    whole = small.dump()

    with pytest.raises(UnreadableModel):
        Model.load(whole[: int(len(whole) * share)])


@pytest.mark.parametrize("share", [0.02, 0.2, 0.4, 0.6, 0.8])
def test_a_model_that_was_damaged_is_refused(small: Model, share: float) -> None:
    damaged = bytearray(small.dump())
    place = int(len(damaged) * share)
    damaged[place : place + 30] = bytes(byte ^ 0xFF for byte in damaged[place : place + 30])

    with pytest.raises(UnreadableModel):
        Model.load(bytes(damaged))


class Bomb:
    """Tells when somebody unpickles it."""

    went_off = False

    def __reduce__(self) -> tuple[Any, ...]:
        return (setattr, (Bomb, "went_off", True))


def test_nothing_that_is_pickled_is_ever_run() -> None:
    in_an_array = io.BytesIO()
    np.savez(in_an_array, described=np.array([Bomb()], dtype=object))

    for wrong in (pickle.dumps(Bomb()), in_an_array.getvalue()):
        with pytest.raises(UnreadableModel):
            Model.load(wrong)
    assert not Bomb.went_off
