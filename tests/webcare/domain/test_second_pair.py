from __future__ import annotations

import uuid

import pytest
from django.test import Client

from core.clock import now
from governance.domain.clause_settings import NEEDS_ACKNOWLEDGEMENT, OWN_CHANNELS
from governance.models import Acknowledgement, Policy, PolicyVersion
from people.models import User
from tests.factories.clauses import document, ends, says
from tests.factories.monitoring import ChannelFactory
from tests.factories.webcare import ticket_about
from webcare.domain import replies
from webcare.models import Reply, Ticket

pytestmark = pytest.mark.django_db
State = Reply.State


@pytest.fixture
def protocol() -> PolicyVersion:
    """In force: who did not confirm it, answers together with a colleague."""
    version = document(Policy.Kind.PROTOCOL, month=1, title="Protocol")
    says(version, (NEEDS_ACKNOWLEDGEMENT, True), (OWN_CHANNELS, "without_mandate"))
    return version


@pytest.fixture
def ticket(anna: User) -> Ticket:
    found = ticket_about(team=anna.teams.get())
    mention = found.messages.get().mention
    assert mention.source is not None
    mention.source.channel = ChannelFactory(external_id="1")
    mention.source.save()
    return found


def answered(ticket: Ticket, by: User) -> Reply:
    return replies.write(
        ticket,
        mention=ticket.messages.get().mention,
        text="Dag!",
        by=by,
        form_key=uuid.uuid4(),
        seen_revision=ticket.revision,
    )


def test_without_such_a_clause_answers_go_out_as_they_did(ticket: Ticket, anna: User) -> None:
    assert answered(ticket, anna).state == State.QUEUED


def test_an_answer_of_who_did_not_confirm_waits_for_a_colleague(
    ticket: Ticket, anna: User, dirk: User, protocol: PolicyVersion
) -> None:
    reply = answered(ticket, anna)

    assert (reply.state, reply.next_attempt_at) == (State.AWAITING, None)
    replies.approve(reply, by=dirk)
    assert reply.state == State.QUEUED


def test_who_confirmed_answers_alone(ticket: Ticket, anna: User, protocol: PolicyVersion) -> None:
    Acknowledgement.objects.create(user=anna, version=protocol, at=now())

    assert answered(ticket, anna).state == State.QUEUED


def test_a_withdrawn_clause_asks_nothing_any_more(
    ticket: Ticket, anna: User, protocol: PolicyVersion
) -> None:
    ends(protocol)

    assert answered(ticket, anna).state == State.QUEUED


def test_who_writes_is_told_why_a_colleague_looks_along(
    client: Client, ticket: Ticket, anna: User, protocol: PolicyVersion
) -> None:
    anna.language = "en"
    anna.save()
    client.force_login(anna)

    shown = client.get(ticket.get_absolute_url()).content.decode()

    assert "A colleague looks along because you have not confirmed “Protocol” yet" in shown
    assert protocol.get_absolute_url() in shown
    assert "Ask for approval" in shown


def test_who_confirmed_is_told_nothing(
    client: Client, ticket: Ticket, anna: User, protocol: PolicyVersion
) -> None:
    Acknowledgement.objects.create(user=anna, version=protocol, at=now())
    client.force_login(anna)

    assert "data-second-pair" not in client.get(ticket.get_absolute_url()).content.decode()
