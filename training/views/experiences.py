"""What works and what does not: read, written, recognised."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit, keyset
from governance.domain import meantime
from governance.views.doors import demand, person
from training.domain import experiences
from training.forms.experience import ExperienceFilterForm, ExperienceForm
from training.models import Experience
from training.permissions import experience as permissions

HISTORY_SHOWN = 20
Kind = Experience.Kind


def experience_list(request: HttpRequest) -> HttpResponse:
    user, form = person(request), ExperienceFilterForm(request.GET)
    found = experiences.chosen(form.asked, user)
    page = keyset.newest(
        experiences.shown(found, user), "created_at", after=request.GET.get("after", "")
    )
    context = {
        "form": form,
        "is_filtered": bool(form.asked),
        "rows": page.rows,
        "next": page.next,
        "can_propose": permissions.can_propose(user),
    }
    return render(request, "training/experiences/experience_list.html", context)


def experience_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    experience = get_object_or_404(experiences.shown(Experience.objects.all(), user), pk=pk)
    context = {
        "experience": experience,
        "proposals": experience.proposals.select_related("decided_by", "policy").order_by("-pk"),
        "is_mine": experience.author_id == user.pk,
        "can_change": permissions.can_change(user, experience),
        "can_propose": permissions.can_propose(user),
        "history": audit.history(experience)[:HISTORY_SHOWN],
    }
    return render(request, "training/experiences/experience_detail.html", context)


def experience_create(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("kind", "")
    return _edit(request, Experience(kind=asked if asked in Kind.values else ""))


def experience_edit(request: HttpRequest, pk: int) -> HttpResponse:
    experience = get_object_or_404(Experience, pk=pk)
    demand(permissions.can_change(person(request), experience))
    return _edit(request, experience)


def _edit(request: HttpRequest, experience: Experience) -> HttpResponse:
    form = ExperienceForm(request.POST or None, instance=experience)
    context: dict[str, Any] = {"form": form, "experience": experience}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            saved = experiences.write(form.save(commit=False), by=person(request), seen=seen)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("Thank you. Colleagues can learn from this."))
            return redirect(saved)
    return render(request, "training/experiences/experience_edit.html", context, status=status)


@require_POST
def experience_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user, experience = person(request), get_object_or_404(Experience, pk=pk)
    demand(permissions.can_change(user, experience))
    try:
        experiences.remove(experience, by=user)
    except experiences.InUse:
        messages.warning(request, _("A proposal was made of this, so it stays."))
        return redirect(experience)
    messages.success(request, _("Deleted."))
    return redirect("training:experience-list")


@require_POST
def experience_know(request: HttpRequest, pk: int) -> HttpResponse:
    """“I recognise this”, or not after all; htmx gets the button back."""
    user, experience = person(request), get_object_or_404(Experience, pk=pk)
    demand(experience.author_id != user.pk)
    experiences.recognise(experience, by=user, is_known=request.POST.get("known") == "yes")
    if not request.headers.get("HX-Request"):
        return redirect(experience)
    current = experiences.shown(Experience.objects.all(), user).get(pk=pk)
    return render(request, "training/experiences/_known.html", {"experience": current})
