"""Letting people in: the number invited, a poster, and codes on paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads
from core.spreadsheets import csv_text
from governance.content.questionnaire import GROUPS
from governance.domain.rounds import inviting
from governance.domain.rounds.composing import WrongState
from governance.forms.rounds import CodesForm, InvitedForm
from governance.models import RoundLink
from governance.views.rounds.rooms import held_round


@require_POST
def round_invited(request: HttpRequest, pk: int, group: str) -> HttpResponse:
    held, user = held_round(request, pk)
    link = get_object_or_404(RoundLink.objects.select_related("round"), round=held, group=group)
    form = InvitedForm(request.POST)
    if form.is_valid():
        inviting.set_invited(link, form.cleaned_data["invited"], by=user)
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Fill in a whole number, or nothing."))
    return redirect(held)


def round_poster(request: HttpRequest, pk: int, group: str) -> HttpResponse:
    held, _user = held_round(request, pk)
    link = get_object_or_404(RoundLink, round=held, group=group)
    address = request.build_absolute_uri(reverse("governance:questionnaire", args=[link.token]))
    context = {"held": held, "group_name": GROUPS[group], "address": address}
    return render(request, "governance/rounds/poster.html", context)


@require_POST
def round_codes(request: HttpRequest, pk: int, group: str) -> HttpResponse:
    """Codes are in this answer and nowhere else: as slips to print, or as a file."""
    held, user = held_round(request, pk)
    form = CodesForm(request.POST)
    if not form.is_valid():
        messages.error(
            request,
            _("Fill in how many codes you need, at most %(most)s at a time.")
            % {"most": inviting.MOST_CODES},
        )
        return redirect(held)
    count, known = form.cleaned_data["count"], form.cleaned_data["known"]
    try:
        codes = inviting.make_codes(held, group, count, known=known, by=user)
    except WrongState:
        messages.error(request, _("Codes can be made while a round is open."))
    except inviting.MadeMeanwhile:
        messages.warning(
            request, _("These codes were made already. They are shown once; make more if needed.")
        )
    else:
        return _handed_out(request, pk, group, codes)
    return redirect(held)


def _handed_out(request: HttpRequest, pk: int, group: str, codes: list[str]) -> HttpResponse:
    held, _user = held_round(request, pk)
    entrance = request.build_absolute_uri(reverse("governance:questionnaire-code"))
    slips = [(code, f"{entrance}#{code}") for code in codes]
    if request.POST.get("as") == "csv":
        table = csv_text((_("Code"), _("Address")), slips)
        return downloads.csv_file(table, f"codes-{held.pk}-{group}.csv")
    context = {"held": held, "slips": slips, "entrance": entrance, "group_name": GROUPS[group]}
    return render(request, "governance/rounds/slips.html", context)
