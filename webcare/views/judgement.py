"""What the router learned and from what, for those who answer for it."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.models import User
from webcare import permissions, tasks
from webcare.domain.judgement import overview, renewal


def judgement(request: HttpRequest) -> HttpResponse:
    """Which model judges, how it came about, and whether a training is under way."""
    _overseer(request)
    seen = overview.overview()
    if request.headers.get("HX-Request") and seen.training is None:
        # The page asked whether the training is over: everything on it may be different now.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"seen": seen, "is_learned": settings.JUDGEMENT == "learned"}
    return render(request, "webcare/judgement.html", context)


@require_POST
def judgement_train(request: HttpRequest) -> HttpResponse:
    """Let the router learn anew, beside everything else that goes on."""
    user = _overseer(request)
    if settings.JUDGEMENT != "learned":
        raise PermissionDenied
    try:
        renewal.ask(by=user)
    except renewal.AlreadyAsked as refusal:
        messages.warning(request, str(refusal))
    else:
        tasks.train_soon()
        messages.success(request, _("The router is being trained. You can leave this page."))
    return redirect("webcare:judgement")


def correction_list(request: HttpRequest) -> HttpResponse:
    """What people put right, newest first."""
    user = _overseer(request)
    page = overview.corrections(user, after=request.GET.get("after", ""))
    return render(request, "webcare/correction_list.html", {"rows": page.rows, "next": page.next})


def _overseer(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_train_router(user):
        raise PermissionDenied
    return user
