from __future__ import annotations

import pytest

from monitoring.permissions import can_see_mentions
from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.factories.webcare import ReplyFactory, TicketFactory
from webcare import permissions
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(info: Team) -> Ticket:
    ticket: Ticket = TicketFactory(team=info)
    return ticket


@pytest.fixture
def spokesperson(db: None) -> User:
    user: User = UserFactory(roles=[Role.SPOKESPERSON])
    return user


def sees(user: User, ticket: Ticket) -> bool:
    """Both ways of asking must agree."""
    in_list = Ticket.objects.visible_to(user).filter(pk=ticket.pk).exists()
    assert permissions.can_see_ticket(user, ticket) == in_list
    return in_list


def test_anna_works_on_tickets_of_her_team(ticket: Ticket, anna: User) -> None:
    assert sees(anna, ticket)
    assert permissions.can_work_on(anna, ticket)


def test_carla_cannot_see_tickets_of_another_team(ticket: Ticket, carla: User) -> None:
    assert not sees(carla, ticket)
    assert not permissions.can_work_on(carla, ticket)


def test_eva_has_no_part_in_webcare(ticket: Ticket, eva: User) -> None:
    assert not sees(eva, ticket)
    assert not permissions.can_use_webcare(eva)


def test_a_seat_in_the_think_tank_gives_no_part_in_webcare(db: None) -> None:
    think_tank = Team.objects.create(code="think", name="Think tank", kind=Team.Kind.THINK_TANK)
    teacher = UserFactory(roles=[Role.TEACHER], teams=[think_tank])

    assert not permissions.can_use_webcare(teacher)
    assert not can_see_mentions(teacher)


def test_somebody_of_a_team_with_a_queue_needs_no_role_to_use_webcare(info: Team) -> None:
    assert permissions.can_use_webcare(UserFactory(teams=[info]))


def test_dirk_sees_and_works_on_every_ticket(ticket: Ticket, dirk: User) -> None:
    assert sees(dirk, ticket)
    assert permissions.can_work_on(dirk, ticket)


def test_an_administrator_sees_every_ticket_but_does_not_answer(ticket: Ticket) -> None:
    administrator = UserFactory(roles=[Role.ADMINISTRATOR])

    assert sees(administrator, ticket)
    assert not permissions.can_work_on(administrator, ticket)


def test_a_leader_works_on_the_tickets_of_the_team(ticket: Ticket, eva: User) -> None:
    ticket.team.leader = eva
    ticket.team.save()

    assert sees(eva, ticket)
    assert permissions.can_work_on(eva, ticket)


@pytest.mark.parametrize(("threat", "expected"), [("none", False), ("possible", True)])
def test_the_spokesperson_sees_danger_in_every_team(
    ticket: Ticket, spokesperson: User, threat: str, expected: bool
) -> None:
    ticket.threat = threat
    ticket.save()

    assert sees(spokesperson, ticket) is expected


def test_the_spokesperson_reaches_every_answer_that_needs_approval(
    ticket: Ticket, spokesperson: User
) -> None:
    ticket.needs_approval = True
    ticket.save()

    assert sees(spokesperson, ticket)
    assert permissions.can_work_on(spokesperson, ticket)


def test_the_spokesperson_works_on_the_press(spokesperson: User) -> None:
    ticket = TicketFactory(team__code="press")

    assert sees(spokesperson, ticket)
    assert permissions.can_work_on(spokesperson, ticket)


def test_nobody_approves_their_own_answer(ticket: Ticket, dirk: User) -> None:
    assert not permissions.can_approve(dirk, ReplyFactory(ticket=ticket, author=dirk))


def test_a_leader_the_spokesperson_and_a_manager_approve(
    ticket: Ticket, anna: User, bas: User, dirk: User, spokesperson: User
) -> None:
    ticket.team.leader = bas
    ticket.team.save()
    reply = ReplyFactory(ticket=ticket, author=anna)

    assert [permissions.can_approve(one, reply) for one in (bas, spokesperson, dirk)] == [True] * 3


def test_a_colleague_does_not_approve(ticket: Ticket, anna: User, bas: User) -> None:
    assert not permissions.can_approve(bas, ReplyFactory(ticket=ticket, author=anna))


def test_the_author_takes_an_answer_back(ticket: Ticket, anna: User, bas: User) -> None:
    reply = ReplyFactory(ticket=ticket, author=anna)

    assert permissions.can_withdraw(anna, reply)
    assert not permissions.can_withdraw(bas, reply)
