from __future__ import annotations

import pytest

from core.models import LogEntry
from governance.models.routing import Priority, Threat
from people.models import User
from tests.factories.webcare import TicketFactory, ticket_about
from webcare.domain import tickets
from webcare.models import Correction, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def kept() -> tuple[str, str, str]:
    correction = Correction.objects.get()
    return (correction.kind, correction.before, correction.after)


def test_a_priority_that_was_put_right_is_kept(anna: User) -> None:
    ticket = TicketFactory()

    tickets.set_priority(ticket, to=Priority.URGENT, by=anna)

    assert Ticket.objects.get().priority == Priority.URGENT
    assert kept() == ("priority", "NORMAL", "URGENT")


def test_the_same_priority_teaches_nothing(anna: User) -> None:
    tickets.set_priority(TicketFactory(), to=Priority.NORMAL, by=anna)

    assert not Correction.objects.exists()
    assert not LogEntry.objects.exists()


def test_an_unknown_priority_is_refused(anna: User) -> None:
    with pytest.raises(ValueError, match="9"):
        tickets.set_priority(TicketFactory(), to=9, by=anna)


def test_a_category_that_was_put_right_is_kept(anna: User) -> None:
    ticket = TicketFactory(category="question", is_unsure=True)

    tickets.set_category(ticket, to=" complaint ", by=anna)

    assert (ticket.category, ticket.is_unsure) == ("complaint", False)
    assert kept() == ("category", "question", "complaint")


def test_not_a_threat_is_said_of_the_ticket_and_its_messages(anna: User) -> None:
    ticket = ticket_about(threat=Threat.POSSIBLE, is_unsure=True)
    mention = ticket.messages.get().mention
    mention.threat = Threat.POSSIBLE
    mention.save()

    tickets.correct(ticket, kind="threat", after="none", by=anna, reason="a joke")

    mention.refresh_from_db()
    assert (ticket.threat, mention.threat, ticket.is_unsure) == ("none", "none", False)
    assert kept() == ("threat", "possible", "none")


def test_a_threat_that_was_missed_becomes_urgent(anna: User) -> None:
    ticket = ticket_about()

    tickets.correct(ticket, kind="threat", after="likely", by=anna)

    assert (ticket.threat, ticket.priority) == ("likely", Priority.URGENT)


def test_a_tone_that_was_put_right_is_certain(anna: User) -> None:
    ticket = ticket_about()

    tickets.correct(ticket, kind="sentiment", after="negative", by=anna)

    mention = ticket.messages.get().mention
    assert (mention.sentiment, mention.sentiment_certainty) == ("negative", 1)
    assert kept() == ("sentiment", "", "negative")


@pytest.mark.parametrize(("kind", "after"), [("threat", "maybe"), ("sentiment", ""), ("team", "x")])
def test_a_correction_that_means_nothing_is_refused(anna: User, kind: str, after: str) -> None:
    with pytest.raises(ValueError, match=f"{after}|{kind}"):
        tickets.correct(ticket_about(), kind=kind, after=after, by=anna)

    assert not Correction.objects.exists()


def test_a_note_is_something_to_see(anna: User) -> None:
    ticket = TicketFactory()

    note = tickets.add_note(ticket, by=anna, text=" Eerst bellen. ")

    assert (note.text, note.author) == ("Eerst bellen.", anna)
    assert Ticket.objects.get().revision == 2
