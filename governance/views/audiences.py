"""Audiences: the list, one of them, changing them, and their order."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from governance.content.audiences import USER_TYPES
from governance.domain import audiences, use, wording
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.audiences import AudienceForm
from governance.models import Audience, AudienceUse
from governance.permissions import audiences as permissions
from people.models import User


def audience_list(request: HttpRequest) -> HttpResponse:
    context = {
        "audiences": audiences.listed(),
        "user_types": USER_TYPES,
        "has_examples": AudienceUse.objects.filter(is_example=True).exists(),
        "can_edit": permissions.can_edit(cast(User, request.user)),
    }
    return render(request, "governance/audiences/list.html", context)


def audience_detail(request: HttpRequest, code: str) -> HttpResponse:
    audience = audience_of(code)
    with_examples = request.GET.get("examples") != "hide"
    rows, following = use.page(
        audience, with_examples=with_examples, after=request.GET.get("after", "")
    )
    context = {
        "audience": audience,
        "user_types": [one for one in USER_TYPES if one.code in audience.user_types],
        "rows": rows,
        "next": following,
        "with_examples": with_examples,
        "served": audiences.served(audience),
        "surveys": audience.surveys.order_by("-pk")[:10],
        "history": audit.history(audience)[:20],
        "can_edit": permissions.can_edit(cast(User, request.user)),
    }
    return render(request, "governance/audiences/detail.html", context)


def audience_create(request: HttpRequest) -> HttpResponse:
    user = editor(request)
    form = AudienceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(audiences.create(by=user, fields=form.values))
    return render(request, "governance/audiences/edit.html", {"form": form})


def audience_edit(request: HttpRequest, code: str) -> HttpResponse:
    user, audience = editor(request), audience_of(code)
    form = AudienceForm(request.POST or None, instance=audience)
    if request.method == "POST" and form.is_valid():
        try:
            saved = audiences.save(
                audience, seen=form.cleaned_data["seen"], by=user, fields=form.values
            )
        except ChangedMeanwhile as other:
            return _collision(request, other.current)
        messages.success(request, _("Saved."))
        return redirect(saved)
    context = {"form": form, "audience": audience_of(code)}
    return render(request, "governance/audiences/edit.html", context)


def _collision(request: HttpRequest, current: Audience) -> HttpResponse:
    """Show both texts; the writer's own stays in the form, against what stands now."""
    data = request.POST.copy()
    data["seen"] = current.updated_at.isoformat()
    theirs = f"{current}\n\n{current.description}\n\n{current.expects}"
    own = "\n\n".join(str(data.get(name, "")) for name in ("name", "description", "expects"))
    context = {
        "audience": audience_of(current.code),
        "meanwhile": wording.words(theirs, own.replace("\r\n", "\n")),
        "form": AudienceForm(data, instance=current),
    }
    return render(request, "governance/audiences/edit.html", context, status=409)


@require_POST
def audience_move(request: HttpRequest, code: str) -> HttpResponse:
    """One place up or down (`direction`)."""
    step = -1 if request.POST.get("direction") == "up" else 1
    audiences.move(audience_of(code), step, by=editor(request))
    return redirect("governance:audience-list")


def audience_of(code: str) -> Audience:
    """The audience of this code; one of the eight is made when somebody asks for it."""
    if audience := Audience.objects.filter(code=code).first():
        return audience
    audiences.ensure_standard()
    return get_object_or_404(Audience, code=code)


def editor(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_edit(user):
        raise PermissionDenied
    return user
