"""How it was: asked of those who were there, shown to the trainer when enough answered."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.views.doors import demand, person
from training.domain import evaluations, experiences
from training.forms.experience import EvaluationForm, ExperienceForm
from training.models import Offering
from training.permissions.offerings import can_manage


def evaluation_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Three scales and three questions, once."""
    user, offering = person(request), _offering(pk)
    form = EvaluationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            evaluations.answer(offering, user, form.cleaned_data)
        except evaluations.NotAsked:
            messages.warning(request, _("You filled this in already, or it is closed."))
        else:
            messages.success(request, _("Thank you. Nobody can see that these were your answers."))
        return redirect("training:experience-list")
    is_asked = evaluations.asked(user).filter(offering=offering).exists()
    context = {"offering": offering, "form": form, "is_asked": is_asked}
    return render(request, "training/evaluations/evaluation_create.html", context)


def evaluation_results(request: HttpRequest, pk: int) -> HttpResponse:
    offering = _offering(pk)
    demand(can_manage(person(request), offering))
    context = {
        "offering": offering,
        "results": evaluations.results(offering),
        "enough": evaluations.ENOUGH,
        "taken": set(offering.experiences.values_list("text", flat=True)),
    }
    return render(request, "training/evaluations/evaluation_results.html", context)


@require_POST
def evaluation_take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """A text into the log: first a look, to take out what leads to a person; then saved."""
    user, offering = person(request), _offering(pk)
    demand(can_manage(user, offering))
    is_sure = "sure" in request.POST
    given = {name: request.POST.get(name, "") for name in ("kind", "text")}
    form = ExperienceForm(request.POST) if is_sure else ExperienceForm(initial=given)
    if is_sure and form.is_valid():
        made = experiences.take_over(form.save(commit=False), offering, by=user)
        messages.success(request, _("It stands in the log now."))
        return redirect(made)
    context = {"offering": offering, "form": form}
    status = 422 if is_sure else 200
    return render(request, "training/evaluations/take_over.html", context, status=status)


def _offering(pk: int) -> Offering:
    return get_object_or_404(Offering.objects.select_related("course"), pk=pk)
