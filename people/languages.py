"""The language of a person: remembered with who signed in, else in a cookie of the browser."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from people.models import User

COOKIE_SECONDS = 365 * 24 * 60 * 60


def exists(language: str) -> bool:
    return language in dict(settings.LANGUAGES)


def remember(request: HttpRequest, response: HttpResponse, language: str) -> HttpResponse:
    """From the next page on, this is the language."""
    if isinstance(request.user, User):
        request.user.language = language
        request.user.save(update_fields=["language"])
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=COOKIE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
