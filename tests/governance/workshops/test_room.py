"""What the facilitator does: prepare, go on and back, note, take together, make goals, close."""

from __future__ import annotations

import pytest

from core.models import LogEntry
from governance.domain.workshops import phones, preparing, proposals, room, spread, topfive
from governance.domain.workshops.refusals import (
    AlreadyBegun,
    ChangedMeanwhile,
    Closed,
    NotReady,
    WrongStep,
)
from governance.models import Goal, Participant, Proposal, Statement, Workshop
from people.models import User
from tests.factories.people import UserFactory
from tests.factories.workshops import (
    ParticipantFactory,
    ProposalFactory,
    StatementFactory,
    WorkshopFactory,
    voted,
)
from tests.governance.workshops.conftest import at_step

pytestmark = pytest.mark.django_db
Step = Workshop.Step


def chosen(workshop: Workshop, *counts: int) -> list[Proposal]:
    """Proposals with so many choices each."""
    made: list[Proposal] = []
    for count in counts:
        proposal = ProposalFactory(workshop=workshop)
        for _ in range(count):
            proposal.votes.create(participant=ParticipantFactory(workshop=workshop))
        made.append(proposal)
    return made


def texts(workshop: Workshop) -> list[str]:
    return list(workshop.statements.order_by("position").values_list("text", flat=True))


# --- preparing ------------------------------------------------------------------------------------


def test_a_workshop_is_made_of_the_content_and_of_our_own(dirk: User) -> None:
    made = preparing.create(
        Workshop(title="Vision", domain="learning"),
        by=dirk,
        chosen=["communication-02"],
        own=["Ours."],
    )

    assert texts(made)[1] == "Ours."
    assert made.statements.get(position=1).code == "communication-02"
    assert made.facilitator == dirk
    assert len(made.code) == 6
    assert LogEntry.objects.get(object_id=made.pk).verb == "prepared a workshop"


def test_statements_are_moved_reworded_and_removed(dirk: User) -> None:
    workshop = WorkshopFactory()
    one, two, three = [
        StatementFactory(workshop=workshop, position=place, text=str(place)) for place in (1, 2, 3)
    ]

    preparing.move_statement(three, up=True, by=dirk)
    preparing.reword_statement(two, seen="2", by=dirk, text="two")
    preparing.remove_statement(one, by=dirk)
    preparing.add_statements(workshop, by=dirk, own=["four"])

    assert texts(workshop) == ["3", "two", "four"]


def test_a_statement_of_the_content_comes_once(dirk: User) -> None:
    workshop = preparing.create(
        Workshop(title="Vision", domain="learning"), by=dirk, chosen=["communication-02"]
    )
    preparing.add_statements(workshop, by=dirk, chosen=["communication-02"])

    assert workshop.statements.count() == 1


def test_the_second_of_two_who_edit_is_told(dirk: User) -> None:
    workshop = WorkshopFactory()
    preparing.change(workshop, seen=0, by=dirk, fields={"title": "First"})

    with pytest.raises(ChangedMeanwhile) as told:
        preparing.change(workshop, seen=0, by=dirk, fields={"title": "Second"})
    assert told.value.current.title == "First"


def test_the_statements_are_fixed_once_the_room_began(statement: Statement, dirk: User) -> None:
    with pytest.raises(AlreadyBegun):
        preparing.remove_statement(statement, by=dirk)


# --- steps ----------------------------------------------------------------------------------------


def test_the_room_goes_on_and_back(dirk: User) -> None:
    workshop: Workshop = WorkshopFactory()
    for seen, to in ((Step.LOBBY, Step.SCENE), (Step.SCENE, Step.VOTE), (Step.VOTE, Step.SCENE)):
        workshop = room.move(workshop, seen=seen, to=to, by=dirk)

    assert workshop.step == Step.SCENE
    assert workshop.revision == 3
    assert workshop.started_at is not None


def test_a_second_press_skips_no_step(workshop: Workshop, dirk: User) -> None:
    room.move(workshop, seen=Step.VOTE, to=Step.DISCUSS, by=dirk)

    with pytest.raises(ChangedMeanwhile):
        room.move(workshop, seen=Step.VOTE, to=Step.PROPOSE, by=dirk)


def test_votes_stay_when_the_room_goes_back_to_vote_again_on_one(
    workshop: Workshop, statement: Statement, phone: Participant, dirk: User
) -> None:
    phones.vote(phone, statement, 1)
    workshop = room.move(workshop, seen=Step.VOTE, to=Step.DISCUSS, by=dirk)
    workshop = room.move(workshop, seen=Step.DISCUSS, to=Step.VOTE, by=dirk, statement=statement)

    assert workshop.statement_on_screen == statement
    phones.vote(phone, statement, 4)
    assert spread.of(workshop)[0].counts == (0, 0, 0, 1, 0)


def test_two_who_write_notes_lose_no_word(statement: Statement, dirk: User) -> None:
    room.note(statement, seen="", text="Anna: yes", by=dirk)

    with pytest.raises(ChangedMeanwhile) as told:
        room.note(statement, seen="", text="Bas: no", by=dirk)
    assert told.value.text == "Anna: yes"


def test_what_divides_the_room_most_comes_first(workshop: Workshop) -> None:
    agree, divided, unknown = StatementFactory.create_batch(3, workshop=workshop)
    voted(agree, 4, 4, 5)
    voted(divided, 1, 5, 1, 5)

    order = spread.widest_first(spread.of(workshop))

    assert [one.statement for one in order] == [divided, agree, unknown]
    assert (order[0].mean, order[0].width, order[2].mean) == (3, 2, None)


# --- proposals ------------------------------------------------------------------------------------


def test_taken_together_a_person_counts_once_and_has_a_choice_free_again(
    workshop: Workshop, phone: Participant, dirk: User
) -> None:
    at_step(workshop, Step.PRIORITISE)
    one, two = chosen(workshop, 1, 2)
    for proposal in (one, two):
        phones.choose(phone, proposal, wanted=True)

    proposals.merge(one, two, by=dirk)

    assert two.votes.count() == 4
    assert phone.proposal_votes.count() == 1
    assert list(workshop.proposals.standing()) == [two]


def test_what_was_taken_together_goes_along_with_the_next(workshop: Workshop, dirk: User) -> None:
    at_step(workshop, Step.PROPOSE)
    one, two, three = chosen(workshop, 0, 0, 0)
    proposals.merge(one, two, by=dirk)
    proposals.merge(two, three, by=dirk)

    assert set(three.merged.all()) == {one, two}
    with pytest.raises(WrongStep):
        proposals.merge(three, one, by=dirk)


def test_who_chose_a_hidden_proposal_may_choose_again(
    workshop: Workshop, phone: Participant, dirk: User
) -> None:
    at_step(workshop, Step.PRIORITISE)
    (one,) = chosen(workshop, 0)
    phones.choose(phone, one, wanted=True)
    proposals.hide(one, by=dirk)

    assert not phone.proposal_votes.exists()
    proposals.show_again(one, by=dirk)
    assert list(workshop.proposals.standing()) == [one]


# --- top five -------------------------------------------------------------------------------------


@pytest.fixture
def five(workshop: Workshop, dirk: User) -> list[Proposal]:
    """At the last step: six proposals, of which one has no choices."""
    at_step(workshop, Step.PRIORITISE)
    made = chosen(workshop, 1, 5, 2, 2, 4, 0, 1)
    room.move(workshop, seen=Step.PRIORITISE, to=Step.TOP_FIVE, by=dirk)
    return made


def order(workshop: Workshop, made: list[Proposal]) -> list[int]:
    return [made.index(one) for one in topfive.ranked(workshop)]


def test_the_five_with_most_choices_get_a_place(workshop: Workshop, five: list[Proposal]) -> None:
    assert order(workshop, five) == [1, 4, 2, 3, 0]


def test_the_facilitator_changes_the_order_and_the_list(
    workshop: Workshop, five: list[Proposal], dirk: User
) -> None:
    topfive.place(five[0], 1, by=dirk)
    topfive.place(five[4], None, by=dirk)
    topfive.place(five[5], 5, by=dirk)

    assert order(workshop, five) == [0, 1, 2, 3, 5]


def test_goals_need_an_owner(workshop: Workshop, five: list[Proposal], dirk: User) -> None:
    topfive.give_owner(five[1], dirk, by=dirk)

    with pytest.raises(NotReady) as told:
        topfive.make_goals(workshop, by=dirk)
    assert len(told.value.missing) == 4
    assert not Goal.objects.exists()


def test_the_top_five_become_goals_once(
    workshop: Workshop, five: list[Proposal], dirk: User, eva: User
) -> None:
    for proposal in topfive.ranked(workshop):
        topfive.give_owner(proposal, eva, by=dirk)

    assert len(topfive.make_goals(workshop, by=UserFactory())) == 5
    assert topfive.make_goals(workshop, by=dirk) == []

    goals = Goal.objects.all()
    assert {(goal.owner, goal.author, goal.state, goal.domain) for goal in goals} == {
        (eva, dirk, Goal.State.DRAFT, "communication")
    }
    assert goals[0].proposal in five


def test_once_goals_were_made_the_list_stands(
    workshop: Workshop, five: list[Proposal], dirk: User
) -> None:
    for proposal in topfive.ranked(workshop):
        topfive.give_owner(proposal, dirk, by=dirk)
    topfive.make_goals(workshop, by=dirk)

    with pytest.raises(WrongStep):
        topfive.place(five[1], None, by=dirk)
    with pytest.raises(WrongStep):
        proposals.hide(five[1], by=dirk)
    back = room.move(workshop, seen=Step.TOP_FIVE, to=Step.PRIORITISE, by=dirk)
    room.move(back, seen=Step.PRIORITISE, to=Step.TOP_FIVE, by=dirk)
    assert order(workshop, five) == [1, 4, 2, 3, 0]


# --- closing --------------------------------------------------------------------------------------


def test_closing_wipes_every_key_and_every_writer(
    workshop: Workshop, phone: Participant, statement: Statement, dirk: User
) -> None:
    phones.vote(phone, statement, 5)
    proposal = ProposalFactory(workshop=workshop, participant=phone)

    room.close(workshop, by=dirk)

    phone.refresh_from_db()
    proposal.refresh_from_db()
    assert (phone.key_digest, proposal.participant) == (None, None)
    assert phones.find(workshop, "mine") is None
    assert spread.of(workshop)[0].total == 1


def test_a_closed_workshop_stays_closed(workshop: Workshop, dirk: User) -> None:
    room.close(workshop, by=dirk)

    with pytest.raises(Closed):
        room.move(workshop, seen=Step.CLOSED, to=Step.VOTE, by=dirk)
