"""What a phone may do, and when."""

from __future__ import annotations

import pytest

from governance.domain.workshops import phones, room
from governance.domain.workshops.refusals import (
    Closed,
    NoChoiceLeft,
    RoomFull,
    TooManyProposals,
    WrongStep,
)
from governance.models import Participant, Statement, StatementVote, Workshop
from people.models import User
from tests.factories.workshops import ProposalFactory, StatementFactory, WorkshopFactory
from tests.governance.workshops.conftest import at_step

pytestmark = pytest.mark.django_db
Step = Workshop.Step


def kinds(workshop: Workshop) -> list[str]:
    return list(workshop.events.order_by("at", "pk").values_list("kind", flat=True))


def test_who_comes_back_with_the_same_key_is_the_same_participant(workshop: Workshop) -> None:
    first, again = phones.join(workshop, "secret"), phones.join(workshop, "secret")

    assert first == again
    assert kinds(workshop) == ["joined"]


def test_a_key_says_nothing_about_another_workshop(workshop: Workshop) -> None:
    other = WorkshopFactory(step=Step.VOTE)

    assert phones.join(workshop, "secret").key_digest != phones.join(other, "secret").key_digest
    assert "secret" not in str(list(workshop.participants.values_list("key_digest", flat=True)))


def test_the_last_vote_on_a_statement_counts(
    phone: Participant, statement: Statement, workshop: Workshop
) -> None:
    for value in (2, 4, 4):
        phones.vote(phone, statement, value)

    assert StatementVote.objects.get().value == 4
    events = list(workshop.events.order_by("pk").values_list("data", flat=True))
    assert [(event["value"], event["was"]) for event in events] == [(2, None), (4, 2)]


def test_no_event_tells_which_phone_it_came_from(
    phone: Participant, statement: Statement, workshop: Workshop
) -> None:
    phones.vote(phone, statement, 5)

    assert set(workshop.events.get().data) == {"statement", "value", "was"}


def test_a_vote_does_not_make_every_phone_look_again(
    phone: Participant, statement: Statement, workshop: Workshop
) -> None:
    phones.vote(phone, statement, 5)

    workshop.refresh_from_db()
    assert workshop.revision == 0


@pytest.mark.parametrize("step", [Step.LOBBY, Step.SCENE, Step.DISCUSS, Step.TOP_FIVE])
def test_a_late_vote_is_not_counted(
    phone: Participant, statement: Statement, workshop: Workshop, step: str
) -> None:
    at_step(workshop, step)

    with pytest.raises(WrongStep):
        phones.vote(phone, statement, 5)
    assert not StatementVote.objects.exists()


def test_one_by_one_only_the_statement_on_the_screen_can_be_voted_on(
    phone: Participant, statement: Statement, workshop: Workshop, dirk: User
) -> None:
    shown = StatementFactory(workshop=workshop)
    room.show(workshop, shown, by=dirk)

    phones.vote(phone, shown, 3)
    with pytest.raises(WrongStep):
        phones.vote(phone, statement, 3)


def test_nobody_comes_in_when_it_is_over(workshop: Workshop, dirk: User) -> None:
    room.close(workshop, by=dirk)

    with pytest.raises(Closed):
        phones.join(workshop, "late")


def test_a_room_that_somebody_fills_with_false_phones_is_full(
    workshop: Workshop, phone: Participant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phones, "MOST_PHONES", 1)

    with pytest.raises(RoomFull):
        phones.join(workshop, "another")
    assert phones.join(workshop, "mine") == phone


def test_the_same_proposal_sent_twice_is_one(phone: Participant, workshop: Workshop) -> None:
    at_step(workshop, Step.PROPOSE)
    phones.propose(phone, "Answer within a day")
    phones.propose(phone, "Answer within a day")

    assert workshop.proposals.get().text == "Answer within a day"


def test_one_phone_proposes_ten_goals_at_most(phone: Participant, workshop: Workshop) -> None:
    at_step(workshop, Step.PROPOSE)
    for number in range(10):
        phones.propose(phone, f"Goal {number}")

    with pytest.raises(TooManyProposals):
        phones.propose(phone, "One more")


def test_a_phone_gives_no_more_choices_than_there_are(
    phone: Participant, workshop: Workshop
) -> None:
    at_step(workshop, Step.PRIORITISE)
    one, two, three, four = ProposalFactory.create_batch(4, workshop=workshop)
    for proposal in (one, two, three, three):
        phones.choose(phone, proposal, wanted=True)

    with pytest.raises(NoChoiceLeft):
        phones.choose(phone, four, wanted=True)
    phones.choose(phone, one, wanted=False)
    phones.choose(phone, four, wanted=True)

    chosen = phone.proposal_votes.values_list("proposal_id", flat=True)
    assert set(chosen) == {two.pk, three.pk, four.pk}


def test_what_is_hidden_cannot_be_chosen(phone: Participant, workshop: Workshop) -> None:
    at_step(workshop, Step.PRIORITISE)
    with pytest.raises(WrongStep):
        phones.choose(phone, ProposalFactory(workshop=workshop, is_hidden=True), wanted=True)
