"""R2: the platform takes an answer, and its own answer to us gets lost.

A reset, a silence or a 504 after the platform accepted: the reply is looked up, found, and never
stands there twice. The practice platform counts what it really accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
import time_machine

from people.models import User
from sandbox import Server
from tests.factories.webcare import ReplyFactory
from tests.faults.test_outbox_kill import WRITES, World
from webcare.domain import replies
from webcare.models import Reply

pytestmark = [pytest.mark.fault, pytest.mark.django_db]

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
PLATFORMS = sorted(WRITES)
LOST = ("accept-then-cut", "accept-then-504", "accept-then-hang", "half-json", "cut-body")
UNREADABLE = ("429", "500", "html-200", "other-shape", "hang", "unauthorised")
SHORT = 0.2
"""Seconds that our clients wait here; the silence lasts much longer."""


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits 15 to 30 seconds for an answer, waits the fifth part of one here."""
    monkeypatch.setattr("connectors.x.session.TIMEOUT", (5.0, SHORT))
    monkeypatch.setattr("connectors.facebook.session.TIMEOUT", (5.0, SHORT))
    monkeypatch.setattr("connectors.http._TIMEOUT", httpx2.Timeout(SHORT, connect=5.0))


@pytest.fixture
def world(server: Server, clock: time_machine.Traveller) -> World:
    return World(server)


@pytest.fixture(params=PLATFORMS)
def platform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


Lose = Callable[..., Reply]


@pytest.fixture
def lose(world: World, platform: str) -> Lose:
    """Sends an answer that suffers `fault` on its way."""

    def send(fault: str, number: int = 1) -> Reply:
        reply = world.queue(platform, number)
        world.server.faults.add(platform, WRITES[platform], fault, method="POST", delay=20)
        replies.send_due()
        reply.refresh_from_db()
        return reply

    return send


def look(clock: time_machine.Traveller, times: int) -> None:
    """As the beat does."""
    for _ in range(times):
        replies.confirm_unconfirmed()
        clock.shift(timedelta(seconds=21))


def stands_at(server: Server, reply: Reply) -> str:
    """The id that the platform gave to the only answer that it accepted."""
    (accepted,) = server.accepted
    return accepted.id if reply.mention.platform != "mastodon" else _on_host(server, accepted.id)


def _on_host(server: Server, local_id: str) -> str:
    return f"{server.mastodon.url.split('/')[2]}:{local_id}"


def posts(server: Server) -> int:
    return sum(call.method == "POST" for call in server.calls)


@pytest.mark.parametrize("fault", LOST)
def test_an_answer_whose_receipt_got_lost_is_found(
    lose: Lose, server: Server, clock: time_machine.Traveller, fault: str
) -> None:
    reply = lose(fault)
    assert (reply.state, reply.attempts) == ("unconfirmed", 1)

    look(clock, times=1)

    reply.refresh_from_db()
    assert (reply.state, reply.external_id) == ("sent", stands_at(server, reply))
    assert (reply.error, reply.ticket.first_answered_at is None) == ("", False)
    assert posts(server) == 1


@pytest.mark.parametrize("fault", UNREADABLE)
def test_it_is_found_as_soon_as_the_platform_can_be_read_again(
    lose: Lose, server: Server, platform: str, clock: time_machine.Traveller, fault: str
) -> None:
    reply = lose("accept-then-cut")
    server.faults.add(platform, "*", fault, method="GET", seconds=120, delay=20)

    look(clock, times=4)
    reply.refresh_from_db()
    assert (reply.state, replies.can_resend(reply)) == ("unconfirmed", False)
    clock.shift(timedelta(minutes=6))
    look(clock, times=1)

    reply.refresh_from_db()
    assert (reply.state, reply.external_id) == ("sent", stands_at(server, reply))
    assert posts(server) == 1


def test_an_answer_that_the_platform_shows_late_is_found(
    lose: Lose, server: Server, platform: str, clock: time_machine.Traveller
) -> None:
    """A slow platform may publish after we hung up, and shows it later still."""
    reply = lose("hang")
    look(clock, times=3)
    asked = reply.mention.external_id.rpartition(":")[2]
    place = "comment" if platform == "facebook" else ""
    late = server.platforms[platform].write(reply.text, in_reply_to=asked, place=place)

    look(clock, times=2)

    reply.refresh_from_db()
    assert reply.state == "sent"
    assert reply.external_id.endswith(late.id)
    assert posts(server) == 1


def test_many_answers_that_got_lost_at_once_are_all_found(
    lose: Lose, server: Server, clock: time_machine.Traveller
) -> None:
    for number, fault in enumerate(LOST):
        lose(fault, number)
        clock.shift(1)

    look(clock, times=2)

    found = Reply.objects.values_list("state", "attempts")
    assert list(found) == [("sent", 1)] * len(LOST)
    assert len({reply.external_id for reply in Reply.objects.all()}) == len(server.accepted)
    assert server.duplicates() == {}


def test_the_second_of_two_answers_with_the_same_words_is_found(
    world: World, lose: Lose, server: Server, platform: str, clock: time_machine.Traveller
) -> None:
    """The first stands there too, and must not be taken for the second."""
    first = world.queue(platform, 1)
    replies.send_due()
    clock.shift(1)

    second = lose("accept-then-cut")
    look(clock, times=1)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("sent", "sent")
    assert first.external_id != second.external_id


def test_the_same_words_to_the_same_message_are_told_apart(
    world: World, server: Server, clock: time_machine.Traveller
) -> None:
    """Facebook takes the same comment twice, and lists the oldest first."""
    first = world.queue("facebook", 1)
    replies.send_due()
    clock.shift(1)
    again = ReplyFactory(
        ticket=first.ticket, mention=first.mention, channel=first.channel, text=first.text
    )
    server.faults.add("facebook", "*/comments", "accept-then-cut", method="POST")
    replies.send_due()

    look(clock, times=1)

    again.refresh_from_db()
    assert (again.state, again.external_id) == ("sent", server.accepted[1].id)


def test_who_sends_again_what_stands_there_after_all_doubles_nothing(
    lose: Lose, server: Server, platform: str, clock: time_machine.Traveller, anna: User
) -> None:
    """People look too soon, or at the wrong place: the sender looks once more."""
    reply = lose("accept-then-cut")
    replies.settle(reply, by=anna, was_sent=False)
    replies.resend(reply, by=anna)

    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, reply.external_id) == ("sent", stands_at(server, reply))
    assert posts(server) == 1


def test_nothing_is_sent_again_while_the_platform_cannot_be_read(
    lose: Lose, server: Server, platform: str, clock: time_machine.Traveller, anna: User
) -> None:
    reply = lose("accept-then-cut")
    replies.settle(reply, by=anna, was_sent=False)
    replies.resend(reply, by=anna)
    server.faults.add(platform, "*", "500", method="GET", seconds=60)

    replies.send_due()
    reply.refresh_from_db()
    assert (reply.state, posts(server)) == ("queued", 1)
    clock.shift(timedelta(minutes=5))
    replies.send_due()

    reply.refresh_from_db()
    assert (reply.state, posts(server), len(server.accepted)) == ("sent", 1, 1)
