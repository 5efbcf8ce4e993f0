"""What everybody may read and find, without signing in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from people.models import Institution
from training.domain import knowledge, knowledge_search
from training.forms.knowledge import ArticleFilterForm
from training.models import Article


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
        "is_thanked": "thanks" in request.GET,
    }
    return _page(request, "training/knowledge/public_article.html", context)


@login_not_required
@require_POST
def public_vote(request: HttpRequest, slug: str) -> HttpResponse:
    """Was this useful? Nothing is kept but the number."""
    article = _public(slug)
    knowledge.vote(article, is_useful=request.POST.get("useful") == "yes")
    return redirect(reverse("training:public-article", args=[slug]) + "?thanks=1#useful")


def _public(slug: str) -> Article:
    return get_object_or_404(Article.objects.public().defer("search", "plain"), slug=slug)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    college = Institution.objects.current().name
    return render(request, template, {"college": college, **context})
