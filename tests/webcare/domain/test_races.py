"""Two people, or two workers, at the same moment: real threads on real Postgres."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from django.db import connection

from core.clock import now
from core.models import LogEntry
from monitoring.models import Channel, Mention
from people.models import Team, User
from sandbox import Server
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import ReplyFactory, TicketFactory, ticket_about
from webcare.domain import replies, tickets, triage
from webcare.domain.refusals import Refusal
from webcare.models import Reply, Ticket

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 100


def at_once(*steps: Callable[[], Any]) -> list[Any]:
    """Run these at the same moment; what each gave, or the refusal that it met."""
    barrier = threading.Barrier(len(steps))

    def run(step: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=10)
            return step()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(steps)) as pool:
        return list(pool.map(run, steps))


def refused(outcomes: Iterable[Any]) -> list[type]:
    return [type(one) for one in outcomes if isinstance(one, Refusal)]


def test_two_people_who_take_a_ticket_at_once_never_both_have_it(anna: User, bas: User) -> None:
    for _ in range(ROUNDS):
        pk = TicketFactory().pk
        as_seen = [Ticket.objects.get(pk=pk) for _ in range(2)]

        outcomes = at_once(
            partial(tickets.claim, as_seen[0], by=anna),
            partial(tickets.claim, as_seen[1], by=bas),
        )

        assert refused(outcomes) == [tickets.AlreadyClaimed]
        (refusal,) = [one for one in outcomes if one]
        assert refusal.by == Ticket.objects.get(pk=pk).owner
    assert LogEntry.objects.filter(verb="claimed").count() == ROUNDS


def write(ticket: Ticket, by: User, form_key: uuid.UUID) -> Callable[[], Reply]:
    mention = ticket.messages.get().mention
    seen = Ticket.objects.get(pk=ticket.pk)
    return partial(
        replies.write, seen, mention=mention, text="Dag!", by=by, form_key=form_key, seen_revision=1
    )


def test_the_same_form_posted_twice_at_once_is_one_reply(anna: User) -> None:
    for _ in range(20):
        ticket, key = ticket_about(), uuid.uuid4()

        first, second = at_once(write(ticket, anna, key), write(ticket, anna, key))

        assert first.pk == second.pk
        assert ticket.replies.count() == 1


def test_two_people_who_answer_at_once_never_both_do(anna: User, bas: User) -> None:
    for _ in range(20):
        ticket = ticket_about()

        outcomes = at_once(write(ticket, anna, uuid.uuid4()), write(ticket, bas, uuid.uuid4()))

        assert refused(outcomes) == [replies.SomeoneElseAnswers]
        assert ticket.replies.count() == 1


def test_closing_and_answering_at_once_never_both_happen(anna: User) -> None:
    for _ in range(20):
        ticket = ticket_about()
        seen = Ticket.objects.get(pk=ticket.pk)

        outcomes = at_once(
            write(ticket, anna, uuid.uuid4()),
            partial(tickets.close, seen, by=anna, outcome="answered"),
        )

        assert len(refused(outcomes)) == 1
        ticket.refresh_from_db()
        is_closed = ticket.state == Ticket.State.CLOSED
        assert is_closed != ticket.replies.exists()


def test_taking_back_and_sending_at_once_agree(
    asked: Callable[..., Ticket], x_channel: Channel, server: Server, anna: User
) -> None:
    for number in range(10):
        ticket = asked(f"Vraag {number}")
        mention = ticket.messages.get().mention
        reply = ReplyFactory(ticket=ticket, mention=mention, channel=x_channel, author=anna)
        before = len(server.accepted)

        taken_back, _ = at_once(partial(replies.withdraw, reply, by=anna), replies.send_due)

        is_there = len(server.accepted) > before
        assert is_there == isinstance(taken_back, replies.TooLate)
        assert Reply.objects.get(pk=reply.pk).state == ("sent" if is_there else "withdrawn")


def test_four_senders_send_every_reply_once(
    asked: Callable[..., Ticket], x_channel: Channel, server: Server
) -> None:
    for number in range(20):
        ticket = asked(f"Vraag {number}")
        ReplyFactory(ticket=ticket, mention=ticket.messages.get().mention, channel=x_channel)

    at_once(*[replies.send_due] * 4)

    assert set(Reply.objects.values_list("state", "attempts")) == {("sent", 1)}
    assert (len(server.accepted), server.duplicates()) == (20, {})


def test_three_triages_at_once_open_one_ticket_per_conversation(info: Team) -> None:
    for number in range(60):
        conversation, author = f"c{number % 10}", f"student{number % 10}"
        MentionFactory(conversation=conversation, author_handle=author, published_at=now())

    done = at_once(*[partial(triage.triage_new, limit=7)] * 3)

    assert sum(done) == 60
    assert Ticket.objects.count() == 10
    assert Mention.objects.filter(ticket_message__isnull=True).count() == 0


def test_claims_that_expire_in_two_workers_are_given_back_once(anna: User) -> None:
    for _ in range(10):
        TicketFactory(owner=anna, claimed_at=now(), claim_expires_at=now())

    assert sum(at_once(tickets.expire_claims, tickets.expire_claims)) == 10
    assert LogEntry.objects.filter(verb="claim expired").count() == 10


def test_a_move_and_a_move_at_once_move_it_once(
    anna: User, bas: User, comms: Team, crisis: Team
) -> None:
    """Both may happen, one after the other; neither is half done."""
    ticket = TicketFactory(team__code="info")
    as_seen = [Ticket.objects.get() for _ in range(2)]

    at_once(
        partial(tickets.reroute, as_seen[0], to=comms, by=anna, reason="complaint"),
        partial(tickets.reroute, as_seen[1], to=comms, by=bas, reason="complaint"),
    )

    ticket.refresh_from_db()
    assert (ticket.team, ticket.revision) == (comms, 2)
    assert ticket.corrections.count() == 1
