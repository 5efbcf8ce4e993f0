"""A team has a leader, hours and the promise of somebody else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine

from core import audit
from governance.domain import meantime, teams
from governance.domain.teams import Gap
from governance.models import TeamMandate
from governance.waiting import teams as waiting
from people.models import Role, Team, User
from tests.factories.people import TeamFactory, UserFactory
from tests.factories.teams import MandateFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def complete(team: Team, leader: User, manager: User) -> Team:
    team.leader = leader
    team.save()
    MandateFactory(team=team, committed_by=manager, committed_at=NOON, commitment="Yes.")
    return Team.objects.get(pk=team.pk)


def test_a_bare_team_lacks_everything_in_words(info: Team) -> None:
    gaps = teams.gaps(info, DAY, members=0)

    assert gaps == [Gap.NO_LEADER, Gap.NO_MEMBERS, Gap.NO_HOURS, Gap.NO_PROMISE]
    assert all(gap.label for gap in gaps)


def test_a_team_with_leader_hours_and_promise_lacks_nothing(
    info: Team, anna: User, dirk: User
) -> None:
    assert teams.gaps(complete(info, anna, dirk), DAY, members=1) == []


def test_a_promise_holds_a_year(info: Team, anna: User, dirk: User) -> None:
    team = complete(info, anna, dirk)

    assert teams.gaps(team, DAY + timedelta(days=365), members=1) == []
    assert teams.gaps(team, DAY + timedelta(days=366), members=1) == [Gap.PROMISE_OVER]


def test_a_promise_of_who_became_the_leader_does_not_count(
    info: Team, anna: User, dirk: User
) -> None:
    team = complete(info, anna, dirk)
    team.leader = dirk

    assert teams.gaps(team, DAY, members=1) == [Gap.PROMISE_BY_LEADER]


def test_a_mandate_that_is_over_is_told(info: Team, anna: User, dirk: User) -> None:
    team = complete(info, anna, dirk)
    team.mandate.until_date = DAY - timedelta(days=1)

    assert teams.gaps(team, DAY, members=1) == [Gap.MANDATE_OVER]


def test_a_leader_cannot_promise_themselves_the_hours(info: Team, dirk: User) -> None:
    info.leader = dirk
    info.save()

    with pytest.raises(teams.NotTheirs):
        teams.promise(info, "Ten hours.", by=dirk)
    assert not TeamMandate.objects.exists()


def test_a_promise_is_made_by_somebody_who_governs(info: Team, anna: User, dirk: User) -> None:
    with pytest.raises(teams.NotTheirs):
        teams.promise(info, "Ten hours.", by=anna)
    with time_machine.travel(NOON, tick=False):
        mandate = teams.promise(info, "Ten hours.", by=dirk)

    assert (mandate.committed_by, mandate.committed_at) == (dirk, NOON)
    assert audit.history(info)[0].verb == "made a promise to the team"


def test_the_code_of_a_team_follows_from_its_name_and_is_free(dirk: User) -> None:
    first = teams.create(Team(name="Kerngroep Sociale Media 2026"), by=dirk)
    second = teams.create(Team(name="Kerngroep Sociale Media 2026"), by=dirk)
    digits = teams.create(Team(name="24/7"), by=dirk)

    assert first.code == "kerngroep-sociale"
    assert second.code == "kerngroep-sociale-2"
    assert digits.code == "team"


def test_a_new_leader_becomes_a_member(dirk: User, eva: User) -> None:
    team = teams.create(Team(name="Think tank", kind=Team.Kind.THINK_TANK, leader=eva), by=dirk)

    assert list(team.members.all()) == [eva]
    assert audit.history(eva)[0].verb == "access-changed"


def test_a_leader_who_leaves_the_team_leads_it_no_more(info: Team, comms: Team, dirk: User) -> None:
    anna: User = UserFactory(roles=[Role.AGENT], teams=[info, comms])
    Team.objects.filter(pk=info.pk).update(leader=anna)

    teams.remove_member(info, anna, by=dirk)

    assert Team.objects.get(pk=info.pk).leader is None
    assert list(anna.teams.all()) == [comms]
    assert anna.role_grants.get().role == Role.AGENT


def test_two_managers_at_one_mandate_lose_nothing(info: Team, dirk: User) -> None:
    fields = {"purpose": "Answer.", "hours_per_week": Decimal(4)}
    first = teams.write_mandate(info, fields, seen="", by=dirk)
    stamp = meantime.stamp(first)
    teams.write_mandate(info, {"purpose": "Listen."}, seen=stamp, by=dirk)

    with pytest.raises(meantime.ChangedMeanwhile) as refusal:
        teams.write_mandate(info, {"purpose": "Speak."}, seen=stamp, by=dirk)
    with pytest.raises(meantime.ChangedMeanwhile):
        teams.write_mandate(info, {"purpose": "Speak."}, seen="", by=dirk)

    assert refusal.value.current.purpose == "Listen."


def test_a_leader_hears_that_the_mandate_ends(info: Team, anna: User, dirk: User) -> None:
    team = complete(info, anna, dirk)
    TeamMandate.objects.filter(team=team).update(until_date=DAY + timedelta(days=30))

    (one,) = waiting.mandates(anna, DAY)

    assert one.due == DAY + timedelta(days=30)
    assert list(waiting.mandates(dirk, DAY)) == []
    assert list(waiting.mandates(anna, DAY - timedelta(days=1))) == []


def test_who_made_a_promise_is_asked_to_renew_it(info: Team, anna: User, dirk: User) -> None:
    complete(info, anna, dirk)
    last = DAY + timedelta(days=365)

    assert list(waiting.promises(dirk, DAY)) == []
    (one,) = waiting.promises(dirk, last)
    assert one.due == last
    dirk.role_grants.all().delete()
    assert list(waiting.promises(User.objects.get(pk=dirk.pk), last)) == []


def test_a_team_may_be_called_anything(dirk: User) -> None:
    TeamFactory(code="info")
    assert teams.create(Team(name="Info"), by=dirk).code == "info-2"
