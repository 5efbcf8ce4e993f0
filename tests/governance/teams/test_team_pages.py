"""Who sees and does what on the pages about teams, hours and costs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from core.clock import now
from governance.domain import meantime
from governance.models import Cost, HoursSpent, TeamMandate
from people.models import Team, User
from tests.factories.teams import ApprovedGoalFactory, CostFactory, HoursFactory, MandateFactory

pytestmark = pytest.mark.django_db


def at(name: str, *args: object) -> str:
    return reverse(f"governance:{name}", args=args)


def today() -> date:
    return localdate(now())


def hours_data(team: Team, **changes: object) -> dict[str, object]:
    given = {"team": team.pk, "on_date": today().isoformat(), "hours": "1.5"}
    return {**given, "activity": "content", **changes}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_reads_what_teams_are_for(
    client: Client, eva: User, info: Team, language: str
) -> None:
    MandateFactory(team=info, purpose="Answer everybody.")
    eva.language = language
    eva.save()
    client.force_login(eva)

    listed, page = client.get(at("team-list")), client.get(at("team-detail", "info"))

    assert "Info centre" in listed.content.decode()
    assert "Answer everybody." in page.content.decode()
    assert at("mandate-edit", "info") not in page.content.decode()


@pytest.mark.parametrize(
    "name", ["team-create", "team-edit", "mandate-edit", "cost-list", "cost-create", "cost-pdf"]
)
def test_a_member_does_not_govern(client: Client, anna: User, info: Team, name: str) -> None:
    client.force_login(anna)
    args = ["info"] if name in {"team-edit", "mandate-edit"} else []

    assert client.get(at(name, *args)).status_code == 403


@pytest.mark.parametrize("name", ["member-add", "team-promise"])
def test_nor_adds_members_or_promises_hours(
    client: Client, anna: User, info: Team, name: str
) -> None:
    client.force_login(anna)

    assert client.post(at(name, "info"), {}).status_code == 403


def test_a_manager_makes_a_team_and_fills_it(client: Client, dirk: User, eva: User) -> None:
    client.force_login(dirk)
    client.post(at("team-create"), {"name": "Kerngroep", "kind": "core_group"})
    client.post(at("member-add", "kerngroep"), {"person": eva.pk})
    mandate = {"purpose": "All of it.", "hours_per_week": "8", "until_date": "2030-01-01"}
    client.post(at("mandate-edit", "kerngroep"), {**mandate, "seen": ""})
    client.post(at("team-promise", "kerngroep"), {"commitment": "In the schedule."})

    team = Team.objects.get(code="kerngroep")
    assert list(team.members.all()) == [eva]
    assert team.mandate.hours_per_week == 8
    assert team.mandate.committed_by == dirk

    client.post(at("member-remove", "kerngroep", eva.pk))
    assert not team.members.exists()


def test_a_leader_does_not_promise_to_the_own_team(client: Client, dirk: User, info: Team) -> None:
    Team.objects.filter(pk=info.pk).update(leader=dirk)
    client.force_login(dirk)

    assert client.post(at("team-promise", "info"), {"commitment": "x"}).status_code == 403


def test_the_second_writer_sees_what_the_first_wrote(
    client: Client, dirk: User, info: Team
) -> None:
    stamp = meantime.stamp(MandateFactory(team=info, purpose="Old."))
    TeamMandate.objects.get().save()
    TeamMandate.objects.update(purpose="Theirs.")
    client.force_login(dirk)
    mine = {"purpose": "Mine.", "hours_per_week": "7", "seen": stamp}

    page = client.post(at("mandate-edit", "info"), mine)

    assert page.status_code == 409
    text = page.content.decode()
    assert "“Theirs.”" in text
    assert "Mine." in text
    again = {**mine, "seen": page.context["form"]["seen"].value()}
    assert client.post(at("mandate-edit", "info"), again).status_code == 302
    assert TeamMandate.objects.get().purpose == "Mine."


def test_a_mandate_ends_after_it_begins(client: Client, dirk: User, info: Team) -> None:
    client.force_login(dirk)
    dates = {"from_date": "2026-06-02", "until_date": "2026-06-01", "hours_per_week": "1"}

    page = client.post(at("mandate-edit", "info"), dates)

    assert "The last day is before the first day." in page.content.decode()


def test_a_member_writes_down_hours_and_changes_them(
    client: Client, anna: User, info: Team
) -> None:
    client.force_login(anna)
    client.post(at("hours-list"), hours_data(info, note="Open day"))
    entry = HoursSpent.objects.get()
    assert (entry.user, entry.hours) == (anna, Decimal("1.5"))

    client.post(at("hours-edit", entry.pk), hours_data(info, hours="2"))
    assert HoursSpent.objects.get().hours == 2
    client.post(at("hours-delete", entry.pk))
    assert not HoursSpent.objects.exists()


def test_a_dutch_reader_writes_a_comma(client: Client, anna: User, info: Team) -> None:
    anna.language = "nl"
    anna.save()
    client.force_login(anna)

    client.post(at("hours-list"), hours_data(info, hours="1,25"))

    assert HoursSpent.objects.get().hours == Decimal("1.25")


@pytest.mark.parametrize(
    "changes",
    [{"hours": "0"}, {"hours": "25"}, {"on_date": "2999-01-01"}, {"on_date": "2020-01-01"}],
)
def test_impossible_hours_are_refused(
    client: Client, anna: User, info: Team, changes: dict[str, str]
) -> None:
    client.force_login(anna)

    page = client.post(at("hours-list"), hours_data(info, **changes))

    assert "field-error" in page.content.decode()
    assert not HoursSpent.objects.exists()


def test_nobody_writes_hours_for_another_team(client: Client, anna: User, comms: Team) -> None:
    client.force_login(anna)
    client.post(at("hours-list"), hours_data(comms))

    assert not HoursSpent.objects.exists()


def test_who_is_in_no_team_hears_where_to_ask(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert "You are in no team" in client.get(at("hours-list")).content.decode()


def test_hours_of_somebody_else_are_not_there(
    client: Client, anna: User, bas: User, info: Team
) -> None:
    entry = HoursFactory(team=info, user=bas, on_date=today())
    client.force_login(anna)

    assert client.get(at("hours-edit", entry.pk)).status_code == 404
    assert client.post(at("hours-delete", entry.pk)).status_code == 404


def test_after_sixty_days_hours_stay_as_they_are(client: Client, anna: User, info: Team) -> None:
    entry = HoursFactory(team=info, user=anna, on_date=today() - timedelta(days=61))
    client.force_login(anna)

    assert client.post(at("hours-delete", entry.pk)).status_code == 403


def test_a_colleague_sees_totals_and_no_names(
    client: Client, anna: User, bas: User, dirk: User, eva: User, info: Team
) -> None:
    HoursFactory(team=info, user=bas, on_date=today(), hours=Decimal(5))
    url = at("team-hours", "info")
    client.force_login(anna)
    assert client.get(url).context["people"] is None

    Team.objects.filter(pk=info.pk).update(leader=anna)
    assert client.get(url).context["people"][0].label == "Bas"
    client.force_login(dirk)
    assert client.get(url).context["people"][0].label == "Bas"
    client.force_login(eva)
    assert client.get(url).status_code == 403


def test_only_management_takes_the_hours_away_in_a_file(
    client: Client, anna: User, dirk: User, info: Team
) -> None:
    HoursFactory(team=info, user=anna, on_date=today(), note="=1+1")
    client.force_login(anna)
    assert client.get(at("hours-export", "info")).status_code == 403

    client.force_login(dirk)
    assert "'=1+1" in client.get(at("hours-export", "info")).content.decode()


def cost_data(**changes: object) -> dict[str, object]:
    given = {"kind": "tools", "description": "Planner", "amount": "99.50"}
    return {**given, "from_date": "2026-01-01", "until_date": "2026-12-31", **changes}


def test_a_manager_writes_changes_and_deletes_a_cost(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    client.post(at("cost-create"), cost_data())
    cost = Cost.objects.get()
    assert cost.total == Decimal("99.50")

    change = cost_data(amount="", hours="2", rate="60", seen=meantime.stamp(cost))
    client.post(at("cost-edit", cost.pk), change)
    assert Cost.objects.get().total == 120
    client.post(at("cost-delete", cost.pk))
    assert not Cost.objects.exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"amount": ""}, "Fill in an amount, or hours with a rate."),
        ({"hours": "3"}, "Hours and rate go together."),
        ({"until_date": "2025-01-01"}, "The last day is before the first day."),
    ],
)
def test_a_cost_that_says_nothing_is_refused(
    client: Client, dirk: User, changes: dict[str, str], message: str
) -> None:
    client.force_login(dirk)

    assert message in client.post(at("cost-create"), cost_data(**changes)).content.decode()


def test_the_sheet_follows_the_period_and_the_rate(client: Client, dirk: User) -> None:
    goal = ApprovedGoalFactory()
    CostFactory(goal=goal)
    HoursFactory(goal=goal, on_date=date(2026, 6, 1), hours=Decimal(10))
    client.force_login(dirk)

    asked = {"first": "2026-01-01", "last": "2026-12-31", "rate": "40"}
    assert client.get(at("cost-list"), asked).context["sheet"].total == 500
    nonsense = client.get(at("cost-list"), {"first": "2026-12-31", "last": "2026-01-01"})
    assert "The last day is before the first day." in nonsense.content.decode()
    assert b"500,00" in client.get(at("cost-export"), asked).content
    assert client.get(at("cost-pdf"), asked).content.startswith(b"%PDF")


def test_an_empty_sheet_says_what_to_do(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.get(at("cost-list")).content.decode()

    assert "No costs in this period" in page
    assert "Example: what marketers expected" in page


def test_two_who_change_a_team_lose_nothing(client: Client, dirk: User, info: Team) -> None:
    client.force_login(dirk)
    page = at("team-edit", "info")
    seen = client.get(page).context["form"]["seen"].value()
    fields = {"name": "Info", "kind": "webcare", "description": "Questions", "leader": ""}
    Team.objects.filter(pk=info.pk).update(description="Written by somebody else")

    told = client.post(page, {**fields, "seen": seen})

    assert told.status_code == 409
    words = told.content.decode()
    assert "Written by somebody else" in words
    assert "Questions" in words
    info.refresh_from_db()
    assert info.description == "Written by somebody else"

    again = told.context["form"]["seen"].value()
    assert client.post(page, {**fields, "seen": again}).status_code == 302
    info.refresh_from_db()
    assert info.description == "Questions"
