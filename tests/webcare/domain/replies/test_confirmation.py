from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from connectors.types import Receipt
from core.clock import now
from core.outbox import LEASE
from monitoring.models import Channel
from people.models import User
from sandbox import Server
from tests.factories.webcare import ReplyFactory
from webcare.domain import history, replies
from webcare.models import Reply, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CREATE = "/2/tweets"
OWN = "/2/users/*/tweets"


@pytest.fixture
def reply(asked: Callable[..., Ticket], x_channel: Channel) -> Reply:
    ticket = asked()
    reply: Reply = ReplyFactory(
        ticket=ticket, mention=ticket.messages.get().mention, channel=x_channel
    )
    return reply


@pytest.fixture
def arrived(reply: Reply, server: Server) -> Reply:
    """The platform took it, but its answer got lost."""
    server.faults.add("x", CREATE, "accept-then-cut", method="POST")
    replies.send_due()
    reply.refresh_from_db()
    return reply


@pytest.fixture
def lost(reply: Reply, server: Server) -> Reply:
    """It never arrived, but we cannot know that."""
    server.faults.add("x", CREATE, "500", method="POST")
    replies.send_due()
    reply.refresh_from_db()
    return reply


def look(clock: time_machine.Traveller, times: int, *, every: int = 30) -> None:
    """As the beat does."""
    for _ in range(times):
        replies.confirm_unconfirmed()
        clock.shift(timedelta(seconds=every))


def test_a_reply_that_stands_there_is_sent(arrived: Reply, server: Server) -> None:
    assert replies.confirm_unconfirmed() == 1

    arrived.refresh_from_db()
    (accepted,) = server.accepted
    assert (arrived.state, arrived.external_id) == ("sent", accepted.id)
    assert Ticket.objects.get().first_answered_at == now()


def test_a_reply_that_is_not_found_is_looked_for_again(lost: Reply, server: Server) -> None:
    replies.confirm_unconfirmed()

    lost.refresh_from_db()
    assert (lost.state, lost.looks) == ("unconfirmed", 1)
    assert lost.next_attempt_at == now() + timedelta(seconds=20)


def test_after_several_looks_a_person_decides_and_nothing_is_sent(
    lost: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    look(clock, times=10)

    lost.refresh_from_db()
    assert (lost.state, lost.next_attempt_at, server.accepted) == ("unconfirmed", None, [])
    assert "not found" in lost.error
    assert replies.can_resend(lost)


def test_two_minutes_must_pass_before_we_stop_looking(
    lost: Reply, clock: time_machine.Traveller
) -> None:
    look(clock, times=5, every=21)

    lost.refresh_from_db()
    assert lost.next_attempt_at is not None


def test_a_platform_that_cannot_be_read_proves_nothing(
    lost: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    server.faults.add("x", OWN, "500", times=100)

    look(clock, times=20, every=60)

    lost.refresh_from_db()
    assert (lost.state, lost.looks) == ("unconfirmed", 0)
    assert lost.next_attempt_at is not None
    assert "cannot be read" in lost.error
    assert not replies.can_resend(lost)


def test_it_is_found_when_the_platform_can_be_read_again(
    arrived: Reply, server: Server, clock: time_machine.Traveller
) -> None:
    server.faults.add("x", OWN, "500", times=2)

    look(clock, times=3)

    arrived.refresh_from_db()
    assert arrived.state == "sent"


def test_another_reply_with_the_same_words_is_not_taken_for_it(
    arrived: Reply, lost: Reply, server: Server
) -> None:
    """Two replies to one mention with one text: only one of them can be the post that stands."""
    Reply.objects.filter(pk=arrived.pk).update(
        state="sent", sent_at=now(), external_id=server.accepted[0].id
    )
    second = ReplyFactory(
        ticket=arrived.ticket,
        mention=arrived.mention,
        channel=arrived.channel,
        text=arrived.text,
        state="unconfirmed",
    )

    replies.confirm_unconfirmed()

    second.refresh_from_db()
    assert second.state == "unconfirmed"


def test_a_person_says_that_it_stands_there(lost: Reply, anna: User) -> None:
    replies.settle(lost, by=anna, was_sent=True)

    assert (lost.state, lost.sent_at, lost.external_id) == ("sent", now(), "")
    assert Ticket.objects.get().first_answered_at == now()


def test_a_person_says_that_it_is_not_there(lost: Reply, anna: User) -> None:
    replies.settle(lost, by=anna, was_sent=False)

    assert (lost.state, "Anna" in lost.error) == ("failed", True)


def test_what_is_known_cannot_be_settled_again(lost: Reply, anna: User, bas: User) -> None:
    replies.settle(lost, by=anna, was_sent=True)

    with pytest.raises(replies.NotDoubtful):
        replies.settle(lost, by=bas, was_sent=False)

    assert Reply.objects.get().state == "sent"


def test_a_person_can_send_again_after_the_looking(
    lost: Reply, anna: User, server: Server, clock: time_machine.Traveller
) -> None:
    look(clock, times=10)

    replies.resend(lost, by=anna)
    replies.send_due()

    lost.refresh_from_db()
    assert (lost.state, len(server.accepted)) == ("sent", 1)


def test_nobody_sends_again_while_we_still_look(lost: Reply, anna: User) -> None:
    with pytest.raises(replies.NotDoubtful):
        replies.resend(lost, by=anna)

    assert Reply.objects.get().state == "unconfirmed"


def test_a_failed_reply_is_not_sent_again_beside_another(lost: Reply, anna: User) -> None:
    replies.settle(lost, by=anna, was_sent=False)
    ReplyFactory(ticket=lost.ticket, mention=lost.mention, channel=lost.channel, author=anna)

    with pytest.raises(replies.SomeoneElseAnswers):
        replies.resend(lost, by=anna)

    assert Reply.objects.get(pk=lost.pk).state == "failed"


def test_a_late_worker_does_not_undo_what_a_person_decided(
    lost: Reply, anna: User, server: Server, clock: time_machine.Traveller
) -> None:
    """The outcome of an old try says nothing about a new one."""
    old_try = Reply.objects.get()
    look(clock, times=10)
    replies.resend(lost, by=anna)
    replies.send_due()

    ticket = Ticket.objects.get()

    assert not replies.outcomes.is_failed(old_try, "too late")
    assert Reply.objects.get().state == "sent"
    assert Ticket.objects.get().revision == ticket.revision


def test_a_slow_sender_that_was_given_up_still_tells_what_it_knows(
    reply: Reply, clock: time_machine.Traveller
) -> None:
    """Its lease ran out and nothing was found yet; then its call succeeds after all."""
    (sending,) = Reply.objects.claim_due(at=now())
    clock.shift(LEASE + timedelta(seconds=1))
    look(clock, times=1)
    assert Reply.objects.get().state == "unconfirmed"

    replies.outcomes.is_sent(sending, Receipt("77", "https://x.example/77"))

    assert [(one.state, one.external_id) for one in Reply.objects.all()] == [("sent", "77")]


def test_who_did_not_see_that_it_was_sent_again_is_told(
    lost: Reply, anna: User, bas: User, clock: time_machine.Traveller
) -> None:
    look(clock, times=10)
    seen = Ticket.objects.get().revision

    replies.resend(lost, by=anna)

    (added,) = history.added_since(lost.ticket, seen, besides=bas)
    assert added.verb == "reply resent"
