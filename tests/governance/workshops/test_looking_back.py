"""The session once more, from its events; minutes and numbers."""

from __future__ import annotations

import pytest
from django.test import Client

from governance.domain.workshops import minutes, phones, proposals, replay, room
from governance.models import Workshop
from people.models import User
from tests.factories.workshops import StatementFactory, WorkshopFactory

pytestmark = pytest.mark.django_db
Step = Workshop.Step


@pytest.fixture
def held(dirk: User) -> Workshop:
    """A whole session with three phones, at the top five."""
    workshop: Workshop = WorkshopFactory(facilitator=dirk, dots=2)
    statement = StatementFactory(workshop=workshop, text="Students may post.")
    room_of = [phones.join(workshop, f"key {number}") for number in range(3)]
    workshop = room.move(workshop, seen=Step.LOBBY, to=Step.VOTE, by=dirk)
    for phone, value in zip(room_of, (1, 3, 5), strict=True):
        phones.vote(phone, statement, value)
    workshop = room.move(workshop, seen=Step.VOTE, to=Step.DISCUSS, by=dirk)
    room.note(statement, seen="", text="Who answers at night?", by=dirk)
    workshop = room.move(workshop, seen=Step.DISCUSS, to=Step.VOTE, by=dirk, statement=statement)
    phones.vote(room_of[0], statement, 4)
    workshop = room.move(workshop, seen=Step.VOTE, to=Step.PROPOSE, by=dirk)
    one = phones.propose(room_of[0], "=Answer within a day")
    two = proposals.add(workshop, text="Answer quickly", by=dirk)
    proposals.reword(one, seen="=Answer within a day", text="=Answer in a day", by=dirk)
    workshop = room.move(workshop, seen=Step.PROPOSE, to=Step.PRIORITISE, by=dirk)
    for phone in room_of:
        phones.choose(phone, one, wanted=True)
    phones.choose(room_of[0], two, wanted=True)
    proposals.merge(two, one, by=dirk)
    return room.move(workshop, seen=Step.PRIORITISE, to=Step.TOP_FIVE, by=dirk)


def test_the_end_of_the_replay_is_what_stands_in_the_tables(held: Workshop) -> None:
    events = replay.events_of(held)
    seen = replay.moment(events, len(events))
    statement = held.statements.get()

    assert (seen.step, seen.phones, seen.votes) == (Step.TOP_FIVE, 3, 3)
    assert seen.counts[statement.pk] == [0, 0, 1, 1, 1]
    assert seen.first_counts[statement.pk] == [1, 0, 1, 0, 1]
    assert seen.notes[statement.pk] == "Who answers at night?"
    assert [(one.text, one.dots, one.rank) for one in seen.standing] == [("=Answer in a day", 3, 1)]


def test_every_moment_of_a_session_can_be_shown(held: Workshop) -> None:
    events = replay.events_of(held)
    moments = [replay.moment(events, number) for number in range(len(events) + 1)]

    assert [one.votes for one in moments][:8] == [0, 0, 0, 0, 0, 1, 2, 3]
    assert [one.step for one in replay.chapters(events)][:2] == [Step.VOTE, Step.DISCUSS]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_minutes_are_a_document(
    client: Client, held: Workshop, dirk: User, language: str
) -> None:
    dirk.language = language
    dirk.save()
    client.force_login(dirk)

    paper = client.get(f"/governance/workshops/{held.pk}/minutes.pdf")

    assert paper.content.startswith(b"%PDF")
    assert paper.headers["Content-Type"] == "application/pdf"


def test_the_minutes_show_the_first_and_the_second_vote(held: Workshop) -> None:
    tables = [block for block in minutes.document(held).blocks if hasattr(block, "rows")]

    assert ("1", "0", "1", "0", "1", "3") in tables[1].rows
    assert ("0", "0", "1", "1", "1", "4") in tables[1].rows


def test_the_numbers_open_in_a_spreadsheet_without_formulas_of_others(
    client: Client, held: Workshop, dirk: User
) -> None:
    client.force_login(dirk)

    lines = client.get(f"/governance/workshops/{held.pk}/export.csv").content.decode().splitlines()

    assert lines[1].startswith("statement;Students may post.;0;0;1;1;1;4;")
    assert "'=Answer in a day" in lines[2]


def test_the_replay_is_for_who_governs(client: Client, held: Workshop, eva: User) -> None:
    client.force_login(eva)
    assert client.get(f"/governance/workshops/{held.pk}/replay/").status_code == 403
    Workshop.objects.update(facilitator=eva)
    assert client.get(f"/governance/workshops/{held.pk}/replay/").status_code == 403
    assert client.get(f"/governance/workshops/{held.pk}/minutes.pdf").status_code == 200


@pytest.mark.parametrize("at", ["0", "5", "99999", "-1", "x"])
def test_any_moment_can_be_asked_for(client: Client, held: Workshop, dirk: User, at: str) -> None:
    client.force_login(dirk)
    assert client.get(f"/governance/workshops/{held.pk}/replay/?at={at}").status_code == 200
