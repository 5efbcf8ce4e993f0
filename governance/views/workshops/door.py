"""The door of a workshop: the key of a phone, and patience with wrong codes."""

from __future__ import annotations

import secrets

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

COOKIE = "workshop"
COOKIE_SECONDS = 24 * 60 * 60
# A whole room sits behind one address and mistypes now and then; a machine tries far more.
MOST_WRONG = 60
WINDOW_SECONDS = 10 * 60


def key_of(request: HttpRequest) -> str:
    """The secret of this phone; empty when it has none yet."""
    return request.COOKIES.get(COOKIE, "")[:100]


def give_key(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A secret for a phone that has none. No script can read it, and it stays with these pages."""
    if not key_of(request):
        response.set_cookie(
            COOKIE,
            secrets.token_urlsafe(24),
            max_age=COOKIE_SECONDS,
            path="/governance/join/",
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


def is_barred(request: HttpRequest) -> bool:
    """Whether too many wrong codes came from this address lately."""
    return bool(cache.get(_counter(request), 0) >= MOST_WRONG)


def wrong_code(request: HttpRequest) -> None:
    """Count it. Counted a little too low when two come at once, which does no harm."""
    name = _counter(request)
    if not cache.add(name, 1, WINDOW_SECONDS):
        cache.incr(name)


def _counter(request: HttpRequest) -> str:
    return f"workshop-door:{get_adapter().get_client_ip(request)}"
