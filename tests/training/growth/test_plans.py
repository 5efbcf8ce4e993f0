"""Learning activities: goal first, shared, copied, done."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from people.models import User
from tests.factories.growth import CompetenceFactory, PlanFactory
from tests.factories.people import UserFactory
from training.models import LessonPlan

pytestmark = pytest.mark.django_db


def test_a_plan_is_made_in_steps_and_the_medium_asks_for_a_goal(client: Client, eva: User) -> None:
    client.force_login(eva)
    made = client.post(reverse("training:plan-create"), {"title": "Interview", "goal": ""})
    plan = LessonPlan.objects.get(owner=eva)
    assert made.url == reverse("training:plan-step", args=[plan.pk, "activity"])  # type: ignore[attr-defined]

    medium = reverse("training:plan-step", args=[plan.pk, "medium"])
    assert "no learning goal yet" in client.get(medium).content.decode()
    plan.goal = "Ask open questions."
    plan.save()
    page = client.get(medium).content.decode()
    assert "no learning goal yet" not in page
    assert "Ask open questions." in page

    stale = client.post(medium, {"medium": "Blog", "seen": "2020-01-01"})
    assert stale.status_code == 409
    client.post(medium, {"medium": "Blog", "seen": plan.updated_at.isoformat()})
    plan.refresh_from_db()
    assert plan.medium == "Blog"


def test_a_no_about_privacy_gives_advice(client: Client, eva: User) -> None:
    plan = PlanFactory(owner=eva)
    client.force_login(eva)
    said = {"p_other_way": "no", "seen": plan.updated_at.isoformat()}

    client.post(reverse("training:plan-step", args=[plan.pk, "class"]), said)

    plan.refresh_from_db()
    assert plan.privacy == {"other_way": "no"}
    assert "Think of another way" in client.get(plan.get_absolute_url()).content.decode()


def test_colleagues_copy_what_is_shared_and_nothing_else(client: Client, eva: User) -> None:
    plan = PlanFactory(owner=eva, goal="Learn", group="TO3B")
    joris = UserFactory()
    client.force_login(joris)
    for name in ("plan-detail", "plan-step", "plan-share", "plan-delete", "plan-copy"):
        args = [plan.pk, "goal"] if name == "plan-step" else [plan.pk]
        assert client.post(reverse(f"training:{name}", args=args)).status_code == 404

    client.force_login(eva)
    client.post(reverse("training:plan-share", args=[plan.pk]), {"share": "on"})
    client.force_login(joris)
    client.post(reverse("training:plan-copy", args=[plan.pk]))

    copied = LessonPlan.objects.get(owner=joris)
    assert (copied.goal, copied.group, copied.copied_from) == ("Learn", "", plan)
    found = client.get(reverse("training:plan-list"), {"show": "shared", "q": "learn"})
    assert found.context["page"].rows == [plan]


def test_a_plan_that_was_done_can_be_brought_as_evidence(client: Client, eva: User) -> None:
    CompetenceFactory()
    plan = PlanFactory(owner=eva, title="Interview")
    client.force_login(eva)
    url = reverse("training:plan-evidence", args=[plan.pk])
    assert client.get(url).status_code == 404

    client.post(plan.get_absolute_url(), {"reflection": "It worked."})

    form = client.get(url, follow=True).context["form"]
    assert form["text"].value() == "Interview"
    assert form["link"].value() == plan.get_absolute_url()
