"""Where we stand, and what waits for me: the first page of who governs."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from core.clock import now
from people.domain import waiting
from people.models import User
from reporting import permissions
from reporting.domain import standing

SHOWN = 6


def overview(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    if not permissions.can_see_reports(user):
        raise PermissionDenied
    at = now()
    mine = waiting.for_person(user, localdate(at))
    look = standing.look(at=at)
    context = {
        "standing": look,
        "is_new": not (look.policies or look.goals.total() or look.settled_tips),
        "mine": mine[:SHOWN],
        "more": mine[SHOWN:],
    }
    return render(request, "reporting/overview.html", context)
