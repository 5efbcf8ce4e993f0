"""A core group with hours, a think tank, and what a year of social media cost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate

from core.clock import now
from governance.models import ChannelChoice, Cost, Goal, HoursSpent, TeamMandate
from people.models import Membership, Team
from smportal.demo.college import person

Activity = HoursSpent.Activity

TEAMS: tuple[dict[str, Any], ...] = (
    {
        "code": "kerngroep",
        "name": "Kerngroep sociale media",
        "kind": Team.Kind.CORE_GROUP,
        "description": "Maakt het beleid, helpt collega’s op weg en houdt de kanalen bij.",
        "leader": "carla",
        "members": ("carla", "chris", "thea", "eva"),
        "purpose": "Wij maken het beleid, plaatsen wat de school te vertellen heeft en helpen "
        "collega’s op weg.",
        "may_decide": "Wat er op de kanalen komt en welke collega wordt begeleid.\n"
        "Een nieuw kanaal of geld buiten de begroting gaat langs Marieke.",
        "hours": Decimal(12),
        "promise": "Deze uren staan in het rooster en blijven daar tot de zomer, ook in een "
        "drukke periode.",
    },
    {
        "code": "denktank",
        "name": "Denktank sociale media",
        "kind": Team.Kind.THINK_TANK,
        "description": "Docenten die vooroplopen, met studenten en ouders.",
        "leader": "eva",
        "members": ("eva", "thea"),
        "purpose": "Uitproberen, het goede voorbeeld geven en anderen enthousiast maken.",
        "may_decide": "Welk middel we in een proefles uitproberen, na een gesprek met de "
        "gesprekskaart.",
        "hours": Decimal(3),
        "promise": "",
    },
)

COSTS: tuple[tuple[str, str, int, str], ...] = (
    (Cost.Kind.TOOLS, "Abonnement om berichten te plannen", 1188, "reach"),
    (Cost.Kind.DEVICES, "Twee telefoons met abonnement", 1460, ""),
    (Cost.Kind.TRAINING, "Kennissessies voor docenten", 2400, "learn"),
    (Cost.Kind.CAMPAIGN, "Open dag: advertenties", 3200, "reach"),
    (Cost.Kind.MANAGEMENT, "Vormgeving van de accounts", 950, ""),
)
NOTES = ("Filmpje open dag", "Berichten van de week", "Nieuwe docent geholpen", "Overleg")


def build() -> None:
    """Teams with mandates, hours of half a year, costs of a year; safe to run twice."""
    day = localdate(now())
    for team in TEAMS:
        _team(team, day)
    if not HoursSpent.objects.exists():
        HoursSpent.objects.bulk_create(_hours(Team.objects.get(code="kerngroep"), day))
    if not Cost.objects.exists():
        Cost.objects.bulk_create(_costs(day))


def _team(given: dict[str, Any], day: date) -> None:
    team, is_new = Team.objects.get_or_create(
        code=given["code"],
        defaults={
            "name": given["name"],
            "kind": given["kind"],
            "description": given["description"],
            "leader": person(given["leader"]),
        },
    )
    if not is_new:
        return
    Membership.objects.bulk_create(
        Membership(user=person(slug), team=team) for slug in given["members"]
    )
    TeamMandate.objects.create(
        team=team,
        purpose=given["purpose"],
        may_decide=given["may_decide"],
        hours_per_week=given["hours"],
        from_date=day - timedelta(days=200),
        until_date=day + timedelta(days=165),
        commitment=given["promise"],
        committed_by=person("marieke") if given["promise"] else None,
        committed_at=now() - timedelta(days=190) if given["promise"] else None,
    )


def _hours(team: Team, day: date) -> list[HoursSpent]:
    people = [person(slug) for slug in ("carla", "chris", "thea")]
    activities = (Activity.CONTENT, Activity.MANAGEMENT, Activity.TRAINING, Activity.POLICY)
    choice = ChannelChoice.objects.costing_time().order_by("pk").first()
    goal = Goal.objects.in_force().order_by("pk").first()
    return [
        HoursSpent(
            team=team,
            user=people[week % 3 if turn else 0],
            on_date=day - timedelta(days=7 * week + 2 * turn + 1),
            hours=Decimal(4) + Decimal((week * 3 + turn) % 5) / 2,
            activity=activities[(week + turn) % 4],
            choice=choice if turn else None,
            goal=goal if week % 2 else None,
            note=NOTES[(week + turn) % 4],
        )
        for week in range(26)
        for turn in range(2)
    ]


def _costs(day: date) -> list[Cost]:
    goals = list(Goal.objects.in_force().order_by("pk")[:2])
    choice = ChannelChoice.objects.costing_time().order_by("pk").first()
    by_name = dict(zip(("reach", "learn"), goals, strict=False))
    return [
        Cost(
            kind=kind,
            description=description,
            amount=amount,
            goal=by_name.get(name),
            choice=choice if name == "reach" else None,
            from_date=day - timedelta(days=300),
            until_date=day + timedelta(days=64),
        )
        for kind, description, amount, name in COSTS
    ]
