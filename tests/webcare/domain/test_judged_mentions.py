"""What a judgement leaves on mentions that are odd, or that change while they are judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from governance.domain.routing import Utterance
from governance.models.routing import Threat
from monitoring.models import Mention
from people.models import Team
from tests.factories.monitoring import MentionFactory, SourceFactory
from webcare.domain import triage
from webcare.domain.judgement import Judgement
from webcare.domain.triage import LONGEST_WORD
from webcare.models import Ticket

pytestmark = pytest.mark.django_db

STRETCHED = "vermoord" + "d" * 300
ALARM = Judgement("crisis", 0.9, threat=Threat.LIKELY, threat_words=("ik", STRETCHED))


class Says:
    """A judge that says the same about everything."""

    def __init__(self, judgement: Judgement) -> None:
        self.judgement = judgement

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        return [self.judgement] * len(utterances)


def answer_that_waits(text: str) -> Mention:
    source = SourceFactory(cursor={"walk": {"oldest": "9"}})
    return MentionFactory(source=source, in_reply_to="1", conversation="1", text=text)


def test_a_threat_with_an_endless_word_reaches_the_crisis_team(info: Team, crisis: Team) -> None:
    mention = MentionFactory(text=f"Ik {STRETCHED}")

    triage.triage_new(judge=Says(ALARM))

    mention.refresh_from_db()
    assert Ticket.objects.get().team == crisis
    assert mention.threat_words == ["ik", STRETCHED[:LONGEST_WORD]]


def test_an_endless_word_in_an_answer_that_waits_holds_up_nobody(info: Team, crisis: Team) -> None:
    answer_that_waits(f"Ik {STRETCHED}")
    MentionFactory(text="Waar is het rooster?")

    assert triage.triage_new(judge=Says(ALARM)) == 2


def test_what_is_routed_while_it_is_watched_keeps_what_was_written_on_it(info: Team) -> None:
    mention = answer_that_waits("Hier ook")

    class Slow(Says):
        """A judge that takes so long that a colleague puts the danger right."""

        def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
            found = Mention.objects.filter(pk=mention.pk)
            found.update(triaged_at=mention.seen_at, threat=Threat.LIKELY)
            return super().judge(utterances)

    triage.triage_new(judge=Slow(Judgement("info", 0.9)))

    mention.refresh_from_db()
    assert (mention.threat, mention.judged_team) == (Threat.LIKELY, "")


def test_another_title_asks_for_another_opinion(info: Team) -> None:
    mention = MentionFactory(title="Kop", text="Bericht")
    asked: list[str] = []

    class Edits(Says):
        """A judge that takes so long that the author changes the title."""

        def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
            Mention.objects.filter(pk=mention.pk).update(title="Dreiging")
            asked.extend(one.text for one in utterances)
            return super().judge(utterances)

    triage.triage_new(judge=Edits(Judgement("info", 0.9)))

    assert asked == ["Kop\nBericht", "Dreiging\nBericht"]


def test_what_can_be_routed_does_not_wait_for_what_waits_anyway(info: Team) -> None:
    answer_that_waits("Hier ook")
    MentionFactory(text="Waar is het rooster?")
    asked: list[str] = []

    class Notes(Says):
        def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
            asked.extend(one.text for one in utterances)
            return super().judge(utterances)

    triage.triage_new(judge=Notes(Judgement("info", 0.9)))

    assert asked == ["Waar is het rooster?", "Hier ook"]
