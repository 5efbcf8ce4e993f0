"""Each role lands on the page that answers "what do I do now?"."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from governance.permissions import can_govern
from people.models import Role, User
from people.permissions import works_in_queue


def home(request: HttpRequest) -> HttpResponse:
    """Send a person to where their day starts."""
    user = request.user
    assert isinstance(user, User)  # noqa: S101 - LoginRequiredMiddleware lets nobody else in
    if works_in_queue(user):
        return redirect("webcare:inbox")
    if user.has_role(Role.CHANNEL_OWNER) and not user.has_role(Role.MANAGER):
        return redirect("monitoring:source-list")
    return redirect("reporting:overview" if can_govern(user) else "people:waiting")
