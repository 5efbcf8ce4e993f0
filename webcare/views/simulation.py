"""The rehearsal of a webcare policy, as a page and as the piece that the policy page loads."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from core.clock import now
from governance.models import PolicyVersion
from governance.permissions import policies as policy_permissions
from people.models import User
from webcare.domain import simulation


def simulate(request: HttpRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(PolicyVersion.objects.select_related("policy"), pk=pk)
    user = cast(User, request.user)
    is_involved = policy_permissions.can_write_policies(user) or user.pk == version.approver_id
    if not is_involved:
        raise PermissionDenied
    template, limit = "webcare/simulation.html", simulation.LIMIT
    if request.headers.get("HX-Request"):
        template += "#result"
        # The newest at once; what is shown then asks for the rest.
        limit = limit if "all" in request.GET else simulation.FIRST
    tryout = simulation.try_out(version, at=now(), limit=limit)
    is_whole = limit == simulation.LIMIT
    context = {"version": version, "tryout": tryout, "is_whole": is_whole}
    return render(request, template, context)
