from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core import audit
from governance.content.audiences import AUDIENCE_CODES
from governance.domain import audiences, use
from governance.models import Audience, AudienceUse
from people.models import User
from tests.factories.channels import (
    AimFactory,
    AudienceFactory,
    AudienceUseFactory,
    ChannelScoreFactory,
    PlatformSurveyFactory,
)
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db

LIST = "/governance/audiences/"


def test_the_eight_are_made_when_they_are_needed_and_not_twice() -> None:
    audiences.ensure_standard()
    audiences.ensure_standard()

    assert [one.code for one in audiences.listed()] == list(AUDIENCE_CODES)


def test_an_audience_reads_in_the_language_of_the_reader_until_the_college_writes_its_own() -> None:
    audiences.ensure_standard()
    students = Audience.objects.get(code="students")
    with override("nl"):
        assert str(students) == "huidige studenten"
    with override("en"):
        assert str(students) == "current students"

    students.name = "onze studenten"
    assert str(students) == "onze studenten"


def test_examples_come_along_with_the_audience_and_stay_away_once_removed(dirk: User) -> None:
    audiences.ensure_standard()
    assert AudienceUse.objects.filter(is_example=True, year=2011).exists()

    removed = use.remove_examples(by=dirk)
    audiences.listed()
    assert not AudienceUse.objects.filter(is_example=True).exists()

    assert use.bring_examples_back(by=dirk) == removed
    assert use.bring_examples_back(by=dirk) == 0


def test_an_example_is_told_in_the_language_of_the_reader() -> None:
    audiences.ensure_standard()
    msn = AudienceUse.objects.get(platform="MSN")

    with override("en"):
        assert use.finding(msn).startswith("Example from 2011")
    with override("nl"):
        assert use.finding(msn).startswith("Voorbeeld uit 2011")


def test_a_share_is_worked_out_from_users_and_respondents() -> None:
    row = AudienceUseFactory(percent=None, users=321, respondents=600)

    assert str(row.share) == "53.5"
    assert AudienceUseFactory(percent=None, users=5, respondents=None).share is None


def test_what_has_goals_and_channels_says_so() -> None:
    score = ChannelScoreFactory(choice__state="chosen")
    ChannelScoreFactory(audience=score.audience, choice__state="considered")
    goal = AimFactory()
    goal.audiences.add(score.audience)

    served = audiences.served(score.audience)

    assert served.goals == [goal]
    assert served.scores == [score]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_teacher_reads_audiences_and_changes_nothing(
    client: Client, eva: User, language: str
) -> None:
    eva.language = language
    eva.save()
    client.force_login(eva)

    page = client.get(LIST)
    detail = client.get(f"{LIST}students/")

    assert page.status_code == detail.status_code == 200
    assert_strict(page)
    assert_strict(detail)
    assert f'href="{LIST}new/"' not in page.content.decode()
    assert "53,5%" in detail.content.decode() or "53.5%" in detail.content.decode()
    for path in ("new/", "import/", "students/edit/", "students/use/"):
        assert client.get(f"{LIST}{path}").status_code == 403
    for path in ("examples/", "students/move/"):
        assert client.post(f"{LIST}{path}").status_code == 403


def test_a_network_that_has_gone_says_so_and_examples_can_be_hidden(
    client: Client, dirk: User
) -> None:
    client.force_login(dirk)

    page = client.get(f"{LIST}students/").content.decode()
    assert "no longer exists" in page
    assert "Example of 2011" in page
    assert "Example of 2011" not in client.get(f"{LIST}students/?examples=hide").content.decode()


def test_a_manager_adds_an_audience_of_the_college(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    response = client.post(f"{LIST}new/", {"name": "Leerbedrijven in de zorg", "is_active": "on"})

    made = Audience.objects.get(code="leerbedrijven-in-de-zorg")
    assert response.headers["Location"] == made.get_absolute_url()
    assert audit.history(made)[0].verb == "added an audience"


@pytest.mark.parametrize("name", ["new", "import", "Export"])
def test_no_audience_takes_the_address_of_another_page(
    client: Client, dirk: User, name: str
) -> None:
    client.force_login(dirk)

    client.post(f"{LIST}new/", {"name": name})

    made = Audience.objects.get(name=name)
    assert made.code == f"{name.lower()}-2"
    assert client.get(made.get_absolute_url()).status_code == 200


def test_a_name_without_a_letter_is_refused_beside_the_field(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(f"{LIST}new/", {"name": "!!"}).content.decode()

    assert "Use at least one letter or digit." in page


def test_two_people_at_one_audience_lose_no_word(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    audience = AudienceFactory(name="Buren", description="De straat.")
    seen = audience.updated_at.isoformat()
    url = reverse("governance:audience-edit", args=[audience.code])
    form = {"name": "Buren", "is_active": "on", "seen": seen}
    client.post(url, {**form, "description": "De hele wijk."})

    second = client.post(url, {**form, "description": "De straat en het plein."})

    assert second.status_code == 409
    assert "De straat en het plein." in second.content.decode()
    assert "wijk" in second.content.decode()
    audience.refresh_from_db()
    assert audience.description == "De hele wijk."
    again = second.context["form"]["seen"].value()
    assert client.post(url, {**form, "seen": again, "description": "Allebei."}).status_code == 302


def test_an_audience_moves_up(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    client.get(LIST)

    client.post(f"{LIST}students/move/", {"direction": "up"})

    assert audiences.listed()[0].code == "students"


def test_a_figure_needs_a_source_a_year_and_something_found(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(f"{LIST}students/use/", {"platform": "Instagram", "frequency": "daily"})
    errors = page.context["form"].errors
    assert {"source", "year"} <= set(errors)

    bare = {"platform": "Twitter", "frequency": "daily", "source": "Krant", "year": "2026"}
    assert "percent" in client.post(f"{LIST}students/use/", bare).context["form"].errors
    late = client.post(f"{LIST}students/use/", {**bare, "percent": "40", "year": "2099"})
    assert "year" in late.context["form"].errors
    assert client.post(f"{LIST}students/use/", {**bare, "percent": "41.5"}).status_code == 302
    assert AudienceUse.objects.get(source="Krant").platform == "x"


def test_a_figure_goes_but_one_of_a_survey_stays(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    own = AudienceUseFactory()
    counted = AudienceUseFactory(survey=PlatformSurveyFactory())

    assert client.post(reverse("governance:use-delete", args=[own.pk])).status_code == 302
    assert client.post(reverse("governance:use-delete", args=[counted.pk])).status_code == 403
    assert not AudienceUse.objects.filter(pk=own.pk).exists()


def test_figures_come_in_pages(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    audience = AudienceFactory()
    AudienceUseFactory.create_batch(use.PAGE_SIZE + 3, audience=audience)

    first, following = use.page(audience, with_examples=True)
    rest, end = use.page(audience, with_examples=True, after=following)

    assert (len(first), len(rest), end) == (use.PAGE_SIZE, 3, "")
    assert not {row.pk for row in first} & {row.pk for row in rest}
    assert client.get(f"{audience.get_absolute_url()}?after=x~y").status_code == 200


def test_the_examples_go_with_one_button(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    client.get(LIST)

    client.post(f"{LIST}examples/", {"step": "remove"})

    assert not AudienceUse.objects.filter(is_example=True).exists()
    assert "Bring the examples back" in client.get(LIST).content.decode()
