from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from governance.domain.routing import Utterance
from governance.models.routing import Priority, Threat
from people.models import Institution, Team
from tests.factories.governance import policy_in_force
from webcare.domain import triage
from webcare.domain.judgement import Judgement
from webcare.domain.router import Router

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


class Sure:
    """A judge that always says the same."""

    def __init__(self, team: str, certainty: float) -> None:
        self.proposal = Judgement(team, "complaint", Priority.NORMAL, certainty)

    def judge(self, utterance: Utterance) -> Judgement:
        return self.proposal


def test_a_judge_decides_what_the_rules_leave_open(info: Team, comms: Team) -> None:
    router = Router.load(policy_in_force({"words": "rooster"}), judge=Sure("comms", 0.95))

    decision = router.decide(Utterance("slechte school"), at=NOON)

    assert (decision.team, decision.is_unsure, codes(decision)) == (comms, False, ["judge"])


def test_a_judge_never_overrules_a_rule(info: Team, comms: Team) -> None:
    version = policy_in_force({"words": "rooster", "team": info})

    decision = Router.load(version, judge=Sure("comms", 1)).decide(Utterance("rooster"), at=NOON)

    assert decision.team == info


def test_an_unsure_judge_cannot_say_that_no_answer_is_needed(info: Team) -> None:
    router = Router.load(policy_in_force({"words": "rooster"}), judge=Sure("", 0.7))

    decision = router.decide(Utterance("slechte school"), at=NOON)

    assert (decision.team, decision.is_unsure) == (info, True)


def test_deciding_makes_no_query(
    info: Team, crisis: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    router = Router.load(policy_in_force({"words": "rooster", "team": info}))

    with django_assert_num_queries(0):
        for text in ("rooster", "iets anders"):
            router.decide(Utterance(text), at=NOON)
        router.decide(Utterance("bom", threat=Threat.LIKELY), at=NOON)
