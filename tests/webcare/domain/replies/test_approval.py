from __future__ import annotations

import uuid

import pytest

from core.models import LogEntry
from people.models import User
from tests.factories.webcare import ticket_about
from webcare.domain import desk, replies, tickets
from webcare.models import Reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def reply(anna: User) -> Reply:
    """Anna's answer, which the policy wants to see first."""
    ticket = ticket_about(needs_approval=True)
    return replies.write(
        ticket,
        mention=ticket.messages.get().mention,
        text="Het spijt ons.",
        by=anna,
        form_key=uuid.uuid4(),
        seen_revision=ticket.revision,
    )


def test_an_answer_waits_for_approval(reply: Reply) -> None:
    assert (reply.state, reply.next_attempt_at) == (Reply.State.AWAITING, None)
    assert replies.send_due() == 0


def test_an_approved_answer_goes_out(reply: Reply, dirk: User) -> None:
    replies.approve(reply, by=dirk)

    assert (reply.state, reply.approved_by) == (Reply.State.QUEUED, dirk)
    assert reply.next_attempt_at is not None
    assert LogEntry.objects.filter(verb="reply approved", actor=dirk).exists()


def test_nobody_approves_their_own_answer(reply: Reply, anna: User) -> None:
    with pytest.raises(replies.OwnReply):
        replies.approve(reply, by=anna)

    assert Reply.objects.get().state == Reply.State.AWAITING


def test_an_answer_is_approved_once(reply: Reply, dirk: User, bas: User) -> None:
    replies.approve(reply, by=dirk)

    with pytest.raises(replies.NotAwaiting):
        replies.approve(reply, by=bas)

    assert Reply.objects.get().approved_by == dirk


def test_a_withdrawn_answer_cannot_be_approved(reply: Reply, anna: User, dirk: User) -> None:
    replies.withdraw(reply, by=anna)

    with pytest.raises(replies.NotAwaiting):
        replies.approve(reply, by=dirk)


def test_a_refused_answer_is_a_draft_of_its_writer_again(
    reply: Reply, anna: User, dirk: User
) -> None:
    replies.refuse(reply, by=dirk, reason="Te formeel")

    assert (reply.state, reply.refusal) == (Reply.State.WITHDRAWN, "Te formeel")
    assert desk.draft(reply.ticket, anna) == "Het spijt ons."
    assert LogEntry.objects.get(verb="reply refused").reason == "Te formeel"


def test_refusing_needs_a_reason(reply: Reply, dirk: User) -> None:
    with pytest.raises(tickets.ReasonNeeded):
        replies.refuse(reply, by=dirk, reason="")
