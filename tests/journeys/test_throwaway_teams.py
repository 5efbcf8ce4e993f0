from __future__ import annotations

import datetime
from decimal import Decimal

from governance.models import Incident, PrivacyAssessment, ToolTalk
from smportal.demo import safety, teams
from tests.factories.teams import (
    ApprovedGoalFactory,
    ChosenChannelFactory,
    FigureFactory,
    PercentageFactory,
)
from tests.journeys.axe import violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product

PHONE = {"width": 390, "height": 844}


def test_pictures(product: Product, enter: Enter) -> None:
    for title, unit in (
        ("Meer aanmeldingen via studenten", "%"),
        ("Docenten leren van elkaar", "%"),
    ):
        goal = ApprovedGoalFactory(title=title)
        one = PercentageFactory(goal=goal, name="Herkomst bij aanmelding", unit=unit)
        FigureFactory(indicator=one, on_date=datetime.date(2025, 10, 1), value=Decimal(41))
        FigureFactory(indicator=one, on_date=datetime.date(2026, 10, 1), value=Decimal("48.5"))
    ChosenChannelFactory(platform="Instagram", name="@rocdewaterlanden")
    teams.build()
    teams.build()
    safety.build()
    safety.build()
    talk = ToolTalk.objects.order_by("pk").last()
    one = PrivacyAssessment.objects.get()
    incident = Incident.objects.order_by("pk").first()
    open_one = Incident.objects.get(kind="bullying")
    pages = {
        "teams": "/governance/teams/",
        "team": "/governance/teams/kerngroep/",
        "mandate": "/governance/teams/kerngroep/mandate/",
        "teamhours": "/governance/teams/kerngroep/hours/",
        "hours": "/governance/hours/",
        "costs": "/governance/costs/",
        "cost": "/governance/costs/new/",
        "talks": "/governance/tools/",
        "talk": talk.get_absolute_url(),
        "talkedit": f"/governance/tools/{talk.pk}/edit/",
        "assessments": "/governance/assessments/",
        "assessment": one.get_absolute_url(),
        "assessnew": "/governance/assessments/new/",
        "incidents": "/governance/incidents/",
        "incident": incident.get_absolute_url(),
        "incidentopen": open_one.get_absolute_url(),
        "incidentnew": "/governance/incidents/new/?kind=threat",
        "nearness": "/governance/nearness/",
    }
    wide = enter("marieke")
    narrow = enter("thea", viewport=PHONE, is_mobile=True, has_touch=True)
    found = []
    for name, path in pages.items():
        wide.emulate_media(color_scheme="light")
        wide.goto(path)
        wide.wait_for_load_state("networkidle")
        wide.screenshot(path=f"/tmp/teams-{name}.png", full_page=True)
        found += violations(wide)
        if name in ("costs", "talks", "incident"):
            wide.screenshot(path=f"/tmp/teams-{name}-dark.png", full_page=True)
        if name in ("hours", "talkedit", "incidentnew", "teams", "nearness", "talks", "assessnew"):
            narrow.goto(path)
            narrow.wait_for_load_state("networkidle")
            narrow.screenshot(path=f"/tmp/teams-{name}-phone.png", full_page=True)
            wid = narrow.evaluate("document.documentElement.scrollWidth")
            if wid > 390:
                found.append(f"{name} too wide {wid}")
    assert found == []
