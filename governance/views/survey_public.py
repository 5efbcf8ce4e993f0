"""The survey as a student sees it: on a phone, without signing in, in Dutch or English.

It sets no cookie but a flag that this browser answered, keeps no address and no moment, and reads
no session. There is nothing to protect against a forged form (who answers is nobody), so it carries
no token, for which a cookie would be needed.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from governance.content import survey as content
from governance.domain import survey_gate, surveys
from governance.forms import survey_public as steps
from governance.models import PlatformSurvey

FLAG_SECONDS = 90 * 24 * 60 * 60
State = PlatformSurvey.State


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def survey_answer(request: HttpRequest, token: str) -> HttpResponse:
    survey = _survey(token)
    with override(_language(request)):
        if survey.state == State.CLOSED:
            return _page(request, survey, "closed")
        if request.method != "POST":
            if _flag(survey) in request.COOKIES and "again" not in request.GET:
                return _page(request, survey, "answered")
            return _step(request, survey, steps.Walk(survey, request.GET))
        return _on(request, survey, steps.Walk(survey, request.POST))


def _on(request: HttpRequest, survey: PlatformSurvey, walk: steps.Walk) -> HttpResponse:
    """One step on or back, another language, or the end."""
    if "to" in request.POST:
        return _step(request, survey, walk)
    direction = request.POST.get("go", "")
    if direction != "back" and walk.step >= steps.WISHES and walk.answers.has_too_many_wishes:
        walk.step = steps.WISHES
        return _step(request, survey, walk, _("Choose three platforms at most."))
    if direction != "back" and walk.step == steps.LAST:
        return _finish(request, survey, walk)
    walk.go(direction)
    return _step(request, survey, walk)


def _finish(request: HttpRequest, survey: PlatformSurvey, walk: steps.Walk) -> HttpResponse:
    if walk.answers.is_empty:
        walk.step = steps.USE
        return _step(request, survey, walk, _("Answer at least one question."))
    if not survey_gate.lets_in(survey, get_adapter().get_client_ip(request)):
        busy = _("Many people answer here at once. Wait a few minutes and send it again.")
        return _step(request, survey, walk, busy, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        surveys.answer(survey, walk.answers)
    except surveys.WrongState:
        return _page(request, survey, "closed")
    where = reverse("governance:survey-thanks", args=[survey.token])
    response = redirect(f"{where}?language={get_language()}")
    response.set_cookie(
        _flag(survey),
        "yes",
        max_age=FLAG_SECONDS,
        path=reverse("governance:survey-answer", args=[survey.token]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@login_not_required
@require_safe
def survey_thanks(request: HttpRequest, token: str) -> HttpResponse:
    with override(_language(request)):
        return _page(request, _survey(token), "thanks")


def _step(
    request: HttpRequest,
    survey: PlatformSurvey,
    walk: steps.Walk,
    error: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {"walk": walk, "error": error, "introduction": content.INTRODUCTION}
    return _page(request, survey, "step", context, status)


def _page(
    request: HttpRequest,
    survey: PlatformSurvey,
    name: str,
    context: dict[str, Any] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """A page without the token of a form, because that would set a cookie."""
    given = {
        "survey": survey,
        "language": get_language(),
        "csrf_token": "NOTPROVIDED",
        **(context or {}),
    }
    response = render(request, f"governance/survey/{name}.html", given, status=status)
    response.headers["Content-Language"] = get_language() or ""
    return response


def _survey(token: str) -> PlatformSurvey:
    survey = get_object_or_404(PlatformSurvey, token=token)
    if survey.state == State.DRAFT:
        raise Http404
    return survey


def _flag(survey: PlatformSurvey) -> str:
    return f"answered-{survey.token.hex[:12]}"


def _language(request: HttpRequest) -> str:
    """The language that was asked for here, else that of the page."""
    wanted = request.POST.get("to") or request.POST.get("language") or request.GET.get("language")
    return wanted if wanted in dict(settings.LANGUAGES) else get_language() or "nl"
