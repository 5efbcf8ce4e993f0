from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from core.models import LogEntry
from governance.models.routing import Priority, Threat
from monitoring.models import Mention
from people.models import Team, User
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import ReplyFactory
from webcare.domain import tickets, triage
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(info: Team) -> Ticket:
    """Made by triage from one question in conversation c1."""
    MentionFactory(external_id="m1", conversation="c1", author_handle="piet")
    triage.triage_new()
    return Ticket.objects.get()


def follow_up(**fields: object) -> Mention:
    mention: Mention = MentionFactory(**{"external_id": "m2", "author_handle": "kees", **fields})
    triage.triage_new()
    return mention


def answered(ticket: Ticket, external_id: str = "r1") -> None:
    mention = ticket.messages.get().mention
    ReplyFactory(
        ticket=ticket, mention=mention, state="sent", sent_at=now(), external_id=external_id
    )


def test_an_answer_to_a_mention_joins_its_ticket(ticket: Ticket) -> None:
    mention = follow_up(in_reply_to="m1")

    assert mention.ticket_message.ticket == ticket
    ticket.refresh_from_db()
    assert ticket.revision == 2


def test_an_answer_to_our_reply_joins_its_ticket(ticket: Ticket) -> None:
    answered(ticket)

    assert follow_up(in_reply_to="r1").ticket_message.ticket == ticket


def test_a_mention_in_the_same_conversation_joins_its_ticket(ticket: Ticket) -> None:
    MentionFactory(external_id="c1", is_relevant=False)

    assert follow_up(conversation="c1").ticket_message.ticket == ticket


def test_the_root_itself_joins_its_conversation(ticket: Ticket) -> None:
    assert follow_up(external_id="c1").ticket_message.ticket == ticket


def test_the_same_author_without_a_conversation_gets_a_ticket_of_their_own(ticket: Ticket) -> None:
    assert follow_up(author_handle="piet").ticket_message.ticket != ticket


def test_the_same_ids_on_another_platform_are_another_conversation(ticket: Ticket) -> None:
    joined = follow_up(platform="mastodon", conversation="c1", in_reply_to="m1")

    assert joined.ticket_message.ticket != ticket


def test_under_our_own_post_everybody_has_a_conversation_of_their_own(info: Team) -> None:
    MentionFactory(external_id="ours", is_own=True)
    for number, author in enumerate(["piet", "kees", "piet"]):
        MentionFactory(
            external_id=f"n{number}", conversation="ours", in_reply_to="ours", author_handle=author
        )

    triage.triage_new()

    found = Ticket.objects.order_by("author_handle").values_list("author_handle", "revision")
    assert list(found) == [("kees", 1), ("piet", 2)]


def test_under_a_post_that_we_never_saw_everybody_has_a_conversation_of_their_own(
    ticket: Ticket,
) -> None:
    same = follow_up(external_id="m2", conversation="c1", in_reply_to="c1", author_handle="piet")
    other = follow_up(external_id="m3", conversation="c1", in_reply_to="c1", author_handle="kees")

    assert same.ticket_message.ticket == ticket
    assert other.ticket_message.ticket != ticket


def test_people_without_a_name_never_share_a_conversation_under_our_own_post(info: Team) -> None:
    MentionFactory(external_id="ours", is_own=True)
    for _ in range(2):
        MentionFactory(conversation="ours", in_reply_to="ours", author_handle="", author_name="")

    triage.triage_new()

    assert Ticket.objects.count() == 2


def test_two_mentions_of_one_conversation_in_one_batch_make_one_ticket(info: Team) -> None:
    at = now()
    MentionFactory(external_id="b", in_reply_to="a", published_at=at, conversation="a")
    MentionFactory(external_id="a", text="de eerste", published_at=at - timedelta(minutes=1))

    triage.triage_new()

    ticket = Ticket.objects.get()
    assert (ticket.subject, ticket.messages.count(), ticket.revision) == ("de eerste", 2, 2)


def test_a_follow_up_opens_a_waiting_ticket_again(ticket: Ticket, anna: User) -> None:
    tickets.claim(ticket, by=anna)
    tickets.wait(ticket, by=anna)

    follow_up(in_reply_to="m1")

    ticket.refresh_from_db()
    assert (ticket.state, ticket.owner) == (Ticket.State.OPEN, anna)


def test_a_reaction_to_us_within_a_week_opens_a_closed_ticket_again(
    ticket: Ticket, anna: User
) -> None:
    answered(ticket)
    tickets.claim(ticket, by=anna)
    tickets.close(ticket, by=anna, outcome="answered")

    follow_up(in_reply_to="r1")

    ticket.refresh_from_db()
    assert (ticket.state, ticket.outcome, ticket.closed_at) == (Ticket.State.OPEN, "", None)
    assert ticket.owner is None


def test_a_word_of_thanks_leaves_a_closed_ticket_closed(ticket: Ticket, anna: User) -> None:
    policy_in_force({"words": "dankjewel", "team": None})
    answered(ticket)
    tickets.close(ticket, by=anna, outcome="answered")

    thanks = follow_up(in_reply_to="r1", text="dankjewel!")

    ticket.refresh_from_db()
    assert ticket.state == Ticket.State.CLOSED
    assert thanks.ticket_message.ticket == ticket


def test_a_later_reaction_is_a_new_ticket_that_knows_the_old_one(
    ticket: Ticket, anna: User
) -> None:
    answered(ticket)
    tickets.close(ticket, by=anna, outcome="answered")
    Ticket.objects.update(closed_at=now() - timedelta(days=8))

    mention = follow_up(in_reply_to="r1")

    assert mention.ticket_message.ticket.previous == ticket


def test_others_who_go_on_in_a_closed_conversation_get_a_new_ticket(
    ticket: Ticket, anna: User
) -> None:
    MentionFactory(external_id="c1", is_relevant=False)
    tickets.close(ticket, by=anna, outcome="answered")

    mention = follow_up(conversation="c1")

    assert mention.ticket_message.ticket.previous == ticket


def test_a_threat_in_a_follow_up_takes_the_ticket_to_the_crisis_team(
    ticket: Ticket, anna: User, crisis: Team
) -> None:
    tickets.claim(ticket, by=anna)

    follow_up(in_reply_to="m1", threat=Threat.LIKELY, threat_words=["bom"])

    ticket.refresh_from_db()
    assert (ticket.team, ticket.owner, ticket.threat) == (crisis, None, Threat.LIKELY)
    assert ticket.priority == Priority.URGENT
    assert [reason["code"] for reason in ticket.reasons][-1] == "threat_unruled"


def test_an_edit_that_makes_a_threat_takes_the_ticket_to_the_crisis_team(
    ticket: Ticket, crisis: Team
) -> None:
    Mention.objects.update(threat=Threat.LIKELY, triaged_at=None)

    triage.triage_new()

    ticket.refresh_from_db()
    assert (ticket.team, ticket.threat, ticket.revision) == (crisis, Threat.LIKELY, 2)
    assert ticket.messages.count() == 1


def test_a_follow_up_never_makes_a_ticket_less_urgent(ticket: Ticket) -> None:
    Ticket.objects.update(priority=Priority.URGENT, threat=Threat.LIKELY)

    follow_up(in_reply_to="m1")

    ticket.refresh_from_db()
    assert (ticket.priority, ticket.threat) == (Priority.URGENT, Threat.LIKELY)


def test_an_answer_to_a_follow_up_needs_the_approval_that_its_rule_asks(ticket: Ticket) -> None:
    policy_in_force({"words": "journalist", "needs_approval": True, "team": ticket.team})

    follow_up(in_reply_to="m1", text="Ik ben journalist, klopt dit?")

    ticket.refresh_from_db()
    assert ticket.needs_approval


def test_a_follow_up_is_written_in_the_audit_trail(ticket: Ticket) -> None:
    mention = follow_up(in_reply_to="m1")

    entry = LogEntry.objects.get(verb="joined")
    assert entry.detail == {"mention": mention.pk, "revision": 2, "team": ticket.team_id}


def test_a_hundred_reactions_take_no_more_queries_than_one(
    ticket: Ticket, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(100):
        MentionFactory(external_id=f"f{number}", in_reply_to="m1")

    with django_assert_max_num_queries(28):
        triage.triage_new()

    ticket.refresh_from_db()
    assert ticket.revision == 101
