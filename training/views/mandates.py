"""The mandate to post: one's own, that of the team, and who may post on a channel."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import mandates as asked_by_policy
from governance.models import ChannelChoice
from governance.permissions import sees_whole_college, units_seen_by
from governance.views.doors import allowed, demand, person
from training.domain import channel_mandates, mandate_standing, mandate_team
from training.forms.mandates import RightForm, TeamFilterForm
from training.models import ChannelMandate
from training.permissions import mandates as permissions


def my_mandate(request: HttpRequest) -> HttpResponse:
    """What one has, lacks and may do where."""
    user = person(request)
    standing = mandate_standing.standing(user)
    context = {
        "standing": standing,
        "channels": [
            (one, permissions.can_give_rights(user, one.choice))
            for one in channel_mandates.of_person(user, held=standing.held)
        ],
        "can_see_team": permissions.can_see_team(user),
    }
    return render(request, "training/mandates/my_mandate.html", context)


def mandate_team_list(request: HttpRequest) -> HttpResponse:
    """Who holds the mandate and who lacks what, in the units that this person sees."""
    user = allowed(request, permissions.can_see_team)
    form, seen = TeamFilterForm(request.GET), units_seen_by(user)
    asked = asked_by_policy.requirements()
    after = request.GET.get("after", "")
    context = {
        "form": form,
        "asked": asked,
        "codes": mandate_team.asked_for(asked),
        "counts": mandate_team.counts(asked, seen),
        "page": mandate_team.page(asked, seen, after=after, **form.words),
        "sees_all": sees_whole_college(user),
    }
    return render(request, "training/mandates/team.html", context)


def channel_rights(request: HttpRequest, pk: int) -> HttpResponse:
    """Who may post on a channel; its owner and who governs add somebody."""
    user, choice = person(request), _choice(pk)
    demand(permissions.can_give_rights(user, choice))
    form = RightForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        channel_mandates.grant(choice, form.cleaned_data["person"], by=user)
        messages.success(request, _("Saved."))
        return redirect("training:channel-rights", pk)
    rights = ChannelMandate.objects.filter(choice=choice).select_related("user", "granted_by")
    context = {"choice": choice, "form": form, "rights": rights.order_by("-at", "-pk")[:100]}
    return render(request, "training/mandates/channel_rights.html", context)


@require_POST
def channel_right_end(request: HttpRequest, pk: int) -> HttpResponse:
    given = get_object_or_404(ChannelMandate.objects.select_related("choice"), pk=pk)
    user = person(request)
    demand(permissions.can_give_rights(user, given.choice))
    channel_mandates.end(given, by=user)
    messages.success(request, _("The right has ended."))
    return redirect("training:channel-rights", given.choice_id)


def _choice(pk: int) -> ChannelChoice:
    return get_object_or_404(channel_mandates.open_channels(), pk=pk)
