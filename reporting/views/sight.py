"""The line of sight, walked from the vision or from the channels, with its loose ends."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.clock import now
from people.models import User
from reporting import permissions
from reporting.domain import line_of_sight, loose_ends

ENDS = ("vision", "channels")


def line(request: HttpRequest) -> HttpResponse:
    if not permissions.can_see_reports(cast(User, request.user)):
        raise PermissionDenied
    sight = line_of_sight.look(at=now())
    start = request.GET.get("from", ENDS[0])
    context = {
        "sight": sight,
        "loose_ends": loose_ends.of(sight),
        "start": start if start in ENDS else ENDS[0],
    }
    return render(request, "reporting/line.html", context)
