"""Eva reports on a phone, Marieke follows up and closes; a tool goes from talk to decision."""

from __future__ import annotations

from playwright.sync_api import expect

from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS
from governance.models import Incident, PrivacyAssessment, ToolTalk
from smportal.demo import safety
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

PHONE = {"width": 390, "height": 844}


def test_an_incident_from_report_to_lesson(product: Product, enter: Enter) -> None:
    eva = enter("eva", "/governance/incidents/new/", viewport=PHONE, is_mobile=True, has_touch=True)
    eva.locator("[name=kind]").select_option("data_leak")
    expect(eva.locator("#first-steps")).to_contain_text("72 uur")
    eva.locator("[name=title]").fill("Cijferlijst stond open")
    eva.locator("[name=description]").fill("Ook van student 1234567.")
    eva.locator("main form .btn-primary").tap()
    expect(eva.locator(".field-error")).to_contain_text("studentnummer")
    eva.locator("[name=description]").fill("Een lijst van een klas.")
    eva.locator("main form .btn-primary").tap()
    expect(eva.locator("main .notice-bad")).to_contain_text("72 uur")
    expect(eva.locator("form[action$='/close/']")).to_have_count(0)
    assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    incident = Incident.objects.get()
    marieke = enter("marieke", incident.get_absolute_url())
    marieke.locator("details:has([name=text]) summary").click()
    marieke.locator("[name=text]").fill("Wie heeft de lijst gezien?")
    marieke.locator("form[action$='/steps/'] [name=owner]").fill(person("eva").email)
    marieke.locator("form[action$='/steps/'] button").click()
    marieke.locator("form[action$='/done/'] button").click()
    marieke.locator("[name=lessons]").fill("Lijsten alleen in de leeromgeving.")
    marieke.locator("form[action$='/close/'] button").click()
    expect(marieke.locator("form[action$='/close/'] .field-error")).to_be_visible()
    marieke.locator("[name=need_not_tell]").check()
    marieke.locator("form[action$='/close/'] button").click()
    expect(marieke.locator("#lessons")).to_be_visible()
    incident.refresh_from_db()
    assert incident.closed_at is not None


def test_a_tool_from_talk_to_assessment_to_decision(product: Product, enter: Enter) -> None:
    eva = enter("eva", "/governance/tools/new/")
    eva.locator("[name=tool]").fill("Quiz-app")
    eva.locator("[name=q_who_sees]").fill("Alleen de klas.")
    eva.locator("[name=to_hide][value='4']").check()
    eva.locator("[name=trust][value='2']").check()
    eva.locator("main form .btn-primary").click()
    expect(eva.locator("#corner")).to_have_text("Afgeschermd")
    eva.locator("form[action$='/assess/'] button").click()

    for question in ASSESSMENT_QUESTIONS:
        safe = "no" if question.risk_if == "yes" else "yes"
        answer = "yes" if question.code == "images" else safe
        eva.locator(f"[name=a_{question.code}][value={answer}]").check()
    measure = eva.locator("#risks [name=m_images]")
    measure.fill("Alleen handen en schermen.")
    eva.locator("main form .btn-primary").click()
    expect(eva.locator("#risks + dl")).to_contain_text("Alleen handen en schermen.")
    expect(eva.locator("form[action$='/decide/']")).to_have_count(0)

    one = PrivacyAssessment.objects.get()
    marieke = enter("marieke", one.get_absolute_url())
    marieke.locator("[name=conclusion][value=measures]").check()
    marieke.locator("form[action$='/decide/'] button").click()
    marieke.locator("dialog[open] .btn-primary, dialog[open] .btn-danger").click()
    expect(marieke.locator("#decision")).to_be_visible()
    one.refresh_from_db()
    assert (one.state, one.decided_by, one.talk) == (
        PrivacyAssessment.State.DECIDED,
        person("marieke"),
        ToolTalk.objects.get(),
    )


def test_every_page_about_safety_is_for_everybody(product: Product, enter: Enter) -> None:
    safety.build()
    safety.build()  # twice is once
    marieke = enter("marieke")
    talk = ToolTalk.objects.earliest("pk")
    leak = Incident.objects.get(is_data_leak=True)
    group = Incident.objects.get(kind=Incident.Kind.BULLYING)
    one = PrivacyAssessment.objects.get()
    pages = ["tools/", "tools/new/", "assessments/", "assessments/new/", "incidents/", "nearness/"]
    paths = [f"/governance/{page}" for page in [*pages, "incidents/new/?kind=threat"]]
    paths += [row.get_absolute_url() for row in (talk, leak, group, one)]
    paths += [f"{group.get_absolute_url()}edit/"]

    assert [found for path in paths for found in axe.look(marieke, path)] == []
