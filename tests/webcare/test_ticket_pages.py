from __future__ import annotations

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from people.models import Team, User
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import NoteFactory, TicketMessageFactory, ticket_about
from webcare.domain import tickets
from webcare.models import Correction, Draft, Presence, Reply, Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(info: Team) -> Ticket:
    return ticket_about("Waar is het rooster?")


def step(client: Client, ticket: Ticket, name: str, **data: object) -> object:
    return client.post(
        reverse("webcare:ticket-step", args=[ticket.pk, name]), data, headers={"HX-Request": "true"}
    )


def form_of(client: Client, ticket: Ticket) -> dict[str, object]:
    """The answer form as the page of `ticket` shows it now."""
    form = client.get(ticket.get_absolute_url()).context["reply_form"]
    return dict(form.initial)


def send(client: Client, ticket: Ticket, **data: object) -> object:
    return client.post(
        reverse("webcare:reply-write", args=[ticket.pk]), data, headers={"HX-Request": "true"}
    )


def test_a_stranger_does_not_learn_that_a_ticket_exists(
    client: Client, carla: User, ticket: Ticket
) -> None:
    client.force_login(carla)

    assert client.get(ticket.get_absolute_url()).status_code == 404
    assert step(client, ticket, "claim").status_code == 404  # type: ignore[attr-defined]


def test_opening_a_ticket_shows_colleagues_that_you_look(
    client: Client, anna: User, bas: User, ticket: Ticket
) -> None:
    client.force_login(bas)
    client.get(ticket.get_absolute_url())
    client.force_login(anna)

    page = client.get(ticket.get_absolute_url()).content.decode()

    assert "Bas is looking" in page


def test_leaving_a_ticket_is_seen_too(client: Client, bas: User, ticket: Ticket) -> None:
    client.force_login(bas)
    client.get(ticket.get_absolute_url())

    client.post(reverse("webcare:ticket-presence", args=[ticket.pk]), {"leaves": "1"})

    assert not Presence.objects.exists()


def test_the_second_who_takes_a_ticket_hears_who_was_first(
    client: Client, anna: User, bas: User, ticket: Ticket
) -> None:
    tickets.claim(ticket, by=bas)
    client.force_login(anna)

    answer = step(client, ticket, "claim")

    assert answer.status_code == 409  # type: ignore[attr-defined]
    assert "Bas took this ticket already." in answer.content.decode()  # type: ignore[attr-defined]


def test_moving_a_ticket_needs_a_reason(
    client: Client, anna: User, ticket: Ticket, comms: Team
) -> None:
    client.force_login(anna)

    answer = step(client, ticket, "reroute", to=comms.pk, reason=" ")

    assert answer.status_code == 422  # type: ignore[attr-defined]
    ticket.refresh_from_db()
    assert ticket.team.code == "info"


def test_moving_a_ticket_is_kept_as_an_example(
    client: Client, anna: User, ticket: Ticket, comms: Team
) -> None:
    client.force_login(anna)

    step(client, ticket, "reroute", to=comms.pk, reason="Raakt onze naam")

    example = Correction.objects.get()
    assert (example.before, example.after, example.reason) == ("info", "comms", "Raakt onze naam")


def test_who_moved_a_ticket_away_can_undo_it(
    client: Client, dirk: User, ticket: Ticket, comms: Team
) -> None:
    client.force_login(dirk)
    page = step(client, ticket, "reroute", to=comms.pk, reason="Raakt onze naam")
    assert "Undo" in page.content.decode()  # type: ignore[attr-defined]

    step(client, ticket, "undo")

    ticket.refresh_from_db()
    assert ticket.team.code == "info"


def test_a_note_is_there_for_colleagues(client: Client, anna: User, ticket: Ticket) -> None:
    client.force_login(anna)

    page = step(client, ticket, "note", text="Eerst even bellen")

    assert "Eerst even bellen" in page.content.decode()  # type: ignore[attr-defined]


def test_an_unknown_step_is_not_found(client: Client, anna: User, ticket: Ticket) -> None:
    client.force_login(anna)

    assert step(client, ticket, "explode").status_code == 404  # type: ignore[attr-defined]


def test_what_is_being_written_is_kept_and_measured(
    client: Client, anna: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    mention = ticket.messages.get().mention_id

    page = client.post(
        reverse("webcare:reply-draft", args=[ticket.pk]),
        {"text": "Op https://example.org/een/heel/lang/adres", "mention": mention},
    ).content.decode()

    assert "26 of 280 characters" in page  # an address counts for 23
    assert Draft.objects.get().user == anna


def test_the_draft_is_there_again_when_the_ticket_is_opened(
    client: Client, anna: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    mention = ticket.messages.get().mention_id
    client.post(
        reverse("webcare:reply-draft", args=[ticket.pk]), {"text": "Half", "mention": mention}
    )

    assert form_of(client, ticket)["text"] == "Half"


def test_an_answer_goes_into_the_outbox(client: Client, anna: User, ticket: Ticket) -> None:
    client.force_login(anna)

    send(client, ticket, **{**form_of(client, ticket), "text": "Op onze site."})

    reply = Reply.objects.get()
    assert (reply.text, reply.state, reply.author) == ("Op onze site.", "queued", anna)


def test_the_same_form_posted_twice_is_one_answer(
    client: Client, anna: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    data = {**form_of(client, ticket), "text": "Op onze site."}

    send(client, ticket, **data)
    send(client, ticket, **data)

    assert Reply.objects.count() == 1


def test_an_answer_is_stopped_when_something_was_added_meanwhile(
    client: Client, anna: User, bas: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    data = {**form_of(client, ticket), "text": "Op onze site."}
    tickets.add_note(ticket, by=bas, text="Ik heb al gebeld")

    answer = send(client, ticket, **data)

    page = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 409  # type: ignore[attr-defined]
    assert "Your answer was stopped" in page
    assert "Op onze site.</textarea>" in page
    assert not Reply.objects.exists()


def test_a_stopped_answer_may_go_out_as_it_is(
    client: Client, anna: User, bas: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    data = {**form_of(client, ticket), "text": "Op onze site.", "anyway": "on"}
    tickets.add_note(ticket, by=bas, text="Ik heb al gebeld")

    send(client, ticket, **data)

    assert Reply.objects.get().text == "Op onze site."


def test_an_answer_begins_with_the_account_where_the_platform_wants_that(
    client: Client, anna: User, info: Team
) -> None:
    ticket = ticket_about("Waar is het rooster?", platform="mastodon")
    mention = ticket.messages.get().mention
    mention.author_handle = "joris@school.example"
    mention.save()
    client.force_login(anna)

    assert form_of(client, ticket)["text"] == "@joris@school.example "


def test_too_long_an_answer_is_told_and_kept(client: Client, anna: User, ticket: Ticket) -> None:
    client.force_login(anna)

    answer = send(client, ticket, **{**form_of(client, ticket), "text": "a" * 281})

    page = answer.content.decode()  # type: ignore[attr-defined]
    assert "281 characters; 280 fit" in page
    assert "a" * 281 in page
    assert Draft.objects.get().text == "a" * 281


def test_an_answer_belongs_to_a_message_of_this_ticket(
    client: Client, anna: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    other = MentionFactory()

    answer = send(
        client,
        ticket,
        mention=other.pk,
        text="Hallo",
        form_key=uuid.uuid4(),
        seen_revision=ticket.revision,
    )

    assert answer.status_code == 404  # type: ignore[attr-defined]


def test_a_writer_takes_an_answer_back(client: Client, anna: User, ticket: Ticket) -> None:
    client.force_login(anna)
    send(client, ticket, **{**form_of(client, ticket), "text": "Op onze site."})
    reply = Reply.objects.get()

    client.post(reverse("webcare:reply-step", args=[ticket.pk, reply.pk, "withdraw"]))

    reply.refresh_from_db()
    assert reply.state == "withdrawn"
    assert form_of(client, ticket)["text"] == "Op onze site."


def test_nobody_approves_their_own_answer(client: Client, anna: User, info: Team) -> None:
    ticket = ticket_about("Wij zijn van de krant", needs_approval=True)
    client.force_login(anna)
    send(client, ticket, **{**form_of(client, ticket), "text": "Geen commentaar."})
    reply = Reply.objects.get()

    answer = client.post(reverse("webcare:reply-step", args=[ticket.pk, reply.pk, "approve"]))

    assert (reply.state, answer.status_code) == ("awaiting", 403)


def test_a_manager_approves_an_answer(client: Client, anna: User, dirk: User, info: Team) -> None:
    ticket = ticket_about("Wij zijn van de krant", needs_approval=True)
    client.force_login(anna)
    send(client, ticket, **{**form_of(client, ticket), "text": "Geen commentaar."})
    client.force_login(dirk)

    client.post(reverse("webcare:reply-step", args=[ticket.pk, Reply.objects.get().pk, "approve"]))

    reply = Reply.objects.get()
    assert (reply.state, reply.approved_by) == ("queued", dirk)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \u202egnp.exe"


def test_what_strangers_write_is_shown_as_text(client: Client, anna: User, info: Team) -> None:
    ticket = ticket_about(HOSTILE)
    mention = ticket.messages.get().mention
    mention.url = "javascript:alert(1)"
    mention.threat_words = ["<script>"]
    mention.save()
    NoteFactory(ticket=ticket, text=HOSTILE)
    client.force_login(anna)

    page = client.get(ticket.get_absolute_url()).content.decode()

    assert "<script>alert" not in page
    assert "onerror=alert(1)>" not in page.replace("onerror=alert(1)&gt;", "")
    assert "javascript:" not in page


@pytest.mark.parametrize("count", [1, 10])
def test_a_ticket_asks_at_most_as_many_questions_however_long_it_is(
    client: Client, anna: User, ticket: Ticket, django_assert_max_num_queries: object, count: int
) -> None:
    for _ in range(count):
        TicketMessageFactory(ticket=ticket, mention=MentionFactory(triaged_at=now()))
        NoteFactory(ticket=ticket)
    client.force_login(anna)

    with django_assert_max_num_queries(17):  # type: ignore[operator]
        client.get(ticket.get_absolute_url())


def test_a_draft_with_a_nul_in_it_is_kept_without(
    client: Client, anna: User, ticket: Ticket
) -> None:
    client.force_login(anna)
    mention = ticket.messages.get().mention_id
    client.post(
        reverse("webcare:reply-draft", args=[ticket.pk]), {"text": "Hal\0f", "mention": mention}
    )

    assert form_of(client, ticket)["text"] == "Half"


@pytest.mark.parametrize("mention", ["²", "", "-1", "9" * 30])
def test_a_draft_about_no_mention_is_not_found(
    client: Client, anna: User, ticket: Ticket, mention: str
) -> None:
    client.force_login(anna)
    page = client.post(
        reverse("webcare:reply-draft", args=[ticket.pk]), {"text": "Half", "mention": mention}
    )

    assert page.status_code == 404
