from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import now
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import ReplyFactory, TicketFactory, TicketMessageFactory, ticket_about
from webcare.domain.reconciliation import Reconciliation, reconcile
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def counts(found: Reconciliation) -> tuple[int, int, int]:
    return (found.unhandled, len(found.doubles), len(found.unconfirmed))


def sent(ticket: Ticket, **fields: object) -> None:
    mention = ticket.messages.get().mention
    ReplyFactory(ticket=ticket, mention=mention, state="sent", sent_at=now(), **fields)


def own_post(ticket: Ticket, **fields: object) -> None:
    """An answer of ours that stands on the platform, wherever it was written."""
    parent = ticket.messages.get().mention
    MentionFactory(platform="x", in_reply_to=parent.external_id, is_own=True, **fields)


def test_nothing_to_reconcile(db: None) -> None:
    sent(ticket_about(first_answered_at=now()), external_id="r1")

    assert counts(reconcile()) == (0, 0, 0)


def test_a_mention_that_was_forgotten_is_unhandled(db: None) -> None:
    forgotten = MentionFactory(seen_at=now() - timedelta(minutes=11))
    MentionFactory(seen_at=now() - timedelta(minutes=1))
    MentionFactory(seen_at=now() - timedelta(days=1), is_relevant=False)

    assert reconcile().untriaged == [forgotten.pk]


def test_a_ticket_past_its_deadline_is_unhandled(db: None) -> None:
    late = TicketFactory(due_at=now() - timedelta(minutes=1))
    TicketFactory(due_at=now() - timedelta(minutes=1), first_answered_at=now())
    TicketFactory(due_at=now() + timedelta(minutes=1))

    assert reconcile().overdue == [late.pk]


def test_two_answers_to_one_mention_are_double(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, external_id="r1")
    sent(ticket, external_id="r2", text="Iets anders")

    assert list(reconcile().doubles.values()) == [["r1", "r2"]]


def test_an_answer_that_was_written_on_the_platform_itself_counts_too(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, external_id="r1")
    own_post(ticket, external_id="o1")

    assert list(reconcile().doubles.values()) == [["r1", "o1"]]


def test_our_answer_that_came_back_is_one_answer(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, external_id="r1")
    own_post(ticket, external_id="r1")

    assert reconcile().doubles == {}


def test_an_answer_that_was_settled_by_hand_is_recognised_by_its_text(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, text="Op onze  site.")
    own_post(ticket, external_id="o1", text="op onze site.")

    assert reconcile().doubles == {}


def test_the_same_answer_twice_on_the_platform_is_double(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, external_id="r1")
    own_post(ticket, external_id="r1")
    own_post(ticket, external_id="o2", text="Je vindt het rooster op onze site.")

    assert list(reconcile().doubles.values()) == [["r1", "o2"]]


def test_an_answer_that_we_took_away_does_not_count(db: None) -> None:
    ticket = ticket_about()
    sent(ticket, external_id="r1")
    own_post(ticket, external_id="o2", deleted_at=now())

    assert reconcile().doubles == {}


def test_our_answers_to_each_other_are_not_double(db: None) -> None:
    """A thread of our own posts answers no mention in a ticket."""
    MentionFactory(external_id="o1", is_own=True)
    for number in (2, 3):
        MentionFactory(external_id=f"o{number}", in_reply_to="o1", is_own=True)

    assert reconcile().doubles == {}


def test_what_we_do_not_know_is_unconfirmed(db: None) -> None:
    doubtful = ReplyFactory(state="unconfirmed")
    abandoned = ReplyFactory(state="sending", leased_until=now() - timedelta(seconds=1))
    ReplyFactory(state="sending", leased_until=now() + timedelta(seconds=1))

    assert reconcile().unconfirmed == [doubtful.pk, abandoned.pk]


def test_the_evidence_says_which(db: None) -> None:
    message = TicketMessageFactory()
    for external_id in ("r1", "r2"):
        sent(message.ticket, external_id=external_id)

    found = reconcile().as_json()

    assert found["evidence"]["mentions_answered_twice"] == {message.mention_id: ["r1", "r2"]}
