"""From vision to what is said on a channel and back, and what hangs loose on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.models import (
    Audience,
    ChannelChoice,
    Goal,
    Indicator,
    Policy,
    PolicyVersion,
    Reading,
)
from people.models import User
from reporting.domain import line_of_sight, loose_ends
from reporting.domain.line_of_sight import Traffic
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.monitoring import ChannelFactory, MentionFactory, SourceFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
YESTERDAY = AT - timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def vision() -> PolicyVersion:
    policy = PolicyFactory(kind=Policy.Kind.VISION, domain="communication", title="Visie")
    version: PolicyVersion = PolicyVersionFactory(policy=policy, in_force=True)
    return version


@pytest.fixture
def goal(vision: PolicyVersion) -> Goal:
    """One that hangs on everything it can."""
    made = Goal.objects.create(
        domain="communication",
        title="Sneller antwoord",
        activity="a",
        consequence="b",
        effect="c",
        state=Goal.State.APPROVED,
        vision=vision.policy,
    )
    made.audiences.add(Audience.objects.get_or_create(code="students", defaults={"name": "S"})[0])
    indicator = Indicator.objects.create(
        goal=made, name="Op tijd", baseline=Decimal(60), target=Decimal(90)
    )
    Reading.objects.create(
        indicator=indicator, on_date=date(2026, 11, 1), value=Decimal(75), source="hand"
    )
    return made


@pytest.fixture
def choice(goal: Goal) -> ChannelChoice:
    made = ChannelChoice.objects.create(
        platform="x", name="@roc", state=ChannelChoice.State.CHOSEN, reason="Daar zijn ze."
    )
    made.goals.add(goal)
    return made


def kinds(texts: list[loose_ends.LooseEnd]) -> str:
    return "\n".join(one.text for one in texts)


def test_the_line_leads_from_the_vision_over_the_goal_to_the_channel(
    vision: PolicyVersion, goal: Goal, choice: ChannelChoice
) -> None:
    first = line_of_sight.look(at=AT).visions[0]

    assert first.version == vision
    [line] = first.goals
    assert (line.goal, line.progresses[0].percent) == (goal, 50)
    assert [channel.choice for channel in line.channels] == [choice]


def test_the_line_leads_back_from_the_channel_to_the_goal(
    goal: Goal, choice: ChannelChoice
) -> None:
    [channel] = line_of_sight.look(at=AT).channels

    assert channel.goals == (goal,)


def test_a_channel_shows_what_was_said_answered_and_posted_in_thirty_days(
    choice: ChannelChoice,
) -> None:
    source = SourceFactory(channel=ChannelFactory(choice=choice))
    heard = MentionFactory.create_batch(3, source=source, published_at=YESTERDAY)
    MentionFactory(source=source, published_at=AT - timedelta(days=31))
    MentionFactory(source=source, published_at=YESTERDAY, is_own=True)
    ticket = TicketFactory(opened_at=YESTERDAY)
    for mention in heard[:2]:
        TicketMessageFactory(ticket=ticket, mention=mention)

    [channel] = line_of_sight.look(at=AT).channels

    assert channel.traffic == Traffic(mentions=3, tickets=1, posts=1)


def test_what_hangs_on_everything_is_no_loose_end(goal: Goal, choice: ChannelChoice) -> None:
    found = kinds(loose_ends.of(line_of_sight.look(at=AT)))

    assert goal.title not in found
    assert str(choice) not in found


def test_each_missing_neighbour_is_a_loose_end(
    goal: Goal, choice: ChannelChoice, settings: object
) -> None:
    bare = Goal.objects.create(domain="learning", title="Kaal doel")
    lonely = ChannelChoice.objects.create(
        platform="tiktok", state=ChannelChoice.State.CHOSEN, reason="Zomaar"
    )
    account = ChannelFactory(name="Vergeten")

    found = loose_ends.of(line_of_sight.look(at=AT))

    about = [one for one in found if bare.title in one.text]
    assert len(about) == 4  # no vision, indicator, audience or channel
    assert {one.url for one in about} == {bare.get_absolute_url()}
    assert [one.url for one in found if str(lonely) in one.text] == [lonely.get_absolute_url()]
    assert [one.url for one in found if account.name in one.text] == [account.get_absolute_url()]


def test_an_approved_goal_without_a_fresh_figure_is_a_loose_end(goal: Goal) -> None:
    Reading.objects.update(on_date=date(2026, 1, 1))

    found = kinds(loose_ends.of(line_of_sight.look(at=AT)))

    assert "vers cijfer" in found or "fresh figure" in found


@pytest.mark.parametrize("start", ["vision", "channels", "nonsense"])
def test_the_page_opens_from_both_ends(
    client: Client, dirk: User, goal: Goal, choice: ChannelChoice, start: str
) -> None:
    client.force_login(dirk)

    response = client.get(reverse("reporting:line"), {"from": start})

    assert goal.title in response.content.decode()


def test_the_overview_counts_goals_by_how_they_stand(
    client: Client, dirk: User, goal: Goal
) -> None:
    client.force_login(dirk)

    response = client.get(reverse("reporting:overview"))

    assert response.context["standing"].goals.total() == 1


def test_the_line_asks_no_more_when_there_is_more_on_it(goal: Goal, choice: ChannelChoice) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            line_of_sight.look(at=AT)
        return len(captured)

    few = queries()
    for number in range(20):
        extra = Goal.objects.create(domain="learning", title=f"Doel {number}")
        Indicator.objects.create(goal=extra, name="x", target=1)
        choice.goals.add(extra)

    assert queries() == few


def test_an_empty_portal_says_where_to_begin(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    begin = reverse("governance:vision-start")
    new = client.get(reverse("reporting:overview"))
    PolicyFactory(kind=Policy.Kind.PROTOCOL)
    later = client.get(reverse("reporting:overview"))

    assert new.context["is_new"]
    assert f'class="btn btn-primary" href="{begin}"' in new.content.decode()
    assert not later.context["is_new"]


def test_on_a_phone_each_cell_of_the_line_says_what_it_is(
    client: Client, dirk: User, goal: Goal
) -> None:
    dirk.language = "nl"
    dirk.save()
    client.force_login(dirk)

    page = client.get(reverse("reporting:line")).content.decode()

    assert 'data-label="Voor wie"' in page
