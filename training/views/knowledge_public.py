"""What everybody may read and find, without signing in."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from people.models import Institution
from training.domain import knowledge, knowledge_search, votes
from training.forms.knowledge import ArticleFilterForm
from training.models import Article

FLAG_SECONDS = 90 * 24 * 60 * 60


@login_not_required
@require_safe
def public_articles(request: HttpRequest) -> HttpResponse:
    """Questions and answers in the language of the reader, with search."""
    form = ArticleFilterForm(request.GET, shown=("theme",))
    language = (get_language() or "nl")[:2]
    found = Article.objects.public().filter(form.lookups, language=language)
    after = request.GET.get("after", "")
    context = {"form": form, "found": knowledge_search.find(found, form.words, after=after)}
    return _page(request, "training/knowledge/public_articles.html", context)


@login_not_required
@require_safe
def public_article(request: HttpRequest, slug: str) -> HttpResponse:
    article = _public(slug)
    context = {
        "article": article,
        "others": [one for one in knowledge.in_other_languages(article) if one.is_public],
        "policies": [one for one in knowledge.policies_of(article) if one.is_public],
        "address": request.build_absolute_uri(request.path),
        "is_thanked": "thanks" in request.GET or _flag(article) in request.COOKIES,
        "is_busy": "busy" in request.GET,
    }
    return _page(request, "training/knowledge/public_article.html", context)


@login_not_required
@require_POST
def public_vote(request: HttpRequest, slug: str) -> HttpResponse:
    """Was this useful? Nothing is kept but the number, and in the browser that it said so."""
    article = _public(slug)
    here = reverse("training:public-article", args=[slug])
    if _flag(article) in request.COOKIES:
        return redirect(f"{here}?thanks=1#useful")
    is_useful, who = request.POST.get("useful") == "yes", get_adapter().get_client_ip(request)
    if not votes.cast(article, is_useful=is_useful, who=who, most=votes.MOST_FROM_ONE_ADDRESS):
        return redirect(f"{here}?busy=1#useful")
    return _flagged(redirect(f"{here}?thanks=1#useful"), article, here)


def _flagged(response: HttpResponse, article: Article, path: str) -> HttpResponse:
    """Remembered in this browser and for this page alone: it says no more than yes."""
    response.set_cookie(
        _flag(article),
        "yes",
        max_age=FLAG_SECONDS,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _flag(article: Article) -> str:
    return f"useful-{article.pk}"


def _public(slug: str) -> Article:
    return get_object_or_404(Article.objects.public().defer("search", "plain"), slug=slug)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    college = Institution.objects.current().name
    return render(request, template, {"college": college, **context})
