"""What the next run would remove, if a version of a policy went in force."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from core.clock import now
from governance.domain import practice
from governance.models import PolicyVersion
from governance.permissions import policies as policy_permissions
from monitoring.domain import retention
from people.models import User


@require_safe
def retention_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """A page, and the piece that the page of a version loads; for who writes or decides."""
    version = get_object_or_404(PolicyVersion.objects.select_related("policy"), pk=pk)
    user = cast(User, request.user)
    if not policy_permissions.can_write_policies(user) and user.pk != version.approver_id:
        raise PermissionDenied
    template = "monitoring/retention_preview.html"
    if request.headers.get("HX-Request"):
        template += "#result"
    at = now()
    then = retention.Terms.of(practice.retention_with(version))
    would_go, goes_anyway = retention.would_go(then, retention.terms(), at=at)
    context = {"version": version, "would_go": would_go, "goes_anyway": goes_anyway}
    return render(request, template, context)
