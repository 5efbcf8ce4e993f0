"""The page behind the link in the invitation: read, say yes or no, look at tasks, stop."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from people.models import Institution
from training.domain import ambassadors
from training.forms.ambassadors import ConsentForm
from training.models import Ambassador


@login_not_required
def consent(request: HttpRequest, key: str) -> HttpResponse:
    """Reading changes nothing; a button says yes or no."""
    ambassador = _ambassador(key)
    needs_name = ambassador.user_id is None and ambassador.state == Ambassador.State.INVITED
    said = request.POST.get("answer", "") if request.method == "POST" else ""
    form = ConsentForm(request.POST if said == "yes" and needs_name else None)
    if said and (said != "yes" or not needs_name or form.is_valid()):
        return _answered(request, ambassador, said, form)
    context = {
        "ambassador": ambassador,
        "college": Institution.objects.current().name,
        "form": form if needs_name else None,
        "tasks": ambassador.tasks.order_by("done_at", "due_on", "pk"),
        "days": ambassadors.KEPT.days,
    }
    status = 422 if form.is_bound else 200
    return render(request, "training/ambassadors/consent.html", context, status=status)


def _answered(
    request: HttpRequest, ambassador: Ambassador, said: str, form: ConsentForm
) -> HttpResponse:
    """Twice the same answer is once; who is erased has no page any more."""
    try:
        if said == "yes":
            given = form.cleaned_data if form.is_bound else {}
            ambassadors.consent(ambassador, **given)
        elif said == "no":
            ambassadors.decline(ambassador)
        elif said == "stop":
            ambassadors.stop(ambassador, by=None)
        elif said == "done":
            _finish(ambassador, request.POST.get("task", ""))
    except ambassadors.NotNow:
        pass
    if said in {"no", "stop"}:
        return redirect("training:ambassador-goodbye")
    return redirect("training:ambassador-consent", ambassador.key)


def _finish(ambassador: Ambassador, task: str) -> None:
    own = ambassador.tasks.filter(pk=task) if task.isdecimal() and len(task) < 19 else ()
    for one in own:
        ambassadors.finish_task(one, by=ambassador.user)


@login_not_required
def goodbye(request: HttpRequest) -> HttpResponse:
    """After a no or a stop."""
    context = {"college": Institution.objects.current().name}
    return render(request, "training/ambassadors/goodbye.html", context)


def _ambassador(key: str) -> Ambassador:
    found = ambassadors.by_key(key)
    if found is None:
        raise Http404
    return found
