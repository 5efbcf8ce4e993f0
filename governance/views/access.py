"""Who comes in: the version that an address names, for a person who may do this with it."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from governance.models import PolicyVersion
from governance.permissions import policies as permissions
from people.models import User


def person(request: HttpRequest) -> User:
    """Whoever is signed in."""
    return cast(User, request.user)


def writer(request: HttpRequest) -> User:
    """The person asking, who may write policies; 403 for others."""
    user = person(request)
    if not permissions.can_write_policies(user):
        raise PermissionDenied
    return user


def find(slug: str, number: int) -> PolicyVersion:
    versions = PolicyVersion.objects.select_related("policy", "author", "fallback_team")
    return get_object_or_404(versions, policy__slug=slug, number=number)


def editable(request: HttpRequest, slug: str, number: int) -> PolicyVersion:
    """A version that this person may write now; 403 otherwise."""
    version = find(slug, number)
    if not permissions.can_edit(writer(request), version):
        raise PermissionDenied
    return version


def to_write(request: HttpRequest, slug: str, number: int) -> PolicyVersion:
    """The same, but who sends a text to a version that was just frozen hears so beside it."""
    version = find(slug, number)
    writer(request)
    if request.method != "POST" and not version.is_editable:
        raise PermissionDenied
    return version
