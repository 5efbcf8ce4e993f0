from __future__ import annotations

import pytest

from governance.domain.routing import Utterance
from governance.models.routing import Threat
from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import Judgement, NoOpinion
from webcare.domain.judgement.judge import Bars, LearnedJudge
from webcare.domain.judgement.reading import NOBODY, Known

MODEL = made_up.model(
    {
        "rooster": {"info": 4.0, "neutral": 2.0},
        "geweer": {"crisis": 6.0, "negative": 3.0},
        "mes": {"crisis": 1.0},
        "xschool": {"info": 1.0},
    },
    about={"bars": {"likely": 0.6, "possible": 0.3}},
)


def judged(text: str, threat: Threat = Threat.NONE, *words: str) -> Judgement:
    utterance = Utterance(text, threat=threat, threat_words=words)
    (judgement,) = LearnedJudge(MODEL, NOBODY).judge([utterance])
    assert judgement
    return judgement


@pytest.mark.parametrize(
    ("chance", "screened", "level"),
    [
        (0.0, Threat.NONE, Threat.NONE),
        (0.29, Threat.NONE, Threat.NONE),
        (0.3, Threat.NONE, Threat.POSSIBLE),
        (0.59, Threat.NONE, Threat.POSSIBLE),
        (0.6, Threat.NONE, Threat.LIKELY),
        (0.0, Threat.POSSIBLE, Threat.NONE),
        (0.0, Threat.LIKELY, Threat.POSSIBLE),
        (0.6, Threat.LIKELY, Threat.LIKELY),
    ],
)
def test_two_bars_and_the_word_screen_say_how_grave_it_is(
    chance: float, screened: str, level: Threat
) -> None:
    assert Bars(likely=0.6, possible=0.3).level(chance, screened) == level


def test_the_bars_come_with_the_model() -> None:
    assert LearnedJudge(MODEL, NOBODY).bars == Bars(likely=0.6, possible=0.3)
    assert LearnedJudge(made_up.model({}), NOBODY).bars == Bars()


def test_a_judgement_tells_its_team_tone_and_words() -> None:
    judgement = judged("Waar staat het Rooster?")

    assert (judgement.team, judgement.sentiment) == ("info", "neutral")
    assert judgement.words == ("Rooster",)
    assert judgement.certainty > 0.5 < judgement.sentiment_certainty
    assert (judgement.threat, judgement.threat_words) == (Threat.NONE, ())


def test_an_alarm_is_the_crisis_teams() -> None:
    judgement = judged("rooster geweer")

    assert (judgement.team, judgement.threat) == ("crisis", Threat.LIKELY)
    assert judgement.certainty == judgement.threat_certainty >= 0.6
    assert judgement.threat_words == ("geweer",)


def test_what_is_no_alarm_is_another_teams() -> None:
    judgement = judged("een mes")

    assert (judgement.threat, judgement.threat_words) == (Threat.POSSIBLE, ("mes",))
    assert judgement.threat_certainty > judgement.certainty
    assert judgement.team != "crisis"


def test_the_word_screen_is_a_net_below_the_model() -> None:
    judgement = judged("kom niet, dat rooster", Threat.LIKELY, "kom niet")

    assert (judgement.team, judgement.threat) == ("info", Threat.POSSIBLE)
    assert judgement.threat_words[0] == "kom niet"


def test_what_the_word_screen_only_suspects_the_model_may_put_aside() -> None:
    judgement = judged("dood om dat rooster", Threat.POSSIBLE, "dood")

    assert (judgement.threat, judgement.threat_words) == (Threat.NONE, ())


def test_what_the_word_screen_suspects_beyond_what_the_model_reads_is_looked_at() -> None:
    judgement = judged("rooster " * 300 + "dood", Threat.POSSIBLE, "dood")

    assert (judgement.threat, judgement.threat_words[0]) == (Threat.POSSIBLE, "dood")


def test_what_the_model_read_of_a_long_message_it_may_put_aside() -> None:
    judgement = judged("dood om dat " + "rooster " * 300, Threat.POSSIBLE, "dood")

    assert judgement.threat == Threat.NONE


def test_a_threat_is_never_shown_without_words() -> None:
    judgement = judged("iets wat niemand kent", Threat.LIKELY)

    assert judgement.threat == Threat.POSSIBLE
    assert judgement.threat_words


def test_few_words_are_shown_however_long_the_message() -> None:
    model = made_up.model({f"mes{letter}": {"crisis": 3.0} for letter in "abcdefghij"})
    text = " ".join(f"mes{letter}" for letter in "abcdefghij")

    (judgement,) = LearnedJudge(model, NOBODY).judge([Utterance(text, threat_words=("a", "b"))])

    assert judgement
    assert (len(judgement.words), len(judgement.threat_words)) == (5, 5)


def test_the_colleges_own_names_are_known() -> None:
    judge = LearnedJudge(MODEL, Known(names=("Het Turfcollege",)))

    (judgement,) = judge.judge([Utterance("het turfcollege!")])

    assert judgement
    assert judgement.team == "info"


def test_every_message_has_its_own_judgement_in_order() -> None:
    judgements = LearnedJudge(MODEL, NOBODY).judge(
        [Utterance("rooster"), Utterance(""), Utterance("geweer")]
    )

    assert [judgement and judgement.team for judgement in judgements] == ["info", None, "crisis"]


@pytest.mark.parametrize("text", ["", "   ", "?!", "\u202e\u200b", "…"])
def test_a_message_without_words_is_not_judged(text: str) -> None:
    assert LearnedJudge(MODEL, NOBODY).judge([Utterance(text)]) == [None]


@pytest.mark.parametrize("text", ["\x00", "\ud800 a", "a" * 40_000, "😂" * 3_000, "@" * 2_000])
def test_hostile_text_is_judged_like_any_other(text: str) -> None:
    assert len(LearnedJudge(MODEL, NOBODY).judge([Utterance(text)])) == 1


def test_the_rules_see_a_message_with_the_danger_and_tone_of_its_judgement() -> None:
    utterance = Utterance("haha", sentiment="negative", threat=Threat.LIKELY, threat_words=("ha",))

    seen = Judgement("none", 0.9, sentiment="positive").on(utterance)
    toneless = Judgement("none", 0.9, threat=Threat.POSSIBLE, threat_words=("x",)).on(utterance)

    assert (seen.text, seen.threat, seen.threat_words) == ("haha", Threat.NONE, ())
    assert seen.sentiment == "positive"
    assert (toneless.threat, toneless.threat_words) == (Threat.POSSIBLE, ("x",))
    assert toneless.sentiment == "negative"


def test_the_judge_without_opinion_has_none() -> None:
    assert NoOpinion().judge([Utterance("a"), Utterance("b")]) == [None, None]
