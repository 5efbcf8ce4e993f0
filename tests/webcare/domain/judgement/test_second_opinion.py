"""A language model beside the own judge: when it is asked, what it hears, what it may change."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from pytest_django import Settings

from connectors.language_model import LanguageModel
from governance.domain.routing import Utterance
from governance.models.routing import Threat
from people.models import Institution, Team
from tests.connectors import completions
from tests.connectors.wire import Wire, open_wire
from webcare.domain.judgement import Judgement, NoOpinion, breaker, second_opinion
from webcare.domain.judgement.opinion import NO_ANSWER, Second
from webcare.domain.judgement.question import Answer
from webcare.domain.judgement.second_opinion import ALONE, AT_MOST, SecondOpinion, weighed

pytestmark = pytest.mark.django_db
DOUBT = Judgement("info", 0.5, words=("rooster",), sentiment="neutral", sentiment_certainty=0.9)
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


class Says:
    """An own judge that says what it is told to, about one message after the other."""

    def __init__(self, *judgements: Judgement | None) -> None:
        self._judgements = judgements

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        return list(self._judgements)


@pytest.fixture(autouse=True)
def well_rested() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def wire() -> Iterator[Wire]:
    with open_wire() as opened:
        yield opened


@pytest.fixture
def model(wire: Wire, info: Team, comms: Team, crisis: Team) -> LanguageModel:
    return LanguageModel(wire.url, "small-1", timeout=0.3)


def judge(
    model: LanguageModel, *own: Judgement | None, text: str = "Hoi"
) -> list[Judgement | None]:
    return SecondOpinion(Says(*own), model).judge([Utterance(text, platform="x")] * len(own))


def one(model: LanguageModel, own: Judgement = DOUBT) -> Judgement:
    (judged,) = judge(model, own)
    assert judged
    return judged


# --- who is asked --------------------------------------------------------------------------------


def test_without_an_address_the_own_judge_judges_alone(settings: Settings) -> None:
    own = NoOpinion()

    assert second_opinion.beside(own) is own


def test_with_an_address_the_language_model_that_is_set_up_is_asked(settings: Settings) -> None:
    settings.LANGUAGE_MODEL_URL = "https://models.example/v1"
    settings.LANGUAGE_MODEL_NAME = "small-1"
    settings.LANGUAGE_MODEL_KEY = "sk-1"
    settings.LANGUAGE_MODEL_TIMEOUT = 3.0
    own = NoOpinion()

    both = second_opinion.beside(own)

    assert both == SecondOpinion(
        own, LanguageModel("https://models.example/v1", "small-1", key="sk-1", timeout=3.0)
    )


def test_what_the_own_judge_is_sure_of_is_not_asked(model: LanguageModel, wire: Wire) -> None:
    sure = replace(DOUBT, certainty=0.8)

    assert judge(model, sure, None) == [sure, None]
    assert wire.asked == []


def test_a_possible_threat_is_asked_however_sure_the_team_is(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged())

    one(model, replace(DOUBT, certainty=0.95, threat=Threat.POSSIBLE))

    assert len(wire.asked) == 1


def test_an_alarm_waits_for_nobody(model: LanguageModel, wire: Wire) -> None:
    alarm = Judgement("crisis", 0.9, threat=Threat.LIKELY)

    assert judge(model, DOUBT, alarm) == [DOUBT, alarm]
    assert wire.asked == []


def test_nobody_is_asked_while_a_transaction_is_open(model: LanguageModel, wire: Wire) -> None:
    with transaction.atomic():
        assert judge(model, DOUBT) == [DOUBT]

    assert wire.asked == []


def test_of_many_doubtful_messages_the_most_doubtful_are_asked(
    model: LanguageModel, wire: Wire
) -> None:
    for _ in range(AT_MOST):
        wire.answers(completions.judged("comms"))
    doubts = [replace(DOUBT, certainty=0.1 + place / 100) for place in range(30)]
    watched = replace(DOUBT, certainty=0.9, threat=Threat.POSSIBLE)

    judged = judge(model, *doubts, watched)

    asked = [place for place, found in enumerate(judged) if found and found.second]
    assert asked == [*range(AT_MOST - 1), 30]


# --- what it is told -----------------------------------------------------------------------------


def test_nothing_that_points_to_a_person_leaves_the_house(
    model: LanguageModel, wire: Wire, college: Institution
) -> None:
    college.public_figures = ["Jeroen Bakker"]
    college.save()
    wire.answers(completions.judged())
    text = (
        "@rocdewaterlanden waarom zegt Bakker niets tegen guusje? mijn nr is s2034567, "
        "bel 06-12345678 of mail guusje.vandam@student.example.nl, iban NL91ABNA0417164300, zie "
        "https://x.com/guusje1999/status/1 gr Guusje van Dam"
    )
    utterance = Utterance(
        text,
        author="guusje1999",
        author_name="Guusje van Dam",
        platform="x",
        lang="nl",
        terms=frozenset({"klachten"}),
    )

    SecondOpinion(Says(DOUBT), model).judge([utterance])

    (asked,) = wire.asked
    told = asked.json["messages"][1]["content"]
    assert json.loads(told) == {
        "platform": "x",
        "message": "[account] waarom zegt [name] niets tegen [name]? mijn nr is s[number], "
        "bel [number] of mail [e-mail], iban [iban], zie [link] gr [name]",
    }
    for secret in ("guusje", "dam", "bakker", "2034567", "12345678", "abna", "klachten"):
        assert secret not in asked.body.lower()


def test_only_teams_that_answer_people_can_be_chosen(model: LanguageModel, wire: Wire) -> None:
    wire.answers(completions.judged())

    one(model)

    schema = wire.asked[0].json["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["team"]["enum"] == ["comms", "info", "none"]


# --- what it may change --------------------------------------------------------------------------


def test_two_judges_who_agree_may_be_sure(model: LanguageModel, wire: Wire) -> None:
    wire.answers(completions.judged("info", certainty=0.9))

    assert one(model) == replace(DOUBT, certainty=0.9, second=Second("small-1", agrees=True))


def test_a_language_model_that_is_surer_decides_but_is_never_sure(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged("comms", certainty=1.0))

    judged = one(model)

    assert (judged.team, judged.certainty, judged.words) == ("comms", ALONE, ())
    assert judged.second == Second("small-1", agrees=False, decides=True)


def test_a_language_model_that_is_less_sure_only_thinks_otherwise(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged("comms", certainty=0.4))

    assert one(model) == replace(DOUBT, second=Second("small-1", agrees=False))


def test_a_sure_team_stands_also_when_a_possible_threat_is_asked(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged("comms", certainty=1.0))

    assert one(model, replace(DOUBT, certainty=0.85, threat=Threat.POSSIBLE)).team == "info"


def test_no_message_is_filed_away_because_a_language_model_agrees(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged(NO_ANSWER, certainty=1.0))

    judged = one(model, Judgement(NO_ANSWER, 0.6))

    assert (judged.team, judged.certainty) == (NO_ANSWER, ALONE)


def test_a_language_model_may_raise_danger(model: LanguageModel, wire: Wire) -> None:
    wire.answers(completions.judged("info", danger=True))

    judged = one(model)

    assert (judged.threat, judged.threat_words) == (Threat.POSSIBLE, ("rooster",))
    assert judged.second == Second("small-1", agrees=True, alarmed=True)


def test_who_would_send_it_to_the_crisis_team_raises_danger_and_moves_nothing(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged("crisis", certainty=1.0))

    judged = one(model)

    assert (judged.team, judged.certainty, judged.threat) == ("info", 0.5, Threat.POSSIBLE)


@pytest.mark.parametrize("danger", [True, False])
@pytest.mark.parametrize("threat", [Threat.POSSIBLE, Threat.LIKELY])
@pytest.mark.parametrize("team", ["info", "comms", NO_ANSWER])
def test_a_language_model_never_takes_danger_away(team: str, threat: Threat, danger: bool) -> None:
    own = replace(DOUBT, threat=threat, threat_certainty=0.3, threat_words=("bom",))

    judged = weighed(own, Answer(team, danger, "positive", 1.0), "m", "bom")

    assert (judged.threat, judged.threat_words) == (threat, ("bom",))
    assert judged.threat_certainty == 0.3


def test_a_tone_that_the_own_judge_doubts_is_taken_from_the_language_model(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.judged(tone="negative", certainty=0.7))

    judged = one(model, replace(DOUBT, sentiment_certainty=0.5))

    assert (judged.sentiment, judged.sentiment_certainty) == ("negative", 0.7)


# --- when it fails -------------------------------------------------------------------------------

FAILURES: dict[str, Callable[[Wire], None]] = {
    "TooManyCalls (429)": lambda wire: wire.answers(completions.RATE_LIMIT, 429),
    "OutcomeUnknown (500)": lambda wire: wire.answers(completions.SERVER_ERROR, 500),
    "AuthExpired (401)": lambda wire: wire.answers(completions.WRONG_KEY, 401),
    "OutcomeUnknown": lambda wire: wire.answers("<html>Sign in</html>"),
    "UnreadableAnswer": lambda wire: wire.answers(completions.completion("It is for info.")),
    "UnreadableAnswer ": lambda wire: wire.answers(completions.judged("admin")),
    "Rejected": lambda wire: wire.answers(completions.refusal()),
    "Rejected ": lambda wire: wire.answers(completions.tool_call()),
    "OutcomeUnknown ": lambda wire: wire.cuts(),
    "OutcomeUnknown  ": lambda wire: wire.hangs(),
}


@pytest.mark.parametrize("kind", FAILURES)
def test_whatever_goes_wrong_leaves_the_own_judgement_and_one_line_in_the_log(
    model: LanguageModel, wire: Wire, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    FAILURES[kind](wire)

    assert judge(model, DOUBT, text="een geheim") == [DOUBT]

    (line,) = caplog.messages
    assert line == (f"The language model did not help with 1 of 1 messages: {kind.strip()} 1x.")


def test_one_failure_does_not_keep_the_others_from_their_answers(
    model: LanguageModel, wire: Wire
) -> None:
    wire.answers(completions.SERVER_ERROR, 500)
    wire.answers(completions.judged("comms"))

    judged = judge(model, DOUBT, DOUBT)

    assert sorted(found.team for found in judged if found) == ["comms", "info"]


def test_a_batch_ends_with_its_time(
    model: LanguageModel, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_opinion, "BUDGET", 0.3)
    for _ in range(10):
        wire.hangs()

    assert judge(replace(model, timeout=10.0), *[DOUBT] * 10) == [DOUBT] * 10
    assert len(wire.asked) == second_opinion.AT_ONCE


def test_who_keeps_failing_is_left_alone_for_a_while(
    model: LanguageModel, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    with time_machine.travel(NOON, tick=False) as clock, caplog.at_level(logging.WARNING):
        for _ in range(breaker.FAILURES + 1):
            judge(model, DOUBT)
        assert len(wire.asked) == breaker.FAILURES
        assert "The language model is left alone for 5 minutes." in caplog.messages

        clock.shift(timedelta(seconds=breaker.REST_SECONDS + 1))
        wire.answers(completions.judged("comms"))
        assert one(model).team == "comms"


def test_after_its_rest_one_failure_is_enough(model: LanguageModel, wire: Wire) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        judge(model, *[DOUBT] * breaker.FAILURES)
        clock.shift(timedelta(seconds=breaker.REST_SECONDS + 1))
        judge(model, DOUBT)

        assert breaker.is_resting()


def test_failures_that_are_not_in_a_row_do_no_harm(model: LanguageModel, wire: Wire) -> None:
    for _ in range(breaker.FAILURES):
        wire.answers(completions.SERVER_ERROR, 500)
        wire.answers(completions.judged())

    for _ in range(breaker.FAILURES * 2):
        judge(model, DOUBT)

    assert not breaker.is_resting()


def test_when_the_shared_count_of_failures_is_away_the_own_judgement_stays(
    model: LanguageModel, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = {"BACKEND": "django.core.cache.backends.memcached.Nothing", "LOCATION": ""}
    settings.CACHES = {**settings.CACHES, "default": nowhere}

    with caplog.at_level(logging.ERROR):
        assert one(model) == DOUBT

    assert "could not be asked" in caplog.text
