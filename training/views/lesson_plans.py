"""Learning activities: plan in steps, share, copy, do, look back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import keyset
from governance.domain import meantime
from governance.views.doors import person
from training.domain import lesson_plans
from training.forms.lesson_plans import FORMS, LookBackForm, PlanFilterForm
from training.models import LessonPlan


def plan_list(request: HttpRequest) -> HttpResponse:
    """One's own, or those that colleagues share."""
    user, form = person(request), PlanFilterForm(request.GET)
    is_shared = request.GET.get("show") == "shared"
    mine, shared = LessonPlan.objects.filter(owner=user), lesson_plans.seen_by(user)
    plans = shared.filter(shared_at__isnull=False) if is_shared else mine
    found = lesson_plans.found_by(plans, form.search).select_related("owner")
    by = "shared_at" if is_shared else "created_at"
    context = {
        "page": keyset.newest(found, by, after=request.GET.get("after", "")),
        "form": form,
        "is_shared": is_shared,
        "is_filtered": bool(form.search),
    }
    return render(request, "training/plans/list.html", context)


def plan_create(request: HttpRequest) -> HttpResponse:
    return _edit(request, LessonPlan(), "goal")


def plan_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    if step not in FORMS:
        raise Http404
    return _edit(request, _mine(request, pk), step)


def _edit(request: HttpRequest, plan: LessonPlan, step: str) -> HttpResponse:
    form, status = FORMS[step](request.POST or None, instance=plan), 200
    if request.method == "POST" and form.is_valid():
        try:
            saved = lesson_plans.write(
                form.save(commit=False), by=person(request), seen=form.cleaned_data["seen"]
            )
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            return _onwards(saved, step, stops="stop" in request.POST)
    context = {"form": form, "plan": plan, "step": step, "steps": _steps(plan)}
    return render(request, "training/plans/step.html", context, status=status)


def _steps(plan: LessonPlan) -> list[tuple[lesson_plans.Step, bool]]:
    return [(one, one.is_done(plan)) for one in lesson_plans.STEPS]


def _onwards(plan: LessonPlan, step: str, *, stops: bool) -> HttpResponse:
    following = lesson_plans.after(step)
    if stops or not following:
        return redirect(plan)
    return redirect("training:plan-step", plan.pk, following)


def plan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan to read, print, copy; its owner looks back on it here."""
    user = person(request)
    found = lesson_plans.seen_by(user).select_related("owner", "copied_from")
    plan = get_object_or_404(found, pk=pk)
    is_mine = plan.owner_id == user.pk
    form = LookBackForm(request.POST or None, instance=plan)
    if request.method == "POST" and is_mine and form.is_valid():
        lesson_plans.look_back(plan, form.cleaned_data["reflection"])
        messages.success(request, _("Saved. Well done."))
        return redirect(plan)
    context = {
        "plan": plan,
        "is_mine": is_mine,
        "form": form,
        "steps": _steps(plan),
        "privacy": lesson_plans.privacy_answers(plan),
    }
    return render(request, "training/plans/detail.html", context)


@require_POST
def plan_share(request: HttpRequest, pk: int) -> HttpResponse:
    plan = _mine(request, pk)
    lesson_plans.share(plan, is_shared="share" in request.POST)
    return redirect(plan)


@require_POST
def plan_copy(request: HttpRequest, pk: int) -> HttpResponse:
    user = person(request)
    plan = get_object_or_404(lesson_plans.seen_by(user), pk=pk)
    messages.success(request, _("This is yours now. Change it as you like."))
    return redirect("training:plan-step", lesson_plans.copy(plan, by=user).pk, "goal")


@require_POST
def plan_delete(request: HttpRequest, pk: int) -> HttpResponse:
    lesson_plans.remove(_mine(request, pk), by=person(request))
    messages.success(request, _("The learning activity is deleted."))
    return redirect("training:plan-list")


def plan_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a plan that was done as evidence for a competence."""
    plan = _mine(request, pk)
    if plan.done_at is None:
        raise Http404
    said = {"kind": "activity", "text": plan.title, "link": plan.get_absolute_url()}
    return redirect(f"{reverse('training:evidence-create')}?{urlencode(said)}")


def _mine(request: HttpRequest, pk: int) -> LessonPlan:
    """One's own plan; for others it is not there."""
    found = LessonPlan.objects.select_related("owner")
    return get_object_or_404(found, pk=pk, owner=person(request))
