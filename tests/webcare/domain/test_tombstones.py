from __future__ import annotations

import pytest

from core.clock import now
from monitoring.models import Mention
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import TicketMessageFactory, ticket_about
from webcare.domain import tombstones
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


def taken_away(mention: Mention) -> None:
    mention.text, mention.deleted_at = "", now()
    mention.save()


def subject_of(ticket: Ticket) -> str:
    ticket.refresh_from_db()
    return ticket.subject


def test_a_ticket_forgets_the_words_that_its_author_took_away() -> None:
    ticket = ticket_about("Dit had ik niet moeten schrijven")
    taken_away(ticket.messages.get().mention)

    assert tombstones.forget_taken_away() == 1
    assert subject_of(ticket) == ""


def test_no_reason_quotes_what_its_author_took_away() -> None:
    kept = {"code": "judge", "params": {"team": "Info centre", "certainty": 62}}
    quotes = [
        {"code": "judged_by", "params": {"words": "niet, schrijven"}},
        {"code": "threat", "params": {"words": "mes"}},
    ]
    ticket = ticket_about("Dit had ik niet moeten schrijven", reasons=[kept, *quotes])
    taken_away(ticket.messages.get().mention)

    tombstones.forget_taken_away()

    ticket.refresh_from_db()
    assert ticket.reasons == [kept]


def test_a_later_message_that_goes_leaves_the_subject() -> None:
    ticket = ticket_about("Waar is het rooster?")
    later = MentionFactory(published_at=now(), triaged_at=now())
    TicketMessageFactory(ticket=ticket, mention=later)
    taken_away(later)

    assert tombstones.forget_taken_away() == 0
    assert subject_of(ticket) == "Waar is het rooster?"


def test_what_was_forgotten_is_not_looked_at_again() -> None:
    taken_away(ticket_about("Weg ermee").messages.get().mention)
    tombstones.forget_taken_away()

    assert tombstones.forget_taken_away() == 0


def test_what_was_taken_away_before_it_was_routed_is_quoted_no_more() -> None:
    quote = {"code": "threat", "params": {"words": "mes"}}
    ticket = ticket_about("", reasons=[quote])
    mention = ticket.messages.get().mention
    mention.triaged_at, mention.threat_words = now(), ["mes"]
    taken_away(mention)

    assert tombstones.forget_taken_away() == 1

    ticket.refresh_from_db()
    mention.refresh_from_db()
    assert (ticket.reasons, mention.threat_words) == ([], [])
    assert tombstones.forget_taken_away() == 0


def test_a_later_threat_keeps_its_words_when_the_first_message_is_gone() -> None:
    quote = {"code": "threat", "params": {"words": "mes"}}
    ticket = ticket_about("", reasons=[quote])
    first = ticket.messages.get().mention
    later = MentionFactory(text="Ik heb een mes", published_at=now())
    TicketMessageFactory(ticket=ticket, mention=later)
    taken_away(first)

    tombstones.forget_taken_away()

    ticket.refresh_from_db()
    assert ticket.reasons == [quote]
