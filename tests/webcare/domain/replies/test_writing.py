from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from core.clock import now
from core.models import LogEntry
from monitoring.models import Channel
from people.models import User
from tests.factories.monitoring import ChannelFactory, MentionFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory, ticket_about
from webcare.domain import desk, replies, tickets
from webcare.models import Reply, Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def write(ticket: Ticket, by: User, text: str = "Op onze site.", **changed: Any) -> Reply:
    """As the form does, by somebody who saw everything."""
    form = {
        "mention": ticket.messages.latest("pk").mention,
        "form_key": uuid.uuid4(),
        "seen_revision": ticket.revision,
        **changed,
    }
    return replies.write(ticket, text=text, by=by, **form)


def test_an_answer_waits_in_the_outbox_until_it_cannot_be_taken_back(
    anna: User, settings: Settings
) -> None:
    settings.UNDO_SECONDS = 10
    ticket = ticket_about()

    reply = write(ticket, anna, " Op onze site. ")

    assert (reply.state, reply.text, reply.author) == (Reply.State.QUEUED, "Op onze site.", anna)
    assert reply.next_attempt_at == now() + timedelta(seconds=10)
    assert reply.channel == Channel.objects.get()


def test_who_answers_takes_the_ticket(anna: User) -> None:
    ticket = ticket_about()

    write(ticket, anna)

    assert Ticket.objects.get().owner == anna


def test_an_answer_is_written_down_without_its_text(anna: User) -> None:
    reply = write(ticket_about(), anna)

    entry = LogEntry.objects.get()
    assert (entry.verb, entry.actor) == ("reply written", anna)
    assert entry.detail == {"reply": reply.pk, "revision": 2}


def test_the_draft_is_done_with_the_answer(anna: User) -> None:
    ticket = ticket_about()
    desk.save_draft(ticket, anna, "Op onze")

    write(ticket, anna)

    assert desk.draft(ticket, anna) == ""


def test_the_same_form_posted_twice_is_one_reply(anna: User) -> None:
    ticket, key = ticket_about(), uuid.uuid4()
    first = write(ticket, anna, form_key=key, seen_revision=1)

    second = write(ticket, anna, form_key=key, seen_revision=1)

    assert first == second
    assert Reply.objects.count() == 1
    assert LogEntry.objects.count() == 1


def test_the_back_button_after_sending_is_one_reply(anna: User) -> None:
    ticket, key = ticket_about(), uuid.uuid4()
    reply = write(ticket, anna, form_key=key)
    Reply.objects.update(state="sent", sent_at=now())
    tickets.close(ticket, by=anna, outcome="answered")

    assert write(ticket, anna, form_key=key) == reply
    assert Reply.objects.count() == 1


def test_a_used_form_with_other_words_is_refused(anna: User) -> None:
    """Nobody may think that these words went out."""
    ticket, key = ticket_about(), uuid.uuid4()
    write(ticket, anna, form_key=key)

    with pytest.raises(replies.CannotReply, match="used already"):
        write(ticket, anna, "Iets heel anders", form_key=key)

    assert Reply.objects.get().text == "Op onze site."


def test_an_older_form_of_the_same_person_is_stopped_after_an_answer(anna: User) -> None:
    """A second tab does not know of the answer that went out from the first."""
    ticket = ticket_about()
    write(ticket, anna, seen_revision=1)
    Reply.objects.update(state="sent", sent_at=now())

    with pytest.raises(replies.UnseenChange) as refusal:
        write(ticket, anna, seen_revision=1)

    assert [entry.verb for entry in refusal.value.added] == ["reply written"]


def test_a_form_of_somebody_else_cannot_be_used(anna: User, bas: User) -> None:
    ticket, key = ticket_about(), uuid.uuid4()
    write(ticket, anna, form_key=key)

    with pytest.raises(replies.CannotReply):
        write(ticket, bas, form_key=key)


def test_an_answer_stops_when_a_message_came_that_its_writer_has_not_seen(
    anna: User, bas: User
) -> None:
    ticket = ticket_about()
    tickets.add_note(Ticket.objects.get(), by=bas, text="Roosters zijn gewijzigd")

    with pytest.raises(replies.UnseenChange) as refusal:
        write(ticket, anna, seen_revision=1)

    assert refusal.value.revision == 2
    assert [entry.verb for entry in refusal.value.added] == ["noted"]
    assert not Reply.objects.exists()


def test_the_draft_stays_when_an_answer_is_stopped(anna: User, bas: User) -> None:
    ticket = ticket_about()
    desk.save_draft(ticket, anna, "Op onze site")
    tickets.add_note(Ticket.objects.get(), by=bas, text="Roosters zijn gewijzigd")

    with pytest.raises(replies.UnseenChange):
        write(ticket, anna, seen_revision=1)

    assert desk.draft(ticket, anna) == "Op onze site"


def test_an_answer_can_go_out_anyway(anna: User, bas: User) -> None:
    ticket = ticket_about()
    tickets.add_note(Ticket.objects.get(), by=bas, text="Roosters zijn gewijzigd")

    assert write(ticket, anna, seen_revision=1, anyway=True).state == Reply.State.QUEUED


def test_what_you_added_yourself_does_not_stop_you(anna: User) -> None:
    ticket = ticket_about()
    tickets.add_note(Ticket.objects.get(), by=anna, text="Even kijken")

    assert write(ticket, anna, seen_revision=1).state == Reply.State.QUEUED


def test_a_ticket_in_other_hands_cannot_be_answered(anna: User, bas: User) -> None:
    ticket = ticket_about()
    tickets.claim(Ticket.objects.get(), by=bas)

    with pytest.raises(replies.SomeoneElseAnswers) as refusal:
        write(ticket, anna)

    assert (refusal.value.by, "Bas" in str(refusal.value)) == (bas, True)


def test_a_message_with_an_answer_on_its_way_gets_no_second_one(anna: User) -> None:
    ticket = ticket_about()
    write(ticket, anna)

    with pytest.raises(replies.SomeoneElseAnswers) as refusal:
        write(ticket, anna)

    assert refusal.value.by == anna
    assert Reply.objects.count() == 1


def test_a_closed_ticket_is_not_answered(anna: User) -> None:
    ticket = ticket_about()
    tickets.close(ticket, by=anna, outcome="spam")

    with pytest.raises(tickets.AlreadyClosed):
        write(ticket, anna)


def test_a_message_of_another_ticket_is_not_answered_here(anna: User) -> None:
    other = ticket_about().messages.get().mention

    with pytest.raises(replies.CannotReply):
        write(ticket_about(), anna, mention=other)


def test_a_text_that_does_not_fit_is_refused_with_both_lengths(anna: User) -> None:
    with pytest.raises(replies.TooLong) as refusal:
        write(ticket_about(), anna, "a" * 281)

    assert (refusal.value.length, refusal.value.limit) == (281, 280)


def test_a_link_counts_as_the_platform_counts_it(anna: User) -> None:
    text = f"https://rocdewaterlanden.nl/{'a' * 300}"

    assert write(ticket_about(), anna, text).state == Reply.State.QUEUED


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_answer_is_refused(anna: User, text: str) -> None:
    with pytest.raises(replies.CannotReply):
        write(ticket_about(), anna, text)


def test_a_message_that_was_taken_away_is_not_answered(anna: User) -> None:
    ticket = ticket_about()
    mention = ticket.messages.get().mention
    type(mention).objects.update(deleted_at=now())

    with pytest.raises(replies.CannotReply, match="taken away"):
        write(ticket, anna, mention=mention)


def test_a_platform_without_answers_says_so(anna: User) -> None:
    ticket = TicketFactory(platform="rss")
    mention = MentionFactory(platform="rss")
    TicketMessageFactory(ticket=ticket, mention=mention)

    limits = replies.limits(mention)

    assert (limits.can_reply, "takes no answers" in limits.why_not) == (False, True)
    with pytest.raises(replies.CannotReply):
        write(ticket, anna)


def test_a_platform_that_only_comes_in_by_import_says_so(db: None) -> None:
    assert not replies.limits(MentionFactory(platform="tiktok", source=None)).can_reply


def test_without_keys_nothing_can_be_answered(anna: User) -> None:
    ticket = ticket_about()
    Channel.objects.update(credentials={})
    mention = ticket.messages.get().mention

    assert "keys" in replies.limits(mention).why_not


def test_a_mention_from_a_search_is_answered_by_another_channel_of_ours(db: None) -> None:
    ChannelFactory(platform="x", is_active=False)
    ours = ChannelFactory(platform="x")
    mention = MentionFactory(source=None, platform="x")

    limits = replies.limits(mention)

    assert (limits.can_reply, limits.channel, limits.max_length) == (True, ours, 280)


def test_an_answer_can_be_taken_back_as_a_draft(anna: User) -> None:
    ticket = ticket_about()
    reply = write(ticket, anna)

    draft = replies.withdraw(reply, by=anna)

    assert (reply.state, draft.text) == (Reply.State.WITHDRAWN, "Op onze site.")
    assert LogEntry.objects.filter(verb="reply withdrawn").exists()


def test_taking_back_keeps_what_was_written_since(anna: User) -> None:
    ticket = ticket_about()
    reply = write(ticket, anna)
    desk.save_draft(ticket, anna, "En nog iets")

    assert replies.withdraw(reply, by=anna).text == "Op onze site.\n\nEn nog iets"


@pytest.mark.parametrize("state", ["sending", "sent", "unconfirmed", "failed", "withdrawn"])
def test_what_is_on_its_way_cannot_be_taken_back(anna: User, state: str) -> None:
    reply = write(ticket_about(), anna)
    Reply.objects.update(state=state, sent_at=now())

    with pytest.raises(replies.TooLate):
        replies.withdraw(reply, by=anna)

    assert Reply.objects.get().state == state
