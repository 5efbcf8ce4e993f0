from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from core.clock import now
from core.models import LogEntry
from governance.domain.routing import Utterance
from governance.models.routing import Priority, Threat
from monitoring.models import Mention
from people.models import Team
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MatchFactory, MentionFactory, SourceFactory
from tests.factories.webcare import ReplyFactory
from webcare.domain import triage
from webcare.domain.judgement import Judgement
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


def test_a_mention_becomes_a_ticket_that_tells_why(info: Team) -> None:
    version = policy_in_force(
        {"name": "Timetable", "words": "rooster", "team": info, "category": "timetable"}
    )
    mention = MentionFactory(
        text="@rocdewaterlanden @jan waar staat\n het rooster?", author_handle="guusje"
    )

    assert triage.triage_new() == 1

    ticket = Ticket.objects.get()
    assert ticket.subject == "waar staat het rooster?"
    assert (ticket.team, ticket.category, ticket.rule_name) == (info, "timetable", "Timetable")
    assert (ticket.policy_version, ticket.revision) == (version, 1)
    assert ticket.reasons[0] == {
        "code": "rule",
        "params": {"name": "Timetable", "version": version.number},
    }
    assert [message.mention for message in ticket.messages.all()] == [mention]
    mention.refresh_from_db()
    assert mention.triaged_at is not None


def test_triage_is_written_in_the_audit_trail(info: Team) -> None:
    mention = MentionFactory()

    triage.triage_new()

    entry = LogEntry.objects.get()
    assert (entry.verb, entry.subject) == ("opened", Ticket.objects.get())
    assert entry.detail["mention"] == mention.pk


def test_what_needs_no_answer_is_triaged_without_ticket(info: Team) -> None:
    policy_in_force({"words": "haha", "team": None})
    mention = MentionFactory(text="haha")

    triage.triage_new()

    mention.refresh_from_db()
    assert mention.triaged_at is not None
    assert not Ticket.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [{"is_own": True}, {"is_history": True}, {"is_relevant": False}],
    ids=["own", "history", "irrelevant"],
)
def test_what_is_not_for_us_waits_for_nobody(info: Team, fields: dict[str, Any]) -> None:
    MentionFactory(**fields)

    assert triage.triage_new() == 0


def test_a_repost_makes_no_ticket(info: Team) -> None:
    mention = MentionFactory(is_repost=True)

    triage.triage_new()

    mention.refresh_from_db()
    assert mention.triaged_at is not None
    assert not Ticket.objects.exists()


def test_a_question_that_was_taken_away_makes_no_ticket(info: Team) -> None:
    MentionFactory(deleted_at=now())

    triage.triage_new()

    assert not Ticket.objects.exists()


def test_a_threat_that_was_taken_away_is_still_seen(crisis: Team) -> None:
    MentionFactory(deleted_at=now(), threat=Threat.LIKELY)

    triage.triage_new()

    assert Ticket.objects.get().team == crisis


def test_our_own_reply_that_comes_back_is_no_ticket(info: Team) -> None:
    ReplyFactory(state="sent", sent_at=now(), external_id="777")
    mention = MentionFactory(external_id="777")

    triage.triage_new()

    mention.refresh_from_db()
    assert (mention.is_own, mention.triaged_at is not None) == (True, True)
    assert not hasattr(mention, "ticket_message")


def test_search_terms_reach_the_rules(info: Team, comms: Team) -> None:
    policy_in_force({"terms": ["nieuwbouw"], "team": comms})
    MatchFactory(mention=MentionFactory(text="wat een gebouw"), term__slug="nieuwbouw")

    triage.triage_new()

    assert Ticket.objects.get().team == comms


def test_triage_goes_on_until_nothing_waits(info: Team) -> None:
    MentionFactory.create_batch(7)

    assert triage.triage_new(limit=3) == 7
    assert triage.triage_new() == 0
    assert Ticket.objects.count() == 7


def test_a_long_queue_ends_the_round_before_the_worker_is_stopped(
    info: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triage, "SECONDS", 0.0)
    MentionFactory()

    assert triage.triage_new() == 0


def test_without_any_team_mentions_wait(db: None) -> None:
    MentionFactory()

    assert triage.triage_new() == 0
    assert Mention.objects.untriaged().count() == 1


def test_a_deadline_counts_from_publication(info: Team) -> None:
    policy_in_force({"words": "rooster", "team": info, "clock": "watch", "target_minutes": 60})
    mention = MentionFactory(text="rooster", published_at=now() - timedelta(hours=3))

    triage.triage_new()

    assert Ticket.objects.get().due_at == mention.published_at + timedelta(hours=1)


class Breaks:
    """A judge that cannot bear one word."""

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        if any("kapot" in utterance.text for utterance in utterances):
            raise RuntimeError
        return [None] * len(utterances)


def test_a_mention_that_breaks_the_machinery_goes_to_a_person_alone(info: Team) -> None:
    policy_in_force({"words": "niets-van-dit-alles"})
    MentionFactory(text="gewoon een vraag")
    MentionFactory(text="kapot")
    MentionFactory(text="nog een vraag")

    assert triage.triage_new(judge=Breaks()) == 3

    tickets = Ticket.objects.order_by("subject")
    assert [ticket.reasons[0]["code"] for ticket in tickets] == ["no_rule", "broken", "no_rule"]
    assert all(ticket.is_unsure and ticket.team == info for ticket in tickets)


class Says:
    """A judge that says the same about everything, and remembers what it was asked."""

    def __init__(self, judgement: Judgement | None) -> None:
        self.judgement = judgement
        self.asked: list[str] = []

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        self.asked += [utterance.text for utterance in utterances]
        return [self.judgement] * len(utterances)


def test_a_judgement_is_written_on_the_mention_and_the_ticket(info: Team, comms: Team) -> None:
    judgement = Judgement(
        "comms",
        0.9,
        words=("slecht",),
        threat=Threat.POSSIBLE,
        threat_words=("kapot",),
        sentiment="negative",
        sentiment_certainty=0.75,
    )
    mention = MentionFactory(text="slecht, maak kapot", sentiment="positive")

    triage.triage_new(judge=Says(judgement))

    mention.refresh_from_db()
    assert (mention.threat, mention.threat_words) == (Threat.POSSIBLE, ["kapot"])
    assert (mention.sentiment, mention.sentiment_certainty) == ("negative", 0.75)
    ticket = Ticket.objects.get()
    assert (ticket.team, ticket.threat, ticket.is_unsure) == (comms, Threat.POSSIBLE, True)
    assert [reason["code"] for reason in ticket.reasons][:2] == ["judge", "judged_by"]


def test_hints_of_the_intake_stay_when_nobody_judges(info: Team) -> None:
    mention = MentionFactory(threat=Threat.POSSIBLE, threat_words=["dood"], sentiment="negative")

    triage.triage_new(judge=Says(None))

    mention.refresh_from_db()
    assert (mention.threat, mention.threat_words) == (Threat.POSSIBLE, ["dood"])
    assert mention.sentiment == "negative"


def test_a_judgement_without_tone_leaves_the_tone_alone(info: Team) -> None:
    mention = MentionFactory(sentiment="negative", sentiment_certainty=0.6)

    triage.triage_new(judge=Says(Judgement("info", 0.9)))

    mention.refresh_from_db()
    assert (mention.sentiment, mention.sentiment_certainty) == ("negative", 0.6)


def test_noise_that_is_surely_noise_makes_no_ticket_but_is_judged(info: Team) -> None:
    mention = MentionFactory(text="haha")

    triage.triage_new(judge=Says(Judgement("none", 0.95, sentiment="positive")))

    mention.refresh_from_db()
    assert (mention.triaged_at is not None, mention.sentiment) == (True, "positive")
    assert not Ticket.objects.exists()


def test_noise_that_may_be_something_waits_below_all_else(info: Team) -> None:
    MentionFactory(text="haha")

    triage.triage_new(judge=Says(Judgement("none", 0.6)))

    ticket = Ticket.objects.get()
    assert (ticket.team, ticket.priority, ticket.is_unsure) == (info, Priority.LOW, True)


def test_a_batch_is_judged_at_once_and_every_message_once(info: Team) -> None:
    MentionFactory(text="een")
    MentionFactory(text="twee", title="Kop")
    judge = Says(None)

    triage.triage_new(judge=judge)

    assert judge.asked == ["een", "Kop\ntwee"]


def test_our_own_reply_that_comes_back_is_not_judged(info: Team) -> None:
    ReplyFactory(state="sent", sent_at=now(), external_id="777")
    mention = MentionFactory(external_id="777")

    triage.triage_new(judge=Says(Judgement("crisis", 0.9, threat=Threat.LIKELY)))

    mention.refresh_from_db()
    assert mention.threat == Threat.NONE


def test_a_text_that_is_edited_while_it_is_judged_is_judged_again(info: Team) -> None:
    mention = MentionFactory(text="voor")

    class Edits(Says):
        """A judge that takes so long that the author changes the text."""

        def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
            Mention.objects.filter(pk=mention.pk).update(text="na")
            return super().judge(utterances)

    judge = Edits(Judgement("info", 0.9))

    triage.triage_new(judge=judge)

    assert judge.asked == ["voor", "na"]


def test_danger_in_an_answer_does_not_wait_for_its_conversation(info: Team, crisis: Team) -> None:
    source = SourceFactory(cursor={"walk": {"oldest": "9"}})
    MentionFactory(source=source, in_reply_to="1", conversation="1", threat=Threat.NONE)

    triage.triage_new(judge=Says(Judgement("crisis", 0.9, threat=Threat.LIKELY)))

    assert Ticket.objects.get().team == crisis


def test_an_answer_that_waits_is_judged_once(info: Team) -> None:
    source = SourceFactory(cursor={"walk": {"oldest": "9"}})
    MentionFactory(source=source, in_reply_to="1", conversation="1", text="Hier ook")
    judge = Says(Judgement("info", 0.9))

    triage.triage_new(judge=judge)
    triage.triage_new(judge=judge)

    assert (judge.asked, Ticket.objects.count()) == (["Hier ook"], 0)


def test_the_learned_judge_judges_when_the_setting_says_so(
    info: Team, crisis: Team, settings: Settings
) -> None:
    settings.JUDGEMENT = "learned"
    MentionFactory(text="Waar kan ik het rooster voor volgende week vinden?")

    triage.triage_new()

    ticket = Ticket.objects.get()
    assert (ticket.team, ticket.reasons[0]["code"]) == (info, "judge")


def test_a_mention_that_nothing_can_be_done_with_does_not_stop_those_behind_it(info: Team) -> None:
    MentionFactory(external_id="root", author_handle="guusje")
    triage.triage_new()
    MentionFactory(in_reply_to="root", threat="unheard")
    behind = MentionFactory()

    triage.triage_new()

    assert behind.ticket_message


def test_hostile_text_becomes_a_ticket_like_any_other(info: Team) -> None:
    texts = [
        "",
        "   ",
        "@",
        "\u202e" * 50,
        "a" * 40_000,
        "<script>alert(1)</script>",
        "👩‍👩‍👧" * 300,
    ]
    for text in texts:
        MentionFactory(text=text)

    triage.triage_new()

    assert Ticket.objects.count() == len(texts)
    assert max(len(ticket.subject) for ticket in Ticket.objects.all()) <= 200


@pytest.mark.parametrize("count", [1, 10, 60])
def test_a_batch_takes_the_same_queries_however_large(
    info: Team, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    policy_in_force({"words": "rooster", "team": info})
    MentionFactory.create_batch(count, text="rooster")
    triage.decide(Utterance("rooster"), version=None, at=now())

    with django_assert_max_num_queries(28):
        triage.triage_new()

    assert Ticket.objects.count() == count
