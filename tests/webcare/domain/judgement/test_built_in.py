"""The model that comes with the product: light enough to run anywhere, and no fool."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from pytest_socket import SocketBlockedError, disable_socket, enable_socket

from governance.domain.routing import Utterance
from governance.models.routing import Threat
from monitoring.domain import threat
from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import Judgement, versions
from webcare.domain.judgement.judge import TEAM, TONE, LearnedJudge
from webcare.domain.judgement.model import Model
from webcare.domain.judgement.reading import Known

MEGABYTES = 20
SECONDS_TO_LOAD = 3.0
SECONDS_TO_JUDGE = 0.02
BUSY_AT_MOST = 10
"""Times as long as twenty ordinary messages."""

COLLEGE = Known(
    names=("ROC De Waterlanden", "De Waterlanden"),
    accounts=("@rocdewaterlanden",),
    places=("Purmerend",),
)
SENTENCES = [
    ("Waar kan ik het rooster voor volgende week vinden?", "info"),
    ("Hoe meld ik mijn dochter ziek voor morgen?", "info"),
    ("@rocdewaterlanden what time does the open day start?", "info"),
    ("Ik kan niet inloggen in Teams, wie kan mij helpen?", "info"),
    (
        "Wat een slechte communicatie, ik wacht al drie weken op antwoord van De Waterlanden",
        "comms",
    ),
    (
        "Complimenten voor alle docenten van ROC De Waterlanden, wat een mooie diploma-uitreiking!",
        "comms",
    ),
    ("Ik ben journalist bij het dagblad en wil graag een reactie van het bestuur", "press"),
    (
        "Voor een uitzending zoeken wij een woordvoerder van De Waterlanden, wie kan ik bellen?",
        "press",
    ),
    ("haha @jan kijk dit ben jij gisteren in de kantine 😂", "none"),
    ("ik ga dood van het lachen 😂😂", "none"),
    ("er ligt een bom in de school", "crisis"),
]
PLAIN_DANGER = [
    "morgen neem ik een vuurwapen mee naar school en schiet ik iedereen neer",
    "Ik schiet jullie allemaal dood",
    "ik ga een einde aan mijn leven maken",
    "ik wil niet meer leven, morgen is het voorbij",
    "I will shoot everyone at school tomorrow",
]
PLAIN_NOTHING = ["mooie foto", "Lekker weertje vandaag", "goedemorgen allemaal", "Fijn weekend!"]


def judged(text: str) -> Judgement:
    level, words = threat.screen(text)
    utterance = Utterance(text, "guusje", "x", threat=level, threat_words=words)
    (judgement,) = LearnedJudge(versions.built_in(), COLLEGE).judge([utterance])
    assert judgement
    return judgement


def best_of_five(step: Callable[[], Any]) -> float:
    """Seconds; the best, for a machine that is busy with something else says nothing."""
    taken = []
    for _ in range(5):
        started_at = time.perf_counter()
        step()
        taken.append(time.perf_counter() - started_at)
    return min(taken)


def test_it_is_small_enough_to_come_along() -> None:
    assert versions.BUILT_IN.stat().st_size < MEGABYTES * 1_000_000


def test_it_is_there_at_once() -> None:
    stored = versions.BUILT_IN.read_bytes()

    assert best_of_five(lambda: Model.load(stored)) < SECONDS_TO_LOAD


def test_it_judges_in_a_blink() -> None:
    """Generous, for slow machines; `make bench` holds the figure itself."""
    judge = LearnedJudge(versions.built_in(), COLLEGE)
    utterances = [Utterance(text) for text, _ in SENTENCES * 5]

    assert best_of_five(lambda: judge.judge(utterances)) / len(utterances) < SECONDS_TO_JUDGE


@pytest.mark.parametrize(
    "text", ["@" * 2_000, "a" * 40_000, "😂" * 2_000, "#a" * 1_000, "a b " * 500]
)
def test_no_message_keeps_it_busy(text: str) -> None:
    """Held against twenty ordinary messages at the same moment: a slow machine is no fault."""
    judge = LearnedJudge(versions.built_in(), COLLEGE)
    ordinary = [Utterance(sentence) for sentence, _ in (SENTENCES * 2)[:20]]

    busy = best_of_five(lambda: judge.judge([Utterance(text)]))

    assert busy < BUSY_AT_MOST * best_of_five(lambda: judge.judge(ordinary))


def test_it_needs_no_network() -> None:
    stored = versions.BUILT_IN.read_bytes()
    disable_socket()
    try:
        judgements = LearnedJudge(Model.load(stored), COLLEGE).judge([Utterance("Waar is dat?")])
    except SocketBlockedError:  # pragma: no cover - the failure
        pytest.fail("it wanted to call somebody")
    finally:
        enable_socket()
    assert judgements[0]


def test_judging_does_not_load_what_only_training_needs() -> None:
    """scikit-learn costs seconds and a hundred megabytes; a worker should never pay for it."""
    code = (
        "import django, sys; django.setup();"
        "from webcare.domain import triage;"
        "from webcare.domain.judgement import versions;"
        "versions.built_in();"
        "print('sklearn' in sys.modules, 'scipy' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "False"]


def test_it_answers_with_our_teams_and_tones() -> None:
    heads = versions.built_in().heads

    assert set(heads[TEAM].answers) == set(made_up.TEAMS)
    assert set(heads[TONE].answers) == set(made_up.TONES)


def test_it_tells_how_it_did_on_writers_that_it_did_not_learn_from() -> None:
    right = versions.built_in().about["right"]

    assert right[TEAM] > 0.8
    assert right[TONE] > 0.7


@pytest.mark.parametrize(("text", "team"), SENTENCES)
def test_plain_words_go_where_a_person_would_send_them(text: str, team: str) -> None:
    judgement = judged(text)

    assert judgement.team == team
    assert judgement.words


@pytest.mark.parametrize(("text", "team"), SENTENCES)
def test_danger_is_seen_and_a_question_is_none(text: str, team: str) -> None:
    judgement = judged(text)

    assert (judgement.threat == Threat.LIKELY) == (team == "crisis")
    assert bool(judgement.threat_words) == (judgement.threat != Threat.NONE)


@pytest.mark.parametrize("text", PLAIN_DANGER)
def test_danger_in_plain_words_is_an_alarm(text: str) -> None:
    judgement = judged(text)

    assert (judgement.team, judgement.threat) == ("crisis", Threat.LIKELY)


@pytest.mark.parametrize("text", PLAIN_NOTHING)
def test_a_word_about_nothing_is_no_alarm(text: str) -> None:
    assert judged(text).threat != Threat.LIKELY


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Wat een waardeloze school, ik ben er helemaal klaar mee", "negative"),
        ("Wat een geweldige open dag, heel erg bedankt!", "positive"),
        ("Hoe laat begint de open dag?", "neutral"),
    ],
)
def test_the_tone_is_heard(text: str, tone: str) -> None:
    assert judged(text).sentiment == tone
