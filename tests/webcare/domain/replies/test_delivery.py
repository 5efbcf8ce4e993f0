from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from core.clock import now
from core.models import LogEntry
from core.outbox import LEASE
from monitoring.models import Channel, Mention
from sandbox import Server
from tests.factories.webcare import ReplyFactory, TicketMessageFactory
from webcare.domain import replies
from webcare.models import Reply, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CREATE = "/2/tweets"


@pytest.fixture
def reply(asked: Callable[..., Ticket], x_channel: Channel) -> Reply:
    """Queued, and due now."""
    ticket = asked()
    reply: Reply = ReplyFactory(
        ticket=ticket, mention=ticket.messages.get().mention, channel=x_channel
    )
    return reply


def test_a_due_reply_stands_on_the_platform(reply: Reply, server: Server) -> None:
    assert replies.send_due() == 1

    reply.refresh_from_db()
    (accepted,) = server.accepted
    assert (accepted.text, accepted.in_reply_to) == (reply.text, reply.mention.external_id)
    assert (reply.state, reply.external_id, reply.attempts) == ("sent", accepted.id, 1)
    assert (reply.sent_at, reply.error, reply.leased_until) == (now(), "", None)


def test_an_answered_ticket_waits_for_its_author(reply: Reply) -> None:
    replies.send_due()

    ticket = Ticket.objects.get()
    assert (ticket.state, ticket.first_answered_at) == (Ticket.State.WAITING, now())
    assert ticket.revision == 2
    assert LogEntry.objects.get().verb == "reply sent"


def test_a_ticket_stays_open_when_something_came_in_meanwhile(
    reply: Reply, clock: time_machine.Traveller
) -> None:
    clock.shift(1)
    TicketMessageFactory(ticket=reply.ticket)

    replies.send_due()

    assert Ticket.objects.get().state == Ticket.State.OPEN


def test_the_first_answer_counts_for_the_response_time(
    reply: Reply, clock: time_machine.Traveller
) -> None:
    earlier = now()
    Ticket.objects.update(first_answered_at=earlier)
    clock.shift(60)

    replies.send_due()

    assert Ticket.objects.get().first_answered_at == earlier


def test_what_may_still_be_taken_back_is_not_sent(reply: Reply, server: Server) -> None:
    Reply.objects.update(next_attempt_at=now() + timedelta(seconds=1))

    assert replies.send_due() == 0
    assert server.accepted == []


def test_a_sent_reply_is_not_sent_again(reply: Reply, server: Server) -> None:
    replies.send_due()

    assert replies.send_due() == 0
    assert len(server.accepted) == 1


def test_too_many_requests_wait_as_long_as_the_platform_says(
    reply: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    server.faults.add("x", CREATE, "429", method="POST", reset_in=300)

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, reply.attempts) == ("queued", 1)
    assert reply.next_attempt_at is not None
    assert reply.next_attempt_at >= now() + timedelta(seconds=299)
    clock.shift(timedelta(seconds=301))
    replies.send_due()
    reply.refresh_from_db()
    assert (reply.state, len(server.accepted)) == ("sent", 1)


def test_after_a_day_of_waiting_a_person_must_look(
    reply: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(hours=25))
    server.faults.add("x", CREATE, "429", method="POST")

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, "for a day" in reply.error) == ("failed", True)


def test_the_day_of_waiting_begins_with_the_approval(reply: Reply, server: Server) -> None:
    Reply.objects.update(created_at=now() - timedelta(hours=30), approved_at=now())
    server.faults.add("x", CREATE, "429", method="POST")

    replies.send_due()

    reply.refresh_from_db()
    assert reply.state == "queued"


def test_keys_that_are_not_accepted_ask_for_a_person(reply: Reply, server: Server) -> None:
    server.faults.add("x", CREATE, "unauthorised", method="POST")

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, "Connect the channel again" in reply.error) == ("failed", True)
    assert LogEntry.objects.get().verb == "reply failed"


def test_a_refused_answer_says_what_the_platform_said(reply: Reply, server: Server) -> None:
    server.faults.add("x", CREATE, "forbidden", method="POST")

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, "refused" in reply.error) == ("failed", True)


@pytest.mark.parametrize("fault", ["accept-then-cut", "accept-then-504", "half-json", "500"])
def test_an_unknown_outcome_is_never_blindly_sent_again(
    reply: Reply, server: Server, fault: str
) -> None:
    server.faults.add("x", CREATE, fault, method="POST")

    replies.send_due()
    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, reply.attempts, reply.unconfirmed_at) == ("unconfirmed", 1, now())
    assert [call.method for call in server.calls] == ["POST"]


def test_a_worker_that_died_leaves_an_unconfirmed_reply(
    reply: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    Reply.objects.all().claim_due(at=now())
    clock.shift(LEASE + timedelta(seconds=1))

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, server.accepted) == ("unconfirmed", [])


def test_a_worker_at_work_is_left_alone(reply: Reply) -> None:
    Reply.objects.all().claim_due(at=now())

    assert replies.send_due() == 0
    assert Reply.objects.get().state == "sending"


def test_a_message_that_was_taken_away_meanwhile_is_not_answered(
    reply: Reply, server: Server
) -> None:
    Mention.objects.update(deleted_at=now())

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, server.accepted) == ("failed", [])


def test_a_channel_out_of_use_sends_nothing(reply: Reply, server: Server) -> None:
    Channel.objects.update(is_active=False)

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, server.accepted) == ("failed", [])


def test_a_slow_platform_ends_the_round_before_the_worker_is_stopped(
    reply: Reply, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies.delivery, "SECONDS", 0.0)

    assert (replies.send_due(), server.accepted) == (0, [])


def test_a_channel_in_trouble_does_not_hold_up_the_others(
    asked: Callable[..., Ticket], reply: Reply, facebook_channel: Channel, server: Server
) -> None:
    """The second reply of the channel in trouble is left for the next round."""
    ticket = asked("En de vakantie?")
    ReplyFactory(ticket=ticket, mention=ticket.messages.get().mention, channel=reply.channel)
    comment = server.facebook.add_comment("Leuk!", "Nico")
    other = ReplyFactory(channel=facebook_channel, mention__platform="facebook")
    Mention.objects.filter(pk=other.mention_id).update(external_id=comment.id)
    server.faults.add("x", CREATE, "429", method="POST", times=5)

    assert replies.send_due() == 2

    other.refresh_from_db()
    assert (other.state, len(server.calls)) == ("sent", 2)
