"""A policy begins with a text that comes along."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.content import papers
from governance.domain import policies
from governance.models import Policy, PolicyVersion
from people.models import Team, User
from tests.factories.governance import PolicyFactory
from tests.factories.people import TeamFactory

pytestmark = pytest.mark.django_db


def take(client: Client, code: str, title: str) -> PolicyVersion:
    client.post(reverse("governance:policy-from-paper", args=[code]), {"title": title})
    return PolicyVersion.objects.get(policy__title=title)


def test_the_choice_shows_every_template_with_its_style(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.get(reverse("governance:policy-create")).content.decode()

    assert all(str(paper.title) in page for paper in papers.PAPERS)
    assert "Short rules with a consequence" in page


def test_a_template_is_read_before_it_is_chosen(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.get(reverse("governance:policy-from-paper", args=["protocol-strict"]))

    assert "Spreken namens het college" in page.content.decode()
    assert client.get("/governance/policies/new/none/").status_code == 404


def test_a_webcare_policy_from_a_template_routes(
    client: Client, dirk: User, info: Team, crisis: Team
) -> None:
    comms, press = TeamFactory(code="comms"), TeamFactory(code="press")
    client.force_login(dirk)

    draft = take(client, "webcare", "Webcarebeleid")

    paper = papers.paper("webcare")
    threat, *_, praise, offers = draft.rules.select_related("section", "team").order_by("position")
    assert draft.sections.count() == len(paper.sections)
    assert (threat.team, threat.section.title) == (crisis, "Bedreigingen en noodkreten")  # type: ignore[union-attr]
    assert praise.team == offers.team == comms
    assert draft.rules.filter(team=press).count() == 2
    assert draft.fallback_team == info
    assert policies.problems(draft) == []


def test_where_a_team_is_missing_its_counterpart_gets_the_messages(
    client: Client, dirk: User, info: Team
) -> None:
    client.force_login(dirk)

    draft = take(client, "webcare", "Webcarebeleid")

    assert set(draft.rules.values_list("team__code", flat=True)) == {"info"}


def test_a_college_without_teams_gets_the_text_without_rules(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    draft = take(client, "webcare", "Webcarebeleid")

    codes = [problem.code for problem in policies.problems(draft)]
    assert codes == ["no_fallback_team", "no_rules"]


def test_settings_and_quiz_questions_come_along(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    draft = take(client, "protocol-strict", "Protocol")

    paper = papers.paper("protocol-strict")
    asked = draft.questions.order_by("position")
    settings = draft.sections.filter(settings__isnull=False)
    keys = {section.title: section.key for section in draft.sections.all()}
    assert draft.button_text == paper.button
    assert settings.count() == len(paper.settings)
    assert [question.section_key for question in asked] == [
        keys[paper.sections[question.section].title] for question in paper.questions
    ]


def test_there_is_one_vision_per_domain(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    vision = take(client, "vision-learning", "Visie op leren")
    assert vision.policy.domain == "learning"

    page = client.post(
        reverse("governance:policy-from-paper", args=["vision-learning"]), {"title": "Nog een"}
    )
    empty = client.post(
        reverse("governance:policy-create"),
        {"kind": "vision", "domain": "learning", "title": "Nog een"},
    )

    assert "There is a vision for this domain" in page.content.decode()
    assert "There is a vision for this domain" in empty.content.decode()
    assert Policy.objects.count() == 1


def test_an_empty_vision_needs_a_domain(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(reverse("governance:policy-create"), {"kind": "vision", "title": "Visie"})

    assert "Choose which domain" in page.content.decode()


def test_a_title_that_is_taken_is_refused(client: Client, dirk: User) -> None:
    PolicyFactory(kind="protocol", slug="protocol")
    client.force_login(dirk)

    page = client.post(
        reverse("governance:policy-from-paper", args=["protocol-legal"]), {"title": "Protocol"}
    )

    assert "There is already a policy with this title." in page.content.decode()


def test_a_long_title_still_gets_an_address(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    draft = take(client, "protocol-legal", "Afspraken over " + " ".join(["sociale media"] * 8))

    assert len(draft.policy.slug) <= 50


def test_a_teacher_begins_no_policy(client: Client, eva: User) -> None:
    client.force_login(eva)

    for path in ("/governance/policies/new/", "/governance/policies/new/webcare/"):
        assert client.post(path, {"title": "Van Eva"}).status_code == 403
