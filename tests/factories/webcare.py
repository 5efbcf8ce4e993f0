from __future__ import annotations

import uuid
from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from tests.factories.monitoring import ChannelFactory, MentionFactory
from tests.factories.people import TeamFactory
from webcare.models import Correction, LearnedModel, Note, Reply, Ticket, TicketMessage


class TicketFactory(DjangoModelFactory):
    """A ticket without messages; `ticket_about()` makes one with its mention."""

    class Meta:
        model = Ticket

    team = factory.SubFactory(TeamFactory, code="info")
    platform = "x"
    subject = "Waar vind ik het vakantierooster?"
    author_handle = "student"
    opened_at = factory.LazyFunction(now)
    changed_at = factory.LazyFunction(now)
    due_at = factory.LazyFunction(lambda: now() + timedelta(hours=24))


class TicketMessageFactory(DjangoModelFactory):
    class Meta:
        model = TicketMessage

    ticket = factory.SubFactory(TicketFactory)
    mention = factory.SubFactory(MentionFactory, triaged_at=factory.LazyFunction(now))


class ReplyFactory(DjangoModelFactory):
    class Meta:
        model = Reply

    ticket = factory.SubFactory(TicketFactory)
    mention = factory.SubFactory(MentionFactory)
    channel = factory.SubFactory(ChannelFactory)
    text = "Je vindt het rooster op onze site."
    form_key = factory.LazyFunction(uuid.uuid4)
    next_attempt_at = factory.LazyFunction(now)


class NoteFactory(DjangoModelFactory):
    class Meta:
        model = Note

    ticket = factory.SubFactory(TicketFactory)
    text = "Eerst even bellen."
    created_at = factory.LazyFunction(now)


class CorrectionFactory(DjangoModelFactory):
    """A person says that the router was wrong about the team."""

    class Meta:
        model = Correction

    ticket = factory.SubFactory(TicketFactory)
    kind = Correction.Kind.TEAM
    before = "info"
    after = "comms"
    at = factory.LazyFunction(now)


def ticket_about(text: str = "Waar vind ik het vakantierooster?", **fields: object) -> Ticket:
    """An open ticket with one mention in it."""
    ticket: Ticket = TicketFactory(subject=text, **fields)
    mention = MentionFactory(text=text, triaged_at=now(), platform=ticket.platform)
    TicketMessageFactory(ticket=ticket, mention=mention)
    return ticket


class LearnedModelFactory(DjangoModelFactory):
    """One that is kept but not used, and that nobody can read."""

    class Meta:
        model = LearnedModel

    trained_at = factory.LazyFunction(now)
    learned_from = 100
    stored = b""
