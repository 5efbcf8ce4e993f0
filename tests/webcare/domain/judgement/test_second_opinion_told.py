"""What people are told of a language model that was asked, and where it is asked at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import transaction
from pytest_django import Settings

from core.clock import now
from governance.domain import reasons
from governance.domain.routing import Utterance
from governance.models.routing import Priority, Threat
from people.models import Team
from tests.connectors import completions
from tests.connectors.wire import Wire, open_wire
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MentionFactory
from webcare.domain import simulation, triage
from webcare.domain.judgement import NO_ANSWER, Judgement, versions
from webcare.domain.judgement.judge import LearnedJudge
from webcare.domain.judgement.opinion import Second
from webcare.domain.judgement.second_opinion import SecondOpinion
from webcare.domain.router import Decision, Router
from webcare.models import Ticket

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
AGREES = Second("small-1", agrees=True)
DIFFERS = Second("small-1", agrees=False)
DECIDES = Second("small-1", agrees=False, decides=True)


@pytest.fixture
def wire(settings: Settings) -> Iterator[Wire]:
    """A language model that the institution connected."""
    cache.clear()
    with open_wire() as opened:
        settings.JUDGEMENT = "learned"
        settings.LANGUAGE_MODEL_URL = opened.url
        settings.LANGUAGE_MODEL_NAME = "small-1"
        yield opened


def told(decision: Decision) -> list[str]:
    return [reasons.text_of(reason.as_json()) for reason in decision.reasons]


def decide(judgement: Judgement, text: str = "Hoi") -> Decision:
    router = Router.load(policy_in_force({"words": "rooster"}))
    return router.decide(Utterance(text), judgement, at=NOON)


def test_a_language_model_that_agrees_is_told_beside_the_words(info: Team, comms: Team) -> None:
    decision = decide(Judgement("comms", 0.9, words=("slecht",), second=AGREES))

    assert told(decision) == [
        "Similar messages went to Communications (90% certain).",
        "These words weighed most: slecht.",
        "A language model (small-1) thinks so too.",
    ]


def test_a_language_model_that_thought_otherwise_is_told_too(info: Team, comms: Team) -> None:
    decision = decide(Judgement("comms", 0.6, second=DIFFERS))

    assert told(decision)[-1] == "A language model (small-1) thought otherwise."


def test_a_proposal_of_the_language_model_is_told_to_be_its_own(info: Team, comms: Team) -> None:
    decision = decide(Judgement("comms", 0.79, second=DECIDES))

    assert (decision.team, decision.is_unsure) == (comms, True)
    assert told(decision) == [
        "A language model (small-1) thinks that it is for Communications (79% certain)."
    ]


def test_what_a_language_model_calls_noise_is_still_seen_by_somebody(info: Team) -> None:
    decision = decide(Judgement(NO_ANSWER, 0.79, second=DECIDES))

    assert (decision.team, decision.priority, decision.is_noise) == (info, Priority.LOW, True)
    assert told(decision) == [
        "A language model (small-1) thinks that it needs no answer (79% certain)."
    ]


def test_danger_that_a_language_model_sees_is_told_whatever_rule_fits(
    info: Team, comms: Team
) -> None:
    alarmed = replace(AGREES, alarmed=True)
    judgement = Judgement("info", 0.6, threat=Threat.POSSIBLE, second=alarmed)

    decision = decide(judgement, "rooster")

    assert (decision.rule_name != "", decision.is_unsure) == (True, True)
    assert told(decision)[-1] == (
        "A language model (small-1) thinks that somebody may be in danger."
    )


def test_triage_asks_the_language_model_that_is_set_up(
    info: Team, crisis: Team, wire: Wire
) -> None:
    wire.answers(completions.judged("info", danger=True))
    mention = MentionFactory(text="Morgen weten ze wie ik ben", author_name="Guusje van Dam")

    class Doubts:
        def judge(self, utterances: object) -> list[Judgement | None]:
            return [Judgement("info", 0.5)]

    both = versions.in_use()
    assert isinstance(both, SecondOpinion)
    assert isinstance(both.first, LearnedJudge)
    triage.triage_new(judge=replace(both, first=Doubts()))

    mention.refresh_from_db()
    assert mention.threat == Threat.POSSIBLE
    assert [reason["code"] for reason in Ticket.objects.get().reasons][-1] == "second_alarmed"


def test_what_comes_in_while_others_are_judged_is_judged_before_the_next_batch(
    info: Team,
) -> None:
    MentionFactory(text="eerst")

    class Receives:
        """Somebody writes while it judges, and it cannot bear to be asked in a transaction."""

        def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
            with transaction.atomic(durable=True):
                if [one.text for one in utterances] == ["eerst"]:
                    MentionFactory(text="later")
            return [Judgement("info", 0.5) for _ in utterances]

    assert triage.triage_new(judge=Receives()) == 2

    codes = [ticket.reasons[0]["code"] for ticket in Ticket.objects.order_by("pk")]
    assert codes == ["judge", "judge"]


def test_trying_out_a_policy_asks_nobody(info: Team, wire: Wire) -> None:
    version = policy_in_force({"words": "rooster"})
    MentionFactory.create_batch(3, text="Nou lekker dan weer")

    assert simulation.try_out(version, at=now()).total == 3

    assert wire.asked == []


def test_the_name_of_the_writer_reaches_the_judge_to_be_left_out(info: Team) -> None:
    mention = MentionFactory(author_name="Guusje van Dam")

    assert triage.utterance_of(mention).author_name == "Guusje van Dam"
