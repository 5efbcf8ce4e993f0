"""Train the trainer: a tree one can look at."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.views.doors import allowed, today
from training.domain import evaluations, trainerships
from training.forms.trainers import TrainershipForm
from training.models import Trainership
from training.permissions import trainers as permissions


def trainer_tree(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.sees_trainers)
    context = {
        "roots": trainerships.tree(),
        "can_write": permissions.can_write_trainers(user),
        "enough": evaluations.ENOUGH,
    }
    return render(request, "training/trainers/trainer_tree.html", context)


def trainership_create(request: HttpRequest) -> HttpResponse:
    """Write down what happened elsewhere or before."""
    user = allowed(request, permissions.can_write_trainers)
    form = TrainershipForm(request.POST or None, initial={"since": today()})
    if request.method == "POST" and form.is_valid():
        trainerships.write(form.save(commit=False), by=user)
        messages.success(request, _("Saved."))
        return redirect("training:trainer-tree")
    return render(request, "training/trainers/trainership_create.html", {"form": form})


@require_POST
def trainership_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody gives no training any more."""
    user = allowed(request, permissions.can_write_trainers)
    trainership = get_object_or_404(Trainership, pk=pk)
    trainerships.end(trainership, day=today(), by=user)
    messages.success(request, _("Saved. What this trainer did stays in the tree."))
    return redirect("training:trainer-tree")
