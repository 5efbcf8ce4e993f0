"""Who sees and does what on the pages about tools, privacy and incidents."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.clock import now
from core.models import LogEntry
from governance.content.privacy_assessment import ASSESSMENT_QUESTIONS
from governance.domain import assessments, meantime
from governance.models import Incident, Policy, PrivacyAssessment, ToolTalk
from people.models import Role, User
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.people import UserFactory
from tests.factories.safety import (
    AssessmentFactory,
    IncidentFactory,
    IncidentStepFactory,
    TalkFactory,
    answers,
)

pytestmark = pytest.mark.django_db


def at(name: str, *args: object) -> str:
    return reverse(f"governance:{name}", args=args)


def talk_data(**changes: object) -> dict[str, object]:
    return {
        "tool": "Padlet",
        "held_on": "2026-06-01",
        "to_hide": "2",
        "trust": "4",
        "outcome": "open",
        "q_learning_goal": "Make a plan together.",
        "seen": "",
        **changes,
    }


def test_a_teacher_talks_about_a_tool_and_changes_it(client: Client, eva: User) -> None:
    client.force_login(eva)
    client.post(at("talk-create"), talk_data())
    talk = ToolTalk.objects.get()
    assert talk.answers == {"learning_goal": "Make a plan together."}

    page = client.get(talk.get_absolute_url()).content.decode()
    assert "At ease" in page
    assert "Make a plan together." in page
    change = talk_data(to_hide="5", trust="1", seen=meantime.stamp(talk))
    client.post(at("talk-edit", talk.pk), change)
    assert "Protected" in client.get(talk.get_absolute_url()).content.decode()

    assert client.get(at("talk-card", talk.pk)).content.startswith(b"%PDF")
    assert client.get(at("talk-card-empty")).content.startswith(b"%PDF")
    client.post(at("talk-delete", talk.pk))
    assert not ToolTalk.objects.exists()


def test_agreements_are_written_down(client: Client, eva: User) -> None:
    client.force_login(eva)

    page = client.post(at("talk-create"), talk_data(outcome="agreements"))

    assert "Write down what you agreed." in page.content.decode()


def test_another_teacher_reads_a_talk_and_does_not_change_it(client: Client, eva: User) -> None:
    talk = TalkFactory()
    client.force_login(eva)

    assert client.get(talk.get_absolute_url()).status_code == 200
    assert client.get(at("talk-edit", talk.pk)).status_code == 403
    for name in ("talk-delete", "talk-assess"):
        assert client.post(at(name, talk.pk)).status_code == 403


def test_the_second_writer_of_a_talk_sees_the_words_of_the_first(client: Client, eva: User) -> None:
    talk = TalkFactory(owner=eva)
    stamp = meantime.stamp(talk)
    talk.answers = {"who_sees": "Everybody."}
    talk.save()
    client.force_login(eva)

    page = client.post(at("talk-edit", talk.pk), talk_data(tool=talk.tool, seen=stamp))

    assert page.status_code == 409
    assert "“Everybody.”" in page.content.decode()
    assert ToolTalk.objects.get().answers == {"who_sees": "Everybody."}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["talk-list", "assessment-list", "incident-list", "nearness"])
def test_empty_pages_say_the_next_step(client: Client, eva: User, name: str, language: str) -> None:
    eva.language = language
    eva.save()
    client.force_login(eva)

    assert client.get(at(name)).status_code == 200


def assessment_data(given: dict[str, Any], **changes: object) -> dict[str, object]:
    data: dict[str, object] = {"title": "Padlet", "seen": ""}
    for code, answer in given.items():
        data |= {f"a_{code}": answer["answer"], f"m_{code}": answer["measure"]}
    return {**data, **changes}


def test_from_talk_to_assessment_to_decision(client: Client, eva: User, dirk: User) -> None:
    talk = TalkFactory(owner=eva)
    client.force_login(eva)
    client.post(at("talk-assess", talk.pk))
    one = PrivacyAssessment.objects.get()
    filled = assessment_data(answers(images="Ask first."), seen=meantime.stamp(one))
    client.post(at("assessment-edit", one.pk), filled)
    one.refresh_from_db()
    assert one.answers == answers(images="Ask first.")
    decision = {"conclusion": "measures", "review_date": "2027-01-01"}
    assert client.post(at("assessment-decide", one.pk), decision).status_code == 403

    client.force_login(dirk)
    client.post(at("assessment-decide", one.pk), decision)
    one.refresh_from_db()
    assert (one.conclusion, one.decided_by) == ("measures", dirk)
    client.force_login(eva)
    assert client.get(at("assessment-edit", one.pk)).status_code == 403
    client.post(at("assessment-again", one.pk))
    assert PrivacyAssessment.objects.count() == 2


def test_risks_appear_while_answering_and_nothing_is_kept(client: Client, eva: User) -> None:
    client.force_login(eva)
    given = {"a_special_data": "yes", "a_images": "no", "m_images": "Blur them."}

    page = client.post(at("assessment-risks"), given).content.decode()

    assert "high risk" in page
    assert 'name="m_special_data"' in page
    assert 'type="hidden" name="m_images" value="Blur them."' in page
    assert not PrivacyAssessment.objects.exists()


def test_a_decision_that_cannot_be_is_refused_beside_the_field(client: Client, dirk: User) -> None:
    one = AssessmentFactory(answers=answers(profiling="We look away."))
    client.force_login(dirk)

    page = client.post(at("assessment-decide", one.pk), {"conclusion": "go"})

    assert page.status_code == 422
    assert "With a high risk" in page.content.decode()
    assert "full assessment (DPIA) may be needed" in page.content.decode()


def test_a_draft_is_not_there_for_others(client: Client, eva: User) -> None:
    one = AssessmentFactory()
    client.force_login(eva)
    for name in ("detail", "edit", "pdf", "csv", "json"):
        assert client.get(at(f"assessment-{name}", one.pk)).status_code == 404

    PrivacyAssessment.objects.update(state="decided")
    assert client.get(at("assessment-pdf", one.pk)).content.startswith(b"%PDF")
    assert client.get(at("assessment-json", one.pk)).json()["state"] == "decided"
    assert client.get(at("assessment-csv", one.pk)).status_code == 200


def report_data(**changes: object) -> dict[str, object]:
    return {
        "kind": "bullying",
        "title": "Bullying in a group",
        "happened_at": "2026-06-01T10:00",
        "severity": "2",
        "description": "A student is called names.",
        **changes,
    }


def test_anybody_reports_an_incident_and_sees_the_first_steps(client: Client, eva: User) -> None:
    client.force_login(eva)

    page = client.post(at("incident-create"), report_data(), follow=True).content.decode()

    assert Incident.objects.get().reported_by == eva
    assert "Keep evidence" in page
    assert at("incident-close", Incident.objects.get().pk) not in page


def test_a_text_that_points_at_a_person_asks_for_a_second_look(client: Client, eva: User) -> None:
    client.force_login(eva)
    data = report_data(description="Ask 1234567 or mail jan@example.org")

    page = client.post(at("incident-create"), data).content.decode()
    assert "an e-mail address, a student number" in page
    assert not Incident.objects.exists()

    client.post(at("incident-create"), {**data, "is_checked": "on"})
    assert Incident.objects.count() == 1


def test_the_future_is_no_incident(client: Client, eva: User) -> None:
    client.force_login(eva)

    page = client.post(at("incident-create"), report_data(happened_at="2999-01-01T10:00"))

    assert "This moment has yet to come." in page.content.decode()


def test_first_steps_come_with_the_kind(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert "Call 112" in client.get(at("incident-first-steps"), {"kind": "threat"}).content.decode()
    assert "Choose what kind" in client.get(at("incident-first-steps")).content.decode()


def test_an_incident_of_others_is_not_there(client: Client, eva: User) -> None:
    incident = IncidentFactory()
    client.force_login(eva)

    assert client.get(incident.get_absolute_url()).status_code == 404
    assert client.get(at("incident-edit", incident.pk)).status_code == 404
    for name in ("incident-step-add", "incident-close", "incident-reopen"):
        assert client.post(at(name, incident.pk)).status_code == 404
    assert client.get(at("incident-export")).status_code == 403
    assert incident.title not in client.get(at("incident-list")).content.decode()


def test_a_reporter_reads_along_and_does_not_close(client: Client, eva: User) -> None:
    incident = IncidentFactory(reported_by=eva)
    step = IncidentStepFactory(incident=incident)
    client.force_login(eva)

    assert client.get(incident.get_absolute_url()).status_code == 200
    assert client.get(at("incident-edit", incident.pk)).status_code == 403
    assert client.post(at("incident-close", incident.pk), {"lessons": "x"}).status_code == 403
    assert client.post(at("incident-step-finish", step.pk)).status_code == 403


def test_a_manager_follows_up_and_closes_a_leak(client: Client, dirk: User, eva: User) -> None:
    incident = IncidentFactory(kind="data_leak", is_data_leak=True)
    client.force_login(dirk)
    step = {"text": "Call the officer.", "owner": eva.pk, "due_date": "2026-06-02"}
    client.post(at("incident-step-add", incident.pk), step)
    client.force_login(eva)
    client.post(at("incident-step-finish", incident.steps.get().pk))
    assert incident.steps.get().done_by == eva

    client.force_login(dirk)
    page = client.post(at("incident-close", incident.pk), {"lessons": "Lock it."})
    assert page.status_code == 422
    assert "Fill in above when the authority was told" in page.content.decode()
    told = (now() - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M")
    follow = {"kind": "data_leak", "severity": "3", "owner": dirk.pk, "is_data_leak": "on"}
    follow |= {"authority_told_at": told, "seen": meantime.stamp(Incident.objects.get())}
    client.post(at("incident-edit", incident.pk), follow)
    client.post(at("incident-close", incident.pk), {"lessons": "Lock it."})

    incident.refresh_from_db()
    assert incident.closed_at is not None
    assert incident.delete_on is not None
    assert incident.owner == dirk
    client.post(at("incident-reopen", incident.pk))
    incident.refresh_from_db()
    assert incident.closed_at is None


def test_the_second_who_follows_up_sees_the_first(client: Client, dirk: User) -> None:
    incident = IncidentFactory()
    stamp = meantime.stamp(incident)
    incident.severity = 3
    incident.save()
    client.force_login(dirk)

    page = client.post(
        at("incident-edit", incident.pk), {"kind": "bullying", "severity": "1", "seen": stamp}
    )

    assert page.status_code == 409
    assert "“very serious”" in page.content.decode()


def test_a_list_is_filtered_and_goes_on(client: Client, dirk: User) -> None:
    IncidentFactory.create_batch(51)
    IncidentFactory(kind="threat", title="A threat", severity=3)
    client.force_login(dirk)

    page = client.get(at("incident-list"))
    rest = client.get(at("incident-list"), {"after": page.context["next"]})
    assert (len(page.context["rows"]), len(rest.context["rows"])) == (50, 2)
    for narrow in ({"kind": "threat"}, {"severity": "3"}):
        assert len(client.get(at("incident-list"), narrow).context["rows"]) == 1
    closed = client.get(at("incident-list"), {"state": "closed", "kind": "nonsense"})
    assert closed.context["rows"] == []
    assert client.get(at("incident-list"), {"after": "nonsense~1"}).status_code == 200
    assert len(client.get(at("incident-export")).content.decode().splitlines()) == 53


def test_nearness_points_to_the_agreement_in_force(client: Client, eva: User) -> None:
    client.force_login(eva)
    assert "no agreement of its own" in client.get(at("nearness")).content.decode()

    policy = PolicyFactory(kind=Policy.Kind.NEARNESS, title="Near and far")
    PolicyVersionFactory(policy=policy, in_force=True)
    page = client.get(at("nearness")).content.decode()

    assert "Near and far" in page
    assert policy.get_absolute_url() in page


def test_a_manager_elsewhere_sees_the_draft_and_not_the_button_to_decide_on_the_own(
    client: Client,
) -> None:
    manager = UserFactory(roles=[Role.MANAGER])
    own, other = AssessmentFactory(owner=manager), AssessmentFactory()
    client.force_login(manager)

    assert not client.get(own.get_absolute_url()).context["can_decide"]
    assert client.get(other.get_absolute_url()).context["can_decide"]


def test_a_draft_is_thrown_away_by_its_owner_and_kept_in_the_trail(
    client: Client, eva: User
) -> None:
    one = AssessmentFactory(owner=eva, title="Padlet")
    client.force_login(eva)
    assert at("assessment-delete", one.pk) in client.get(one.get_absolute_url()).content.decode()

    client.post(at("assessment-delete", one.pk))

    assert not PrivacyAssessment.objects.exists()
    entry = LogEntry.objects.get(verb="deleted the privacy assessment")
    assert (entry.actor, entry.detail["title"]) == (eva, "Padlet")


def test_what_was_decided_is_never_thrown_away(client: Client, eva: User, dirk: User) -> None:
    decided = AssessmentFactory(owner=eva, state="decided", decided_by=dirk)
    client.force_login(eva)

    assert client.post(at("assessment-delete", decided.pk)).status_code == 403
    with pytest.raises(assessments.NotTheirs):
        assessments.remove(decided, by=eva)


def test_a_draft_of_somebody_else_is_not_there(client: Client, eva: User, anna: User) -> None:
    client.force_login(anna)

    assert client.post(at("assessment-delete", AssessmentFactory(owner=eva).pk)).status_code == 404


def test_an_answer_stands_under_its_question(client: Client, eva: User) -> None:
    client.force_login(eva)
    page = client.get(AssessmentFactory(owner=eva).get_absolute_url()).content.decode()
    listed = page[page.index('id="answers"') :]

    with override("en"):
        assert f"<dt>{ASSESSMENT_QUESTIONS[0].text}</dt><dd>" in listed
