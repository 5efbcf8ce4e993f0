from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from governance.domain.reasons import text_of
from governance.domain.routing import Utterance
from governance.models.routing import Priority, Threat
from people.models import Institution, Team
from tests.factories.governance import policy_in_force
from webcare.domain import triage
from webcare.domain.judgement import Judgement
from webcare.domain.router import SURE, Router

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def codes(decision: triage.Decision) -> list[str]:
    return [reason.code for reason in decision.reasons]


def test_the_first_rule_that_fits_decides(info: Team, comms: Team) -> None:
    version = policy_in_force(
        {"name": "Complaint", "words": "klacht", "team": comms, "category": "complaint"},
        {"name": "Timetable", "words": "rooster", "team": info, "category": "timetable"},
    )

    decision = triage.decide(Utterance("klacht over het rooster"), version=version, at=NOON)

    assert (decision.team, decision.category, decision.rule_name) == (
        comms,
        "complaint",
        "Complaint",
    )
    assert codes(decision)[0] == "rule"
    assert not decision.is_unsure


def test_a_rule_without_team_asks_for_no_answer(info: Team) -> None:
    version = policy_in_force({"name": "Jokes", "words": "haha", "team": None, "category": "joke"})

    decision = triage.decide(Utterance("haha"), version=version, at=NOON)

    assert (decision.team, decision.due_at, decision.rule_name) == (None, None, "Jokes")


def test_a_watch_clock_counts_from_the_platforms_time(info: Team) -> None:
    version = policy_in_force(
        {"words": "brand", "team": info, "target_minutes": 30, "clock": "watch"}
    )
    saturday = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)

    decision = triage.decide(Utterance("brand"), version=version, at=saturday)

    assert decision.due_at == saturday + timedelta(minutes=30)


def test_an_office_clock_counts_working_hours(college: Institution, info: Team) -> None:
    version = policy_in_force({"words": "rooster", "team": info, "target_minutes": 120})
    friday_half_past_four = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)

    decision = triage.decide(Utterance("rooster"), version=version, at=friday_half_past_four)

    assert decision.due_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_what_the_rules_leave_open_goes_to_the_fallback_team_unsure(comms: Team) -> None:
    version = policy_in_force({"words": "rooster"}, fallback_team=comms)

    decision = triage.decide(Utterance("mooi gebouw"), version=version, at=NOON)

    assert (decision.team, decision.is_unsure, codes(decision)) == (comms, True, ["no_rule"])


def test_without_a_policy_everything_goes_to_the_info_centre_unsure(
    comms: Team, info: Team
) -> None:
    decision = triage.decide(Utterance("rooster"), version=None, at=NOON)

    assert (decision.team, decision.is_unsure, codes(decision)) == (info, True, ["no_policy"])


def test_without_an_info_centre_the_first_webcare_team_gets_it(comms: Team, crisis: Team) -> None:
    assert triage.decide(Utterance("rooster"), version=None, at=NOON).team == comms


def test_an_empty_database_names_the_teams_that_will_be() -> None:
    question = triage.decide(Utterance("rooster"), version=None, at=NOON)
    danger = triage.decide(Utterance("bom", threat=Threat.LIKELY), version=None, at=NOON)

    assert question.team is not None
    assert danger.team is not None
    assert (question.team.code, danger.team.code) == ("info", "crisis")


def test_a_likely_threat_that_no_rule_takes_up_goes_to_the_crisis_team(
    info: Team, crisis: Team
) -> None:
    version = policy_in_force({"words": "rooster", "team": info})
    utterance = Utterance("dood om dat rooster", threat=Threat.LIKELY, threat_words=("dood",))

    decision = triage.decide(utterance, version=version, at=NOON)

    assert (decision.team, decision.priority, decision.is_urgent) == (crisis, 4, True)
    assert decision.due_at == NOON + timedelta(minutes=15)
    assert codes(decision) == ["threat", "threat_unruled"]


def test_a_rule_about_threats_decides_about_a_likely_threat(info: Team, crisis: Team) -> None:
    version = policy_in_force(
        {"name": "Danger", "threats": ["likely"], "team": info, "priority": Priority.URGENT}
    )
    utterance = Utterance("ik kom niet alleen", threat=Threat.LIKELY)

    decision = triage.decide(utterance, version=version, at=NOON)

    assert (decision.team, decision.rule_name) == (info, "Danger")


@pytest.mark.parametrize("threat", [Threat.POSSIBLE, Threat.LIKELY])
def test_a_threat_never_ends_without_an_answer(info: Team, crisis: Team, threat: Threat) -> None:
    version = policy_in_force({"words": "haha", "team": None, "threats": ["possible", "likely"]})

    decision = triage.decide(Utterance("haha pief paf", threat=threat), version=version, at=NOON)

    assert decision.team == crisis
    assert decision.priority >= Priority.HIGH


def test_a_possible_threat_stays_with_the_team_of_its_rule_but_soon_and_unsure(
    info: Team, crisis: Team
) -> None:
    version = policy_in_force({"words": "rooster", "team": info, "target_minutes": 1440})
    utterance = Utterance("ik vermoord dat rooster", threat=Threat.POSSIBLE)

    decision = triage.decide(utterance, version=version, at=NOON)

    assert (decision.team, decision.priority, decision.is_unsure) == (info, Priority.HIGH, True)
    assert decision.due_at == NOON + HOUR
    assert codes(decision)[-1] == "threat_unsure"


def test_a_possible_threat_that_the_rules_leave_open_goes_to_the_crisis_team(
    info: Team, crisis: Team
) -> None:
    version = policy_in_force({"words": "rooster", "team": info})

    decision = triage.decide(
        Utterance("wacht maar", threat=Threat.POSSIBLE), version=version, at=NOON
    )

    assert (decision.team, decision.is_unsure, decision.priority) == (crisis, True, Priority.HIGH)


def test_a_judge_decides_what_the_rules_leave_open(info: Team, comms: Team) -> None:
    router = Router.load(policy_in_force({"words": "rooster"}))

    decision = router.decide(Utterance("slechte school"), Judgement("comms", 0.95), at=NOON)

    assert (decision.team, decision.is_unsure, codes(decision)) == (comms, False, ["judge"])


def test_a_judge_never_overrules_a_rule(info: Team, comms: Team) -> None:
    router = Router.load(policy_in_force({"name": "Timetable", "words": "rooster", "team": info}))

    decision = router.decide(Utterance("rooster"), Judgement("comms", 1), at=NOON)

    assert (decision.team, decision.rule_name) == (info, "Timetable")


def test_a_judgement_tells_how_certain_it_is_and_by_which_words(info: Team, comms: Team) -> None:
    judgement = Judgement("comms", 0.914, words=("slecht", "boos"))

    decision = Router.load(None).decide(Utterance("slecht, boos"), judgement, at=NOON)

    assert [text_of(reason.as_json()) for reason in decision.reasons] == [
        "Similar messages went to Communications (91% certain).",
        "These words weighed most: slecht, boos.",
    ]


@pytest.mark.parametrize(("certainty", "is_unsure"), [(SURE - 0.01, True), (SURE, False)])
def test_a_judge_in_doubt_proposes_a_team_that_a_person_looks_at(
    info: Team, comms: Team, certainty: float, is_unsure: bool
) -> None:
    decision = Router.load(None).decide(Utterance("slecht"), Judgement("comms", certainty), at=NOON)

    assert (decision.team, decision.is_unsure) == (comms, is_unsure)


def test_what_is_judged_is_treated_as_the_policy_treats_that_team(info: Team, comms: Team) -> None:
    version = policy_in_force(
        {"words": "rooster", "team": info, "target_minutes": 600},
        {
            "words": "klacht",
            "team": comms,
            "priority": Priority.HIGH,
            "needs_approval": True,
            "target_minutes": 30,
            "clock": "watch",
        },
    )

    decision = Router.load(version).decide(Utterance("slecht"), Judgement("comms", 0.9), at=NOON)

    assert (decision.priority, decision.needs_approval) == (Priority.HIGH, True)
    assert decision.due_at == NOON + HOUR / 2
    assert (decision.rule_name, decision.category) == ("", "")


def test_a_rule_of_that_team_about_other_messages_does_not_count(info: Team, comms: Team) -> None:
    version = policy_in_force(
        {"platforms": ["facebook"], "team": comms, "priority": Priority.URGENT},
        {
            "words": "klacht",
            "sentiments": ["negative"],
            "team": comms,
            "priority": Priority.HIGH,
        },
        {"terms": ["nieuwbouw"], "team": comms, "priority": Priority.LOW},
    )
    utterance, router = Utterance("tja", platform="x"), Router.load(version)

    angry = router.decide(utterance, Judgement("comms", 0.9, sentiment="negative"), at=NOON)
    calm = router.decide(utterance, Judgement("comms", 0.9, sentiment="neutral"), at=NOON)

    assert (angry.priority, calm.priority) == (Priority.HIGH, Priority.LOW)


def test_a_team_without_rules_gets_the_ordinary_treatment(info: Team, comms: Team) -> None:
    version = policy_in_force({"words": "rooster", "team": info}, fallback_target_minutes=60)

    decision = Router.load(version).decide(Utterance("slecht"), Judgement("comms", 0.9), at=NOON)

    assert (decision.team, decision.priority, decision.needs_approval) == (
        comms,
        Priority.NORMAL,
        False,
    )
    assert decision.due_at == NOON + HOUR


def test_a_judgement_for_a_team_that_is_gone_goes_to_the_fallback_team(info: Team) -> None:
    decision = Router.load(None).decide(Utterance("slecht"), Judgement("alumni", 0.9), at=NOON)

    assert decision.team == info


def test_a_sure_judge_keeps_noise_from_people(info: Team) -> None:
    decision = Router.load(None).decide(Utterance("haha"), Judgement("none", SURE), at=NOON)

    assert (decision.team, decision.due_at, decision.is_noise) == (None, None, False)
    assert codes(decision) == ["judged_noise"]


def test_an_unsure_judge_cannot_say_that_no_answer_is_needed(info: Team, comms: Team) -> None:
    router = Router.load(policy_in_force({"words": "rooster", "team": info}, fallback_team=comms))

    decision = router.decide(Utterance("haha"), Judgement("none", SURE - 0.01), at=NOON)

    assert (decision.team, decision.is_noise, decision.is_unsure) == (comms, True, True)
    assert decision.priority == Priority.LOW
    assert decision.due_at is not None


@pytest.mark.parametrize("certainty", [0.4, 1.0])
def test_a_possible_threat_is_never_filed_away_however_sure_the_judge(
    info: Team, crisis: Team, certainty: float
) -> None:
    judgement = Judgement("none", certainty, threat=Threat.POSSIBLE, threat_words=("dood",))

    decision = Router.load(None).decide(Utterance("ga dood"), judgement, at=NOON)

    assert (decision.team, decision.is_unsure, decision.is_noise) == (info, True, False)
    assert decision.priority == Priority.HIGH
    assert decision.due_at == NOON + HOUR
    assert codes(decision)[-2:] == ["threat", "threat_unsure"]


def test_a_possible_threat_goes_to_the_team_of_its_judgement_but_soon(
    info: Team, comms: Team, crisis: Team
) -> None:
    judgement = Judgement("comms", 0.95, threat=Threat.POSSIBLE, threat_words=("kapot",))

    decision = Router.load(None).decide(Utterance("maak ze kapot"), judgement, at=NOON)

    assert (decision.team, decision.priority, decision.is_unsure) == (comms, Priority.HIGH, True)
    assert decision.due_at == NOON + HOUR


def test_a_likely_threat_of_the_judge_is_an_alarm(info: Team, crisis: Team) -> None:
    version = policy_in_force({"words": "rooster", "team": info})
    judgement = Judgement("crisis", 0.7, threat=Threat.LIKELY, threat_words=("wapen",))

    decision = Router.load(version).decide(Utterance("rooster wapen"), judgement, at=NOON)

    assert (decision.team, decision.is_urgent) == (crisis, True)
    assert decision.due_at == NOON + timedelta(minutes=15)


def test_a_judge_may_take_away_what_the_word_screen_suspected(info: Team, crisis: Team) -> None:
    utterance = Utterance("dood moe", threat=Threat.POSSIBLE, threat_words=("dood",))

    decision = Router.load(None).decide(utterance, Judgement("none", 0.95), at=NOON)

    assert decision.team is None


def test_rules_about_tone_and_danger_follow_the_judgement(info: Team, comms: Team) -> None:
    version = policy_in_force({"name": "Anger", "sentiments": ["negative"], "team": comms})
    utterance = Utterance("lekker dan", sentiment="positive")

    decision = Router.load(version).decide(
        utterance, Judgement("info", 0.9, sentiment="negative"), at=NOON
    )

    assert (decision.team, decision.rule_name) == (comms, "Anger")


def test_deciding_makes_no_query(
    info: Team, crisis: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    router = Router.load(policy_in_force({"words": "rooster", "team": info}))

    with django_assert_num_queries(0):
        for text in ("rooster", "iets anders"):
            router.decide(Utterance(text), at=NOON)
        router.decide(Utterance("bom", threat=Threat.LIKELY), at=NOON)
        router.decide(Utterance("iets"), Judgement("info", 0.9), at=NOON)


def test_who_only_counts_gets_the_same_decision_without_reasons(info: Team) -> None:
    router = Router.load(policy_in_force({"words": "rooster", "team": info}))
    told = router.decide(Utterance("Waar is het rooster?"), at=NOON)

    counted = replace(router, explains=False).decide(Utterance("Waar is het rooster?"), at=NOON)

    assert told.reasons
    assert counted == replace(told, reasons=())
