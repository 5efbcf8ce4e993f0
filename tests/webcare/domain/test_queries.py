from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from core.clock import now
from governance.models.routing import Priority
from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.factories.webcare import TicketFactory, ticket_about
from webcare.domain import queries, tickets
from webcare.domain.queries import Filters
from webcare.models import Ticket

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def shown(user: User, size: int = 50, after: str = "", **filters: Any) -> list[str]:
    page = queries.queue(user, Filters(**filters), size=size, after=after)
    return [ticket.subject for ticket in page.tickets]


def test_the_most_urgent_comes_first_then_what_is_due_first(anna: User, info: Team) -> None:
    at = now()
    TicketFactory(subject="later", due_at=at + timedelta(hours=2))
    TicketFactory(subject="sooner", due_at=at + timedelta(hours=1))
    TicketFactory(subject="urgent", priority=Priority.URGENT, due_at=at + timedelta(days=9))

    assert shown(anna) == ["urgent", "sooner", "later"]


def test_you_see_the_queues_of_your_own_teams(anna: User, carla: User, comms: Team) -> None:
    TicketFactory(subject="info")
    TicketFactory(subject="comms", team=comms)

    assert shown(anna) == ["info"]
    assert shown(carla) == ["comms"]


def test_all_pages_together_hold_every_ticket_once(anna: User) -> None:
    due_at = now()
    for number in range(7):
        TicketFactory(subject=str(number), due_at=due_at, priority=1 + number % 2)

    seen, after = [], ""
    while True:
        page = queries.queue(anna, Filters(), after=after, size=2)
        seen += [ticket.subject for ticket in page.tickets]
        after = page.next
        if not after:
            break

    assert seen == ["1", "3", "5", "0", "2", "4", "6"]


def test_closed_tickets_come_last_closed_first_on_all_pages(anna: User) -> None:
    for number in range(5):
        ticket = TicketFactory(subject=str(number))
        tickets.close(ticket, by=anna, outcome="spam")
        Ticket.objects.filter(pk=ticket.pk).update(closed_at=now() + timedelta(minutes=number // 2))
    first = queries.queue(anna, Filters(state="closed"), size=3)

    assert [ticket.subject for ticket in first.tickets] == ["4", "3", "2"]
    assert shown(anna, state="closed", after=first.next) == ["1", "0"]


@pytest.mark.parametrize("mark", ["nonsense", "a:b:c", "\0", "1"])
def test_a_mark_that_was_tampered_with_begins_at_the_start(anna: User, mark: str) -> None:
    TicketFactory(subject="one")

    assert shown(anna, after=mark) == ["one"]


def test_filters_narrow_what_is_shown(anna: User, bas: User) -> None:
    at = now()
    mine = TicketFactory(subject="mine", due_at=at + timedelta(hours=1))
    tickets.claim(mine, by=anna)
    TicketFactory(subject="late", due_at=at - timedelta(hours=1), platform="mastodon")
    TicketFactory(subject="unsure", is_unsure=True, threat="possible", due_at=at + timedelta(2))
    tickets.wait(TicketFactory(subject="waiting", due_at=at + timedelta(3)), by=bas)

    assert shown(anna, mine=anna) == ["mine"]
    assert shown(anna, unclaimed=True) == ["late", "unsure"]
    assert shown(anna, unsure=True) == shown(anna, threat=True) == ["unsure"]
    assert shown(anna, overdue=True) == ["late"]
    assert shown(anna, platform="mastodon") == ["late"]
    assert shown(anna, state="waiting") == ["waiting"]
    assert shown(anna, state="") == ["late", "mine", "unsure", "waiting"]


def test_teams_can_be_chosen(dirk: User, info: Team, comms: Team) -> None:
    TicketFactory(subject="info", team=info)
    TicketFactory(subject="comms", team=comms)

    assert shown(dirk, teams=[comms.pk]) == ["comms"]
    assert shown(dirk, teams=[]) == []


def test_words_are_searched_in_the_messages_in_all_their_forms(anna: User) -> None:
    ticket_about("Waar staan de roosters van de opleiding?")
    ticket_about("Is er nog koffie?")

    assert shown(anna, search="rooster") == ["Waar staan de roosters van de opleiding?"]


def test_a_number_or_an_account_finds_its_tickets(anna: User) -> None:
    ticket = TicketFactory(subject="one", author_handle="Guusje")
    TicketFactory(subject="two", author_handle="kees")

    assert shown(anna, search=f"#{ticket.pk}") == ["one"]
    assert shown(anna, search="@guusje") == ["one"]


@pytest.mark.parametrize(
    "words", ['"', "' OR 1=1 --", "\0", "a" * 5_000, "-", "<->", "%", "9" * 30, "٣", "(", "!!"]
)
def test_hostile_words_find_nothing_and_break_nothing(anna: User, words: str) -> None:
    assert queries.queue(anna, Filters(search=words)).next == ""


@pytest.mark.parametrize("count", [1, 10])
def test_a_page_is_one_query(
    anna: User, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        tickets.claim(TicketFactory(), by=anna)
    assert anna.team_ids
    assert anna.roles

    with django_assert_num_queries(1):
        page = queries.queue(anna, Filters())
        names = [(str(ticket.team), str(ticket.owner)) for ticket in page.tickets]

    assert len(names) == count


def test_counts_per_queue_and_in_all(
    dirk: User,
    anna: User,
    info: Team,
    comms: Team,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    TicketFactory(team=info, due_at=now() - timedelta(hours=1), is_unsure=True)
    TicketFactory(team=info, priority=Priority.URGENT)
    tickets.claim(TicketFactory(team=comms), by=anna)
    assert dirk.roles

    with django_assert_num_queries(1):
        counts = queries.counts(dirk)

    assert counts[info.pk] == queries.Counts(open=2, unclaimed=2, unsure=1, urgent=1, overdue=1)
    assert counts[comms.pk] == queries.Counts(open=1)
    assert counts[None].open == 3


def test_counts_of_an_empty_inbox_are_zero(anna: User) -> None:
    assert queries.counts(anna) == {None: queries.Counts()}


def test_the_pulse_tells_what_changed_in_one_query(
    anna: User, info: Team, comms: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    since = now() - timedelta(seconds=10)
    old = now() - timedelta(minutes=5)
    changed = TicketFactory(team=info, opened_at=old)
    new = TicketFactory(team=info, changed_at=now() - timedelta(seconds=2))
    TicketFactory(team=info, changed_at=old, opened_at=old)
    TicketFactory(team=comms)
    tickets.claim(changed, by=anna)

    with django_assert_num_queries(1):
        pulse = queries.pulse([info.pk], since)

    assert pulse.at == now()
    assert [(one.ticket_id, one.is_new) for one in pulse.changes] == [
        (changed.pk, False),
        (new.pk, True),
    ]


def test_the_pulse_tells_what_was_still_being_written_when_it_was_asked_before(
    info: Team,
) -> None:
    before = queries.pulse([info.pk], now())
    ticket = TicketFactory(team=info, changed_at=before.at - timedelta(seconds=2))

    after = queries.pulse([info.pk], before.at)

    assert [change.ticket_id for change in after.changes] == [ticket.pk]


def test_earlier_contact_with_the_same_account(anna: User, comms: Team) -> None:
    before = TicketFactory(author_handle="guusje")
    TicketFactory(author_handle="guusje", platform="mastodon")
    TicketFactory(author_handle="guusje", team=comms)
    ticket = TicketFactory(author_handle="guusje")

    assert queries.earlier(ticket, anna) == [before]
    assert queries.earlier(TicketFactory(author_handle=""), anna) == []


def test_only_working_teams_have_a_queue(info: Team, crisis: Team) -> None:
    Team.objects.create(code="thinktank", name="Think tank", kind=Team.Kind.THINK_TANK)

    assert list(queries.queue_teams()) == [info, crisis]


def test_the_spokesperson_sees_the_press_and_danger(info: Team) -> None:
    spokesperson = UserFactory(roles=[Role.SPOKESPERSON])
    press = Team.objects.create(code="press", name="Press")
    TicketFactory(subject="press", team=press, due_at=now())
    TicketFactory(subject="danger", team=info, threat="possible", due_at=now() + timedelta(1))
    TicketFactory(subject="question", team=info)

    assert shown(spokesperson) == ["press", "danger"]
