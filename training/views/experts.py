"""Experts who want to be asked: the list, and one's own entry in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import keyset
from governance.views.doors import person
from training.domain import experts, questions
from training.forms.experts import ExpertFilterForm, ExpertForm
from training.models import Expert


@require_safe
def expert_list(request: HttpRequest) -> HttpResponse:
    form = ExpertFilterForm(request.GET)
    words, skill = form.value("q"), form.value("skill")
    found = experts.search(words, skill)
    page = keyset.by_name(found, "user__name", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "rows": page.rows,
        "next": page.next,
        "skill": skill,
        "skills": experts.suggestions(24),
        "is_filtered": bool(words or skill),
        "is_expert": Expert.objects.filter(user=person(request)).exists(),
    }
    return render(request, "training/experts/expert_list.html", context)


def expert_profile(request: HttpRequest) -> HttpResponse:
    """Become an expert, or change what one offers."""
    user = person(request)
    mine = Expert.objects.filter(user=user).first()
    chosen = [skill.name for skill in mine.skills.order_by("key")] if mine else []
    instance = mine or Expert(languages=[user.language])
    form = ExpertForm(request.POST or None, instance=instance, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        experts.join(form.save(commit=False), skills=form.skills, by=user)
        messages.success(request, _("Saved. Colleagues can find you now."))
        return redirect("training:expert-list")
    context = {"form": form, "expert": mine}
    return render(request, "training/experts/expert_profile.html", context)


@require_POST
def expert_leave(request: HttpRequest) -> HttpResponse:
    user = person(request)
    questions.leave(get_object_or_404(Expert, user=user), by=user)
    messages.success(request, _("You are gone from the list. Open questions went to a colleague."))
    return redirect("training:expert-list")
