"""What the work shows that a team could learn: themes, never people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from people.models import Membership, Role, Team, User
from tests.factories.growth import NeedProposalFactory
from tests.factories.people import UserFactory
from tests.factories.training import CourseFactory
from tests.factories.webcare import CorrectionFactory, ReplyFactory, TicketFactory
from training.domain import needs
from training.domain.needs import Kind, Trend
from training.models import NeedProposal
from training.waiting import needs as waiting
from webcare.domain import training_needs
from webcare.domain.replies import SomeoneElseAnswers

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("november"),
]
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = date(2026, 11, 23)


@pytest.fixture
def november() -> object:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def three(info: Team) -> list[User]:
    """Three people in the info centre."""
    people: list[User] = UserFactory.create_batch(3, teams=[info])
    return people


def late(team: Team, times: int = 1, *, ago: int = 5, theme: str = "rooster") -> None:
    for _time in range(times):
        due = AT - timedelta(days=ago)
        TicketFactory(
            team=team, category=theme, due_at=due, first_answered_at=due + timedelta(hours=1)
        )


def test_the_same_in_a_team_stands_out_once_it_happened_three_times(
    info: Team, three: list[User]
) -> None:
    late(info, 2)
    assert needs.seen(DAY) == []

    ticket = TicketFactory(team=info, category="rooster")
    CorrectionFactory(ticket=ticket, before="info", after="comms")
    CorrectionFactory(ticket=ticket, before="info", after="info")
    ReplyFactory(ticket=ticket, state="withdrawn", refusal="Too long")
    training_needs.note_stopped(ticket, SomeoneElseAnswers(None, None))

    (need,) = needs.seen(DAY)
    assert (need.team, need.theme, need.total) == (info, "rooster", 5)
    assert need.kinds == {Kind.LATE: 2, Kind.MOVED: 1, Kind.RETURNED: 1, Kind.DOUBLE: 1}
    assert need.told == []


def test_a_small_team_is_left_alone(info: Team) -> None:
    UserFactory.create_batch(2, teams=[info])
    late(info, 5)

    assert needs.seen(DAY) == []
    Membership.objects.create(user=UserFactory(), team=info)
    assert len(needs.seen(DAY)) == 1


def test_the_trend_sets_three_months_beside_three(info: Team, three: list[User]) -> None:
    late(info, 4, ago=130)
    (need,) = needs.seen(DAY)
    assert need.trend(DAY) == Trend.LESS

    late(info, 9)
    (need,) = needs.seen(DAY)
    assert (need.trend(DAY), need.told) == (Trend.MORE, [(Kind.LATE, 13)])
    assert needs.months_until(date(2026, 2, 1))[0] == date(2025, 9, 1)


def test_a_trainer_proposes_and_the_leader_decides(
    client: Client, info: Team, three: list[User]
) -> None:
    leader = three[0]
    Team.objects.filter(pk=info.pk).update(leader=leader)
    course = CourseFactory(title="Antwoorden over het rooster")
    late(info, 3)
    client.force_login(UserFactory(roles=[Role.TRAINER]))
    page = client.get(reverse("training:need-list")).content.decode()
    assert three[1].name not in page
    form = client.get(
        reverse("training:need-propose"), {"team": "info", "theme": "rooster"}
    ).context["form"]
    assert form["course"].value() == course.pk
    said = {"team": info.pk, "theme": "rooster", "course": course.pk, "text": "Take it."}
    bad = client.post(reverse("training:need-propose"), {**said, "article_url": "javascript:1"})
    assert "article_url" in bad.context["form"].errors
    client.post(reverse("training:need-propose"), said)
    proposal = NeedProposal.objects.get()
    assert client.post(proposal.get_absolute_url(), {"state": "accepted"}).status_code == 403

    (item,) = waiting.to_decide(leader, DAY)
    client.force_login(leader)
    empty = client.post(item.url, {"state": "done"})
    assert "outcome" in empty.context["form"].errors
    client.post(item.url, {"state": "done", "outcome": "We practised."})

    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == ("done", leader)


def test_others_see_nothing_of_it(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert client.get(reverse("training:need-list")).status_code == 403
    assert client.get(NeedProposalFactory().get_absolute_url()).status_code == 403
