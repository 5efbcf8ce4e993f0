"""Is this certificate real? For everybody, without signing in: who has the code may know."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from governance.views.doors import today
from people.models import Institution
from training.domain import certificates, guessing
from training.forms.certificates import CheckForm

MOST_WRONG = 20
"""In ten minutes from one address: a whole building may stand behind it."""


@login_not_required
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Asks for the code; what is typed leads to its own address."""
    form = CheckForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("training:check-code", form.cleaned_data["code"].replace("/", ""))
    return _page(request, {"form": form})


@login_not_required
@require_safe
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """What stands behind a code, or that nothing does."""
    form, who = CheckForm(initial={"code": code}), get_adapter().get_client_ip(request)
    if guessing.is_braked("check", who, most=MOST_WRONG):
        return _page(request, {"form": form, "is_braked": True}, HTTPStatus.TOO_MANY_REQUESTS)
    found = certificates.by_code(code)
    if found is None:
        guessing.count_wrong("check", who)
        return _page(request, {"form": form, "is_unknown": True}, HTTPStatus.NOT_FOUND)
    standing = certificates.standing(found, today())
    return _page(request, {"form": form, "certificate": found, "standing": standing})


def _page(
    request: HttpRequest, context: dict[str, Any], status: int = HTTPStatus.OK
) -> HttpResponse:
    """A page that no search engine keeps, with the name of who awards."""
    context["college"] = Institution.objects.current().name
    response = render(request, "training/certificates/check.html", context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
