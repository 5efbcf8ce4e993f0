"""Error pages in the visitor's language, without a stack trace.

400, 500 and the page for a refused form touch neither database nor session: that may be broken.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _bare(request, "errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    return _bare(request, "errors/429.html", 429)


def server_error(request: HttpRequest) -> HttpResponse:
    return _bare(request, "errors/500.html", 500)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token of a form was missing or too old."""
    return _bare(request, "errors/csrf.html", 403)


def _bare(request: HttpRequest, template: str, status: int) -> HttpResponse:
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    # The language middleware may not have run yet, or may be what failed.
    wanted = getattr(request, "LANGUAGE_CODE", cookie)
    language = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        return HttpResponse(render_to_string(template), status=status)
