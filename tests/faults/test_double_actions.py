"""R3: a double click, two tabs, two agents, a form posted again, the Back button.

One answer goes out, whoever comes second hears who was first, and keeps every word. All of it over
HTTP; what must happen at once, happens in threads with connections of their own. The practice
platform counts the answers that it accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from core.clock import now
from core.models import LogEntry
from people.models import Role, Team, User
from sandbox import Server
from tests.factories.monitoring import MentionFactory
from tests.factories.people import UserFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory
from tests.faults.racing import racers
from tests.faults.test_outbox_kill import World
from webcare.domain import desk, replies, tickets
from webcare.models import Reply, Ticket

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
ROUNDS = 4
WORDS = "Het rooster staat op de site."
HTMX = {"HX-Request": "true"}

Ask = Callable[..., Ticket]
Form = dict[str, Any]


@pytest.fixture
def ask(server: Server, info: Team) -> Ask:
    """Makes a ticket of the info centre about a question that really stands on the platform."""
    channel = World(server).channels["x"]

    def about(text: str = "Waar is het rooster?", **fields: Any) -> Ticket:
        mention = MentionFactory(
            external_id=server.x.add_mention(text).id,
            source__channel=channel,
            text=text,
            triaged_at=now(),
        )
        ticket: Ticket = TicketFactory(team=info, subject=text, **fields)
        TicketMessageFactory(ticket=ticket, mention=mention)
        return ticket

    return about


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def open_form(client: Client, ticket: Ticket, words: str = WORDS) -> Form:
    """The ticket on the screen of a tab, with `words` typed into it."""
    shown = client.get(ticket.get_absolute_url()).context["reply_form"].initial
    return {**shown, "text": words}


def send(client: Client, ticket: Ticket, form: Form) -> Any:
    return client.post(reverse("webcare:reply-write", args=[ticket.pk]), form, headers=HTMX)


def statuses(answers: list[Any]) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def deliver() -> None:
    replies.send_due()
    replies.send_due()


def test_a_double_click_is_one_answer(ask: Ask, anna: User, server: Server) -> None:
    client, again = browser(anna), browser(anna)
    with racers() as clicks:
        for number in range(ROUNDS):
            ticket = ask(f"Vraag {number}")
            form = open_form(client, ticket)
            answers = clicks.run(*[partial(send, one, ticket, form) for one in (client, again)])

            assert statuses(answers) == [200, 200]
            assert ticket.replies.count() == 1
    deliver()
    assert (len(server.accepted), server.duplicates()) == (ROUNDS, {})


def test_a_form_that_is_posted_again_and_again_is_one_answer(
    ask: Ask, anna: User, server: Server
) -> None:
    """A weak connection, a proxy that repeats: also after the answer went out and all is closed."""
    ticket, client = ask(), browser(anna)
    form = open_form(client, ticket)
    for _ in range(3):
        assert send(client, ticket, form).status_code == 200
    deliver()
    assert send(client, ticket, form).status_code == 200
    tickets.close(Ticket.objects.get(), by=anna, outcome="answered")

    assert send(client, ticket, form).status_code == 200

    deliver()
    assert (Reply.objects.count(), len(server.accepted)) == (1, 1)


def test_two_tabs_at_once_are_one_answer(ask: Ask, anna: User, server: Server) -> None:
    one, two = browser(anna), browser(anna)
    with racers() as tabs:
        for number in range(ROUNDS):
            ticket = ask(f"Vraag {number}")
            forms = [open_form(one, ticket), open_form(two, ticket)]
            posts = [
                partial(send, *tab) for tab in zip((one, two), [ticket] * 2, forms, strict=True)
            ]

            assert statuses(tabs.run(*posts)) == [200, 409]
            assert ticket.replies.count() == 1
    deliver()
    assert len(server.accepted) == ROUNDS


def test_a_tab_that_was_left_open_does_not_answer_a_second_time(
    ask: Ask, anna: User, server: Server
) -> None:
    ticket, client = ask(), browser(anna)
    first, left_open = open_form(client, ticket), open_form(client, ticket, "Op de site.")
    send(client, ticket, first)
    deliver()

    stopped = send(client, ticket, left_open)

    page = stopped.content.decode()
    assert stopped.status_code == 409
    assert "Anna wrote an answer" in page
    assert "Op de site.</textarea>" in page
    deliver()
    assert (Reply.objects.count(), len(server.accepted)) == (1, 1)


def test_of_two_agents_at_once_one_answers_and_the_other_hears_who(
    ask: Ask, anna: User, bas: User, server: Server
) -> None:
    clients = {anna: browser(anna), bas: browser(bas)}
    with racers() as both:
        for number in range(ROUNDS):
            ticket = ask(f"Vraag {number}")
            forms = [open_form(client, ticket) for client in clients.values()]
            posts = [
                partial(send, client, ticket, form)
                for client, form in zip(clients.values(), forms, strict=True)
            ]
            answers = both.run(*posts)

            assert statuses(answers) == [200, 409]
            reply = ticket.replies.get()
            (lost,) = [one for one in answers if one.status_code == 409]
            assert f"{reply.author} is answering this already." in lost.content.decode()
    deliver()
    assert (len(server.accepted), server.duplicates()) == (ROUNDS, {})


def test_who_answers_after_a_colleague_did_sees_that_first(
    ask: Ask, anna: User, bas: User, server: Server
) -> None:
    """Also when the colleague gave the ticket back, and nobody holds it any more."""
    ticket, by_anna, by_bas = ask(), browser(anna), browser(bas)
    too_late = open_form(by_bas, ticket, "Zie de site.")
    send(by_anna, ticket, open_form(by_anna, ticket))
    tickets.release(Ticket.objects.get(), by=anna)

    on_its_way = send(by_bas, ticket, too_late)
    deliver()
    went_out = send(by_bas, ticket, too_late)

    assert (on_its_way.status_code, went_out.status_code) == (409, 409)
    assert "Anna is answering this already." in on_its_way.content.decode()
    assert "Anna wrote an answer" in went_out.content.decode()
    assert "Zie de site.</textarea>" in went_out.content.decode()
    assert desk.draft(ticket, bas) == "Zie de site."
    assert (Reply.objects.count(), len(server.accepted)) == (1, 1)


def test_back_and_send_again_is_one_answer(ask: Ask, anna: User, server: Server) -> None:
    ticket, client = ask(), browser(anna)
    form = open_form(client, ticket)
    send(client, ticket, form)
    deliver()

    assert send(client, ticket, form).status_code == 200

    deliver()
    assert (Reply.objects.count(), len(server.accepted)) == (1, 1)


def test_back_and_other_words_are_stopped_and_kept(ask: Ask, anna: User, server: Server) -> None:
    ticket, client = ask(), browser(anna)
    form = open_form(client, ticket)
    send(client, ticket, form)
    deliver()

    changed = send(client, ticket, {**form, "text": "Of bel ons even."})
    offered = {**form, **changed.context["reply_form"].data.dict()}
    once_more = send(client, ticket, offered)

    assert (changed.status_code, once_more.status_code) == (409, 409)
    assert "This form was used already." in changed.content.decode()
    assert "Of bel ons even.</textarea>" in changed.content.decode()
    assert "Anna wrote an answer" in once_more.content.decode()
    deliver()
    assert (Reply.objects.get().text, len(server.accepted)) == (WORDS, 1)


def test_back_after_taking_back_sends_nothing(ask: Ask, anna: User, server: Server) -> None:
    ticket, client = ask(), browser(anna)
    form = open_form(client, ticket)
    send(client, ticket, form)
    replies.withdraw(Reply.objects.get(), by=anna)

    send(client, ticket, form)

    deliver()
    assert (Reply.objects.get().state, server.accepted) == ("withdrawn", [])


def step(client: Client, reply: Reply, name: str) -> Any:
    where = reverse("webcare:reply-step", args=[reply.ticket_id, reply.pk, name])
    return client.post(where, headers=HTMX)


def test_two_who_approve_at_once_let_it_out_once(ask: Ask, anna: User, server: Server) -> None:
    leads = [browser(UserFactory(name=name, roles=[Role.MANAGER])) for name in ("Dirk", "Frank")]
    with racers() as both:
        for number in range(ROUNDS):
            ticket = ask(f"Vraag {number}", needs_approval=True)
            client = browser(anna)
            send(client, ticket, open_form(client, ticket))
            reply = ticket.replies.get()

            assert statuses(
                both.run(*[partial(step, lead, reply, "approve") for lead in leads])
            ) == [
                200,
                409,
            ]
    deliver()
    assert (len(server.accepted), server.duplicates()) == (ROUNDS, {})
    assert LogEntry.objects.filter(verb="reply approved").count() == ROUNDS


def test_send_again_clicked_twice_sends_once(ask: Ask, anna: User, server: Server) -> None:
    clients = [browser(anna), browser(anna)]
    ticket = ask()
    send(clients[0], ticket, open_form(clients[0], ticket))
    server.faults.add("x", "/2/tweets", "forbidden", method="POST")
    deliver()
    reply = Reply.objects.get()
    assert reply.state == "failed"

    with racers() as clicks:
        answers = clicks.run(*[partial(step, client, reply, "resend") for client in clients])

    assert statuses(answers) == [200, 409]
    deliver()
    assert len(server.accepted) == 1
    assert LogEntry.objects.filter(verb="reply resent").count() == 1


def look(client: Client, ticket: Ticket, **data: str) -> str:
    """What an open page asks every four seconds: who else is here."""
    where = reverse("webcare:ticket-presence", args=[ticket.pk])
    return str(client.post(where, data).content.decode())


def test_a_colleague_in_the_same_ticket_is_seen_at_the_next_look(
    ask: Ask, anna: User, bas: User
) -> None:
    ticket, by_anna, by_bas = ask(), browser(anna), browser(bas)
    form = open_form(by_anna, ticket)
    assert "Bas" not in look(by_anna, ticket)

    open_form(by_bas, ticket)
    assert "Bas is looking" in look(by_anna, ticket)
    draft = {"text": "Dag", "mention": form["mention"]}
    by_bas.post(reverse("webcare:reply-draft", args=[ticket.pk]), draft)
    assert "Bas is writing" in look(by_anna, ticket)
    by_bas.post(reverse("webcare:ticket-step", args=[ticket.pk, "claim"]))
    look(by_bas, ticket, leaves="1")

    assert "Bas holds this ticket" in look(by_anna, ticket)


def test_who_is_gone_without_a_word_is_not_shown_for_long(ask: Ask, anna: User, bas: User) -> None:
    ticket, by_anna = ask(), browser(anna)
    with time_machine.travel(now(), tick=False) as clock:
        open_form(browser(bas), ticket)
        clock.shift(desk.HERE_FOR + timedelta(seconds=1))

        assert "Bas" not in look(by_anna, ticket)
