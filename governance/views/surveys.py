"""Surveys as the college sees them: made, opened, shared, closed, read."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.charts import Chart, bars
from governance.content import survey as content
from governance.content.platforms import name_of
from governance.domain import audiences, survey_results, surveys
from governance.forms.surveys import SurveyForm
from governance.models import Audience, PlatformSurvey
from governance.permissions import audiences as permissions
from governance.views.use import csv_answer
from people.models import User

PAGE_SIZE = 50


def survey_list(request: HttpRequest) -> HttpResponse:
    rows = PlatformSurvey.objects.select_related("audience").order_by("-pk")
    after = request.GET.get("after", "")
    if after.isdecimal() and len(after) < 19:
        rows = rows.filter(pk__lt=int(after))
    found = list(rows[: PAGE_SIZE + 1])
    context = {
        "surveys": found[:PAGE_SIZE],
        "next": str(found[PAGE_SIZE - 1].pk) if len(found) > PAGE_SIZE else "",
        "can_run": permissions.can_run_surveys(cast(User, request.user)),
    }
    return render(request, "governance/surveys/list.html", context)


def survey_create(request: HttpRequest) -> HttpResponse:
    user = _runner(request)
    audiences.ensure_standard()
    students = Audience.objects.filter(code="students").first()
    form = SurveyForm(request.POST or None, initial={"audience": students})
    if request.method == "POST" and form.is_valid():
        return redirect(surveys.create(by=user, fields=form.cleaned_data))
    return render(request, "governance/surveys/edit.html", {"form": form})


def survey_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user, survey = _runner(request), _survey(pk)
    form = SurveyForm(request.POST or None, instance=survey)
    if survey.state != PlatformSurvey.State.DRAFT:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        surveys.change(survey, by=user, fields=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(survey)
    return render(request, "governance/surveys/edit.html", {"form": form, "survey": survey})


def survey_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, survey = cast(User, request.user), _survey(pk)
    can_run = permissions.can_run_surveys(user)
    if not can_run and survey.state == PlatformSurvey.State.DRAFT:
        raise Http404
    results = survey_results.of(survey)
    context = {
        "survey": survey,
        "url": _public_url(request, survey),
        "answers": results.respondents if results else survey.responses.count(),
        "fewest": survey_results.FEWEST,
        "results": results,
        "figure": _figure(results) if results else None,
        "purposes": _purposes(results) if results else [],
        "can_run": can_run,
        "can_open": surveys.may_open(survey),
        "can_read_remarks": permissions.can_read_remarks(user),
        "history": audit.history(survey)[:20] if can_run else [],
    }
    return render(request, "governance/surveys/detail.html", context)


def _figure(results: survey_results.Results) -> Chart:
    rows: list[bars.Row] = [
        (name_of(row.platform), float(row.daily_percent), None)
        for row in results.rows
        if row.is_shown
    ]
    title, name = _("Who uses it every day"), _("Every day")
    return bars.draw(title, rows, unit="%", value_name=name)


def _purposes(results: survey_results.Results) -> list[dict[str, object]]:
    """The two tables of what platforms are used for, with their heads."""
    return [
        {
            "title": _("What for, in private"),
            "id": "private",
            "heads": content.purposes_for("private"),
            "rows": results.private,
        },
        {
            "title": _("What for, at college or on placement"),
            "id": "school",
            "heads": content.purposes_for("school"),
            "rows": results.school,
        },
    ]


@require_POST
def survey_step(request: HttpRequest, pk: int) -> HttpResponse:
    """Open, close or delete (`step`)."""
    user, survey = _runner(request), _survey(pk)
    step = request.POST.get("step", "")
    steps = {"open": surveys.start, "close": surveys.close, "delete": surveys.delete}
    if step not in steps:
        raise Http404
    try:
        steps[step](survey, by=user)
    except surveys.WrongState:
        messages.warning(request, _("Somebody was first: look at how the survey stands now."))
    else:
        messages.success(request, _told(step))
    return redirect("governance:survey-list") if step == "delete" else redirect(survey)


def _told(step: str) -> str:
    return {
        "open": _("The survey is open. Share the link or the poster."),
        "close": _("The survey is closed."),
        "delete": _("The survey is gone."),
    }[step]


def survey_poster(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet for a wall or a screen: what it is about, the code, the address."""
    survey = _survey(pk)
    _runner(request)
    context = {"survey": survey, "url": _public_url(request, survey)}
    return render(request, "governance/surveys/poster.html", context)


def survey_export(request: HttpRequest, pk: int) -> HttpResponse:
    """The totals of a closed survey; single answers are never given."""
    results = survey_results.of(_survey(pk))
    if results is None:
        raise Http404
    return csv_answer(survey_results.totals(results), f"survey-{pk}.csv")


def _public_url(request: HttpRequest, survey: PlatformSurvey) -> str:
    return request.build_absolute_uri(reverse("governance:survey-answer", args=[survey.token]))


def _survey(pk: int) -> PlatformSurvey:
    return get_object_or_404(PlatformSurvey.objects.select_related("audience"), pk=pk)


def _runner(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_run_surveys(user):
        raise PermissionDenied
    return user
