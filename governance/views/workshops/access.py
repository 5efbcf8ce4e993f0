"""Which workshop a page is about, and whether this person may be there."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.models import Workshop
from governance.permissions import workshops as permissions
from people.models import User


def person(request: HttpRequest) -> User:
    return cast(User, request.user)


def led(request: HttpRequest, pk: int) -> Workshop:
    """A workshop that this person may prepare and lead."""
    workshop = get_object_or_404(Workshop.objects.select_related("facilitator"), pk=pk)
    if not permissions.can_run(person(request), workshop):
        raise PermissionDenied
    return workshop
