"""The self-assessment: start, answer, read, share, compare, delete."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import keyset
from governance.views.doors import allowed, person, today
from training.content.tpack import PAGES
from training.domain import tpack
from training.forms.tpack import StartForm, StatementsForm
from training.models import TpackProfile
from training.permissions import tpack as permissions

SHOWN_COURSES = 3


def tpack_list(request: HttpRequest) -> HttpResponse:
    """One's own, newest first, and how to start."""
    user = person(request)
    found = TpackProfile.objects.filter(user=user)
    page = keyset.newest(found, "created_at", after=request.GET.get("after", ""))
    under_way = found.filter(finished_at__isnull=True).first()
    form = StartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        started = tpack.start(user, form.cleaned_data["subject"])
        return redirect("training:tpack-step", started.pk, tpack.next_page(started))
    context = {
        "page": page,
        "under_way": under_way,
        "form": form,
        "is_manager": permissions.is_manager(user),
    }
    return render(request, "training/tpack/list.html", context)


def tpack_step(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """A page of statements; what is answered is kept at once."""
    profile = get_object_or_404(TpackProfile, pk=pk, user=person(request))
    if profile.finished_at:
        return redirect(profile)
    if not 1 <= page <= PAGES:
        raise Http404
    stops = "stop" in request.POST
    form = StatementsForm(request.POST or None, page=page, profile=profile, partly=stops)
    if request.method == "POST" and form.is_valid():
        return _onwards(tpack.answer(profile, form.answers), page, stops=stops)
    context = {"profile": profile, "form": form, "number": page, "pages": PAGES}
    return render(request, "training/tpack/step.html", context)


def _onwards(profile: TpackProfile, page: int, *, stops: bool) -> HttpResponse:
    if profile.finished_at:
        return redirect(profile)
    if stops:
        return redirect("training:tpack-list")
    number = page + 1 if page < PAGES else tpack.next_page(profile)
    return redirect("training:tpack-step", profile.pk, number)


def tpack_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The profile, for who made it and for the manager with whom it is shared."""
    user = person(request)
    profile = get_object_or_404(permissions.seen_by(user).select_related("user"), pk=pk)
    if not profile.finished_at:
        return redirect("training:tpack-step", pk, tpack.next_page(profile))
    is_mine = profile.user_id == user.pk
    earlier = tpack.earlier_than(profile) if is_mine else []
    scores = tpack.scores(profile)
    reading = tpack.read(scores)
    courses = tpack.proposed(reading.lowest, profile.user, today())[:SHOWN_COURSES]
    context = {
        "profile": profile,
        "is_mine": is_mine,
        "figure": tpack.figure(profile, earlier),
        "scores": scores,
        "reading": reading,
        "courses": [(course, course.get_absolute_url()) for course in courses],
    }
    return render(request, "training/tpack/detail.html", context)


@require_POST
def tpack_share(request: HttpRequest, pk: int) -> HttpResponse:
    """Share with one's manager for a talk, or stop doing so."""
    profile = get_object_or_404(TpackProfile, pk=pk, user=person(request))
    tpack.share(profile, is_shared="share" in request.POST)
    return redirect(profile)


@require_POST
def tpack_delete(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(TpackProfile, pk=pk, user=person(request)).delete()
    messages.success(request, _("The self-assessment is deleted."))
    return redirect("training:tpack-list")


def tpack_shared(request: HttpRequest) -> HttpResponse:
    """What colleagues shared with this manager."""
    user = allowed(request, permissions.is_manager)
    found = permissions.shared_with(user).select_related("user__unit")
    page = keyset.newest(found, "shared_at", after=request.GET.get("after", ""))
    return render(request, "training/tpack/shared.html", {"page": page})
