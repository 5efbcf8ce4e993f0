"""What every view asks first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.timezone import localdate

from core.clock import now
from people.models import User


def person(request: HttpRequest) -> User:
    """Who is signed in."""
    return cast(User, request.user)


def allowed(request: HttpRequest, may: Callable[[User], bool]) -> User:
    """The signed-in person, who `may`. Raises PermissionDenied."""
    user = person(request)
    if not may(user):
        raise PermissionDenied
    return user


def demand(is_allowed: bool) -> None:
    """Go on only when this holds. Raises PermissionDenied."""
    if not is_allowed:
        raise PermissionDenied


def today() -> date:
    return localdate(now())
