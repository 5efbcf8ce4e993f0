from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from core import audit
from governance.domain import survey_gate, survey_results, surveys
from governance.domain.survey_answers import Answers
from governance.models import AudienceUse, PlatformSurvey, SurveyResponse
from people.models import User
from tests.factories.channels import PlatformSurveyFactory, SurveyResponseFactory
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def survey(db: None) -> PlatformSurvey:
    cache.clear()
    made: PlatformSurvey = PlatformSurveyFactory()
    return made


def public(survey: PlatformSurvey) -> str:
    return reverse("governance:survey-answer", args=[survey.token])


def fill(survey: PlatformSurvey, count: int, **use: str) -> None:
    for _ in range(count):
        SurveyResponseFactory(survey=survey, answers={"use": use})


# --- answering --------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_stranger_answers_in_four_steps(
    client: Client, survey: PlatformSurvey, language: str
) -> None:
    url = f"{public(survey)}?language={language}"
    page = client.get(url)
    assert f'<html lang="{language}"' in page.content.decode()
    assert_strict(page)

    kept = {"language": language, "go": "next", "use-0": "daily", "use-1": "never"}
    second = client.post(url, {**kept, "step": "1"})
    assert 'name="private-0"' in second.content.decode()
    assert 'name="private-1"' not in second.content.decode()  # is never used
    kept["private-0"] = "contact"
    third = client.post(url, {**kept, "step": "2"})
    assert 'type="hidden" name="private-0" value="contact"' in third.content.decode()
    kept |= {"wish": "0", "not_wanted": "Mij privé een bericht sturen."}
    fourth = client.post(url, {**kept, "step": "3"})
    assert 'name="college-0"' in fourth.content.decode()
    end = client.post(url, {**kept, "college-0": "answers", "step": "4"}, follow=True)

    assert_strict(end)
    assert f'<html lang="{language}"' in end.content.decode()
    assert SurveyResponse.objects.get().answers == {
        "use": {"instagram": "daily", "tiktok": "never"},
        "private_use": {"instagram": ["contact"]},
        "wished_channels": {"instagram": ["answers"]},
        "not_wanted": "Mij privé een bericht sturen.",
    }


def test_nothing_is_kept_of_who_or_when(client: Client, survey: PlatformSurvey) -> None:
    fields = {field.name for field in SurveyResponse._meta.get_fields()}
    assert fields == {"id", "survey", "answers"}

    client.get(public(survey))
    assert not client.cookies
    client.post(public(survey), {"step": "1", "go": "next", "use-0": "daily"})
    assert not client.cookies
    client.post(public(survey), {"step": "4", "use-0": "daily"})

    (flag,) = client.cookies.values()
    assert (flag.key, flag.value) == (f"answered-{survey.token.hex[:12]}", "yes")
    assert flag["path"] == public(survey)
    assert flag["httponly"]
    assert not audit.history(survey).exists()


def test_a_form_needs_no_token_of_ours(survey: PlatformSurvey) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(public(survey), {"step": "4", "use-0": "daily"}).status_code == 302


def test_who_answered_is_told_so_and_may_lend_the_phone(
    client: Client, survey: PlatformSurvey
) -> None:
    client.cookies["language"] = "en"
    client.post(public(survey), {"step": "4", "use-0": "daily"})

    assert "You have answered already" in client.get(public(survey)).content.decode()
    assert 'name="use-0"' in client.get(f"{public(survey)}?again=yes").content.decode()


def test_what_is_not_asked_is_not_kept(client: Client, survey: PlatformSurvey) -> None:
    hostile = {
        "step": "4",
        "use-0": "hourly",
        "use-7": "daily",
        "use-1": "daily",
        "private-1": ["contact", "contact", "<script>"],
        "name": "Lotte",
        "good_example": "x" * 900 + "\x00",
    }

    client.post(public(survey), hostile)

    answers = SurveyResponse.objects.get().answers
    assert answers == {
        "use": {"tiktok": "daily"},
        "private_use": {"tiktok": ["contact"]},
        "good_example": "x" * 500,
    }


def test_at_most_three_wishes(client: Client) -> None:
    cache.clear()
    survey = PlatformSurveyFactory(platforms=["a", "b", "c", "d"])
    client.cookies["language"] = "en"
    form = {"step": "3", "go": "next", "wish": ["0", "1", "2", "3"]}

    assert "three platforms at most" in client.post(public(survey), form).content.decode()
    client.post(public(survey), {**form, "step": "4"})
    assert not SurveyResponse.objects.exists()


def test_an_empty_form_is_not_an_answer(client: Client, survey: PlatformSurvey) -> None:
    client.cookies["language"] = "en"

    page = client.post(public(survey), {"step": "4"})

    assert "Answer at least one question." in page.content.decode()
    assert not SurveyResponse.objects.exists()


def test_back_leads_past_what_nobody_had_to_answer(client: Client, survey: PlatformSurvey) -> None:
    page = client.post(public(survey), {"step": "3", "go": "back", "use-0": "never"})

    assert page.context["walk"].step == 1
    assert 'value="never" checked' in page.content.decode()


def test_another_language_takes_the_answers_along(client: Client, survey: PlatformSurvey) -> None:
    page = client.post(public(survey), {"step": "1", "to": "en", "use-0": "weekly"})

    assert '<html lang="en"' in page.content.decode()
    assert page.context["walk"].step == 1
    assert 'value="weekly" checked' in page.content.decode()


def test_a_whole_school_behind_one_address_gets_in_and_a_machine_does_not(
    client: Client, survey: PlatformSurvey, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert survey_gate.MOST >= 300
    monkeypatch.setattr(survey_gate, "MOST", 3)
    client.cookies["language"] = "en"
    form = {"step": "4", "use-0": "daily"}

    with time_machine.travel(NOW, tick=False):
        statuses = [client.post(public(survey), form).status_code for _ in range(4)]
        refused = client.post(public(survey), form)
    with time_machine.travel(NOW + timedelta(minutes=10), tick=False):
        later = client.post(public(survey), form)

    assert statuses == [302, 302, 302, 429]
    assert later.status_code == 302
    assert "Wait a few minutes" in refused.content.decode()
    assert 'name="use-0" value="daily"' in refused.content.decode()  # nothing is lost
    assert SurveyResponse.objects.count() == 4


@pytest.mark.parametrize(("state", "status"), [("draft", 404), ("closed", 200)])
def test_only_an_open_survey_takes_answers(client: Client, state: str, status: int) -> None:
    survey = PlatformSurveyFactory(state=state)

    assert client.get(public(survey)).status_code == status
    assert client.post(public(survey), {"step": "4", "use-0": "daily"}).status_code == status
    assert not SurveyResponse.objects.exists()
    with pytest.raises(surveys.WrongState):
        surveys.answer(survey, Answers(use={"instagram": "daily"}))


# --- counting ---------------------------------------------------------------------------------
def test_nothing_is_shown_under_five_answers(
    client: Client, dirk: User, survey: PlatformSurvey
) -> None:
    client.force_login(dirk)
    fill(survey, 4, instagram="daily")
    surveys.close(survey, by=dirk)

    page = client.get(survey.get_absolute_url()).content.decode()

    assert "Fewer than 5 people answered" in page
    assert "100" not in page.split("<main")[1].split("</main>")[0].replace("100%", "100")
    assert not AudienceUse.objects.exists()
    export = reverse("governance:survey-export", args=[survey.pk])
    assert client.get(export).status_code == 404


def test_nothing_is_shown_while_it_is_open(
    client: Client, dirk: User, survey: PlatformSurvey
) -> None:
    client.force_login(dirk)
    fill(survey, 9, instagram="daily")

    page = client.get(survey.get_absolute_url())

    assert page.context["results"] is None
    assert "9 answers" in page.content.decode()
    assert "<svg" in page.content.decode()  # the code to scan


def test_closing_makes_figures_with_source_year_and_number_asked(
    dirk: User, survey: PlatformSurvey
) -> None:
    fill(survey, 6, instagram="daily", tiktok="never")
    fill(survey, 2, instagram="weekly")

    surveys.close(survey, by=dirk)

    rows = {(row.platform, row.frequency): row for row in AudienceUse.objects.all()}
    daily = rows["instagram", "daily"]
    assert (str(daily.percent), daily.users, daily.respondents) == ("75.0", 6, 8)
    assert (daily.source, daily.audience) == (survey.title, survey.audience)
    assert str(rows["instagram", "weekly"].percent) == "100.0"
    assert ("Snapchat", "daily") not in rows  # fewer than five said anything about it


def test_a_survey_with_too_few_answers_opens_again_and_its_figures_are_replaced(
    dirk: User, survey: PlatformSurvey
) -> None:
    fill(survey, 4, instagram="daily")
    surveys.close(survey, by=dirk)
    surveys.start(survey, by=dirk)
    fill(survey, 4, instagram="never")
    AudienceUse.objects.create(
        audience=survey.audience, survey=survey, platform="old", year=2020, source="old"
    )

    surveys.close(survey, by=dirk)

    assert str(AudienceUse.objects.get(frequency="daily").percent) == "50.0"
    assert not AudienceUse.objects.filter(platform="old").exists()


def test_what_has_shown_results_does_not_open_again(dirk: User, survey: PlatformSurvey) -> None:
    fill(survey, 5, instagram="daily")
    surveys.close(survey, by=dirk)

    with pytest.raises(surveys.WrongState):
        surveys.start(survey, by=dirk)
    with pytest.raises(surveys.WrongState):
        surveys.close(survey, by=dirk)


def test_purposes_and_wishes_are_counted_per_platform() -> None:
    answers = [
        {
            "use": {"instagram": "daily"},
            "private_use": {"instagram": ["fun", "contact"]},
            "wished_channels": {"instagram": ["events"]},
            "not_wanted": text,
        }
        for text in ("b", "a", "b", "c", "a")
    ]

    found = survey_results.count(["instagram", "tiktok"], answers)

    (private,) = found.private
    assert [str(share) for share in private.shares] == ["100.0", "0.0", "100.0", "0.0"]
    assert [(row.platform, row.count) for row in found.wishes] == [("instagram", 5)]
    assert found.remarks["not_wanted"] == ["a", "b", "c"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_results_are_read_by_all_and_remarks_by_governors(
    client: Client, eva: User, dirk: User, survey: PlatformSurvey, language: str
) -> None:
    fill(survey, 5, instagram="daily")
    SurveyResponseFactory(survey=survey, answers={"not_wanted": "Geen reclame <b>"})
    surveys.close(survey, by=dirk)
    for reader, sees in ((eva, False), (dirk, True)):
        reader.language = language
        reader.save()
        client.force_login(reader)
        page = client.get(survey.get_absolute_url())
        assert_strict(page)
        assert ("Geen reclame &lt;b&gt;" in page.content.decode()) is sees
        assert "Instagram" in page.content.decode()


def test_totals_go_out_as_a_file(client: Client, dirk: User, survey: PlatformSurvey) -> None:
    client.force_login(dirk)
    fill(survey, 5, instagram="daily", tiktok="weekly")
    surveys.close(survey, by=dirk)

    lines = client.get(f"{survey.get_absolute_url()}export/").content.decode().splitlines()

    assert "instagram;5;0;0;5;100,0;0" in lines
    assert "Snapchat;;;;;;" in lines


# --- making one -------------------------------------------------------------------------------
def test_a_manager_makes_opens_and_closes_a_survey(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    page = client.get("/governance/surveys/new/")
    form = page.context["form"]
    assert form.initial["audience"].code == "students"

    data = {
        "title": "Welke platforms?",
        "audience": form.initial["audience"].pk,
        "platforms": "Instagram\nTwitter\nSnapchat, Twitter\n\n",
    }
    client.post("/governance/surveys/new/", data)
    survey = PlatformSurvey.objects.get()
    assert survey.platforms == ["instagram", "x", "Snapchat"]

    client.post(f"{survey.get_absolute_url()}edit/", {**data, "platforms": "x"})
    client.post(f"{survey.get_absolute_url()}step/", {"step": "open"})
    assert client.get(f"{survey.get_absolute_url()}edit/").status_code == 403
    poster = client.get(f"{survey.get_absolute_url()}poster/")
    assert str(survey.token) in poster.content.decode()
    client.post(f"{survey.get_absolute_url()}step/", {"step": "close"})
    client.post(f"{survey.get_absolute_url()}step/", {"step": "close"})

    survey.refresh_from_db()
    assert (survey.state, survey.platforms) == ("closed", ["x"])
    verbs = [entry.verb for entry in audit.history(survey)]
    assert verbs == ["closed a survey", "opened a survey", "changed a survey", "made a survey"]


def test_only_a_draft_can_be_deleted(client: Client, dirk: User, survey: PlatformSurvey) -> None:
    client.force_login(dirk)
    draft = PlatformSurveyFactory(state="draft")

    for one in (survey, draft):
        client.post(f"{one.get_absolute_url()}step/", {"step": "delete"})

    assert list(PlatformSurvey.objects.all()) == [survey]
    assert client.post(f"{survey.get_absolute_url()}step/", {"step": "burn"}).status_code == 404


def test_a_teacher_runs_no_survey(client: Client, eva: User, survey: PlatformSurvey) -> None:
    client.force_login(eva)
    draft = PlatformSurveyFactory(state="draft")

    assert client.get("/governance/surveys/").status_code == 200
    assert client.get(draft.get_absolute_url()).status_code == 404
    for path in ("/governance/surveys/new/", f"{survey.get_absolute_url()}poster/"):
        assert client.get(path).status_code == 403
    step = client.post(f"{survey.get_absolute_url()}step/", {"step": "close"})
    assert step.status_code == 403


def test_more_than_twenty_platforms_do_not_fit_on_a_phone(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    lines = "\n".join(f"Platform {number}" for number in range(21))

    page = client.post("/governance/surveys/new/", {"title": "T", "platforms": lines})

    assert "Ask about at most 20 platforms." in page.content.decode()
