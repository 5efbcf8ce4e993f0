"""Teams, hours and costs."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localdate

from core import audit
from core.clock import now
from governance.models import Cost, HoursSpent, Indicator, TeamMandate
from people.models import Team, User
from tests.factories.people import TeamFactory
from tests.factories.teams import (
    ApprovedGoalFactory,
    ChosenChannelFactory,
    CostFactory,
    FigureFactory,
    HoursFactory,
    PercentageFactory,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "governance:team-list": LIST,
    "governance:team-create": FORM,
    "governance:team-detail": DETAIL,
    "governance:team-edit": FORM,
    "governance:mandate-edit": FORM,
    "governance:team-hours": DETAIL,
    "governance:hours-export": LIST,
    "governance:hours-list": LIST,
    "governance:hours-edit": FORM + 1,  # teams, channels and goals to choose from
    "governance:cost-list": DETAIL,
    "governance:cost-create": FORM,
    "governance:cost-edit": FORM,
    "governance:cost-export": DETAIL,
    "governance:cost-pdf": DETAIL,
}
STEPS = {
    "governance:member-add", "governance:member-remove", "governance:team-promise",
    "governance:hours-delete", "governance:cost-delete",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    team = {"code": "info"}
    return {
        "governance:team-detail": team,
        "governance:team-edit": team,
        "governance:mandate-edit": team,
        "governance:team-hours": team,
        "governance:hours-export": team,
        "governance:hours-edit": {"pk": HoursSpent.objects.filter(user=reader)[0].pk},
        "governance:cost-edit": {"pk": Cost.objects.order_by("pk")[0].pk},
    }


def grow(reader: User, count: int) -> None:
    info, day = Team.objects.get(code="info"), localdate(now())
    TeamMandate.objects.get_or_create(team=info)
    TeamFactory.create_batch(count)
    goal = ApprovedGoalFactory()
    choice = ChosenChannelFactory()
    indicator = Indicator.objects.first() or PercentageFactory(goal=goal)
    FigureFactory(indicator=PercentageFactory(goal=goal), on_date=day)
    for _number in range(count):
        HoursFactory(team=info, user=reader, on_date=day, goal=indicator.goal, choice=choice)
        CostFactory(from_date=day, until_date=day, goal=ApprovedGoalFactory(), choice=choice)
        audit.record("changed the team", info, by=reader)
