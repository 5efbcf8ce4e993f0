from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from people.models import User
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import (
    NoteFactory,
    ReplyFactory,
    TicketFactory,
    TicketMessageFactory,
    ticket_about,
)
from webcare.domain import conversation, tickets
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def told(ticket: Ticket) -> list[str]:
    return [item.kind for item in conversation.thread(ticket).items]


def test_everything_stands_in_the_order_of_time(anna: User, clock: time_machine.Traveller) -> None:
    ticket = ticket_about()
    for step in (
        lambda: tickets.claim(ticket, by=anna),
        lambda: tickets.add_note(ticket, by=anna, text="Even bellen"),
        lambda: ReplyFactory(ticket=ticket, state="sent", sent_at=now()),
        lambda: tickets.wait(ticket, by=anna),
    ):
        clock.shift(60)
        step()

    assert told(ticket) == ["mention", "event", "note", "reply", "event"]


def test_an_event_says_what_happened(anna: User) -> None:
    ticket = TicketFactory()
    tickets.claim(ticket, by=anna)

    (item,) = conversation.thread(ticket).items

    assert (item.label, item.event and item.event.actor_name) == ("took this ticket", "Anna")


def test_the_whole_conversation_is_shown_around_the_ticket(db: None) -> None:
    at = now()
    ticket = TicketFactory(conversation="root")
    MentionFactory(external_id="root", text="first", published_at=at - timedelta(minutes=3))
    ours = MentionFactory(conversation="root", text="second", published_at=at)
    TicketMessageFactory(ticket=ticket, mention=ours)
    MentionFactory(conversation="root", text="elsewhere", platform="mastodon")

    thread = conversation.thread(ticket)

    seen = [(item.mention and item.mention.text, item.is_here) for item in thread.items]
    assert seen == [("first", False), ("second", True)]
    assert (thread.mentions, thread.newest) == ([ours], ours)


def test_a_busy_conversation_never_hides_what_the_ticket_is_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(conversation, "MOST", 2)
    ticket = TicketFactory(conversation="root")
    ours = MentionFactory(conversation="root", published_at=now() - timedelta(hours=1))
    TicketMessageFactory(ticket=ticket, mention=ours)
    MentionFactory.create_batch(3, conversation="root")

    thread = conversation.thread(ticket)

    assert (len(thread.items), thread.newest) == (3, ours)


def test_our_reply_that_came_back_is_shown_once(db: None) -> None:
    ticket = TicketFactory(conversation="root")
    ReplyFactory(ticket=ticket, state="sent", sent_at=now(), external_id="r1")
    MentionFactory(conversation="root", external_id="r1", is_own=True)

    assert told(ticket) == ["reply"]


@pytest.mark.parametrize("count", [1, 10])
def test_a_thread_takes_the_same_queries_however_long(
    anna: User, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ticket = ticket_about(conversation="root")
    tickets.claim(ticket, by=anna)
    for _ in range(count):
        TicketMessageFactory(ticket=ticket)
        ReplyFactory(ticket=ticket, state="sent", sent_at=now(), author=anna)
        NoteFactory(ticket=ticket, author=anna)

    with django_assert_num_queries(4):
        items = conversation.thread(ticket).items
        for item in items:
            if item.mention and item.mention.source:
                assert item.mention.source.channel
            if item.reply:
                assert item.reply.author == anna
                assert item.reply.channel
            if item.note:
                assert item.note.author == anna

    assert len(items) == 2 + 3 * count
