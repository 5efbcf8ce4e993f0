"""What Marieke, manager of communication, finds in a new demo."""

from __future__ import annotations

from django.core.management import call_command
from django.utils.timezone import localdate
from pytest_django import Settings

from core.clock import now
from governance.domain import mandates as asked_by_policy
from governance.permissions import units_seen_by
from people.models import User
from smportal.demo.college import person
from training.domain import certificates, mandate_team, mandates
from training.models import Certificate, CompetenceEvidence, Enrolment, Letter
from training.waiting import competence, enrolment


def test_the_manager_has_something_to_decide_and_to_see(db: None, settings: Settings) -> None:
    settings.SANDBOX_URL = "http://127.0.0.1:8090"
    call_command("demo")
    call_command("demo")  # twice is once
    marieke, day = person("marieke"), localdate(now())

    (request,) = enrolment.requests(marieke, day)
    assert "Fleur Blom" in request.text
    (evidence,) = competence.to_confirm(marieke, day)
    assert evidence.text.startswith("1 ")
    assert Enrolment.objects.filter(state=Enrolment.State.REQUESTED).count() == 1
    assert not Letter.objects.due(now()).exists()  # nobody is mailed about a demo
    seen = units_seen_by(marieke)
    assert seen is not None
    asked = asked_by_policy.requirements()
    assert (asked.approved_posts, asked.needs_course, asked.to_confirm is None) == (0, True, False)
    assert mandate_team.counts(asked, seen).lost == 1
    theirs = Certificate.objects.filter(user__unit__in=seen)
    assert [one.name for one in theirs if certificates.ends_soon(one, day)] == ["Fleur Blom"]
    assert mandates.holds(User.objects.get(name="Fleur Blom"))
    assert CompetenceEvidence.objects.count() == 2
