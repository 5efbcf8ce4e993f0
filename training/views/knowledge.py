"""Reading and searching the knowledge base, for colleagues."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core import audit, keyset
from governance.views.doors import allowed, person, today
from people.models import User
from training.domain import knowledge, knowledge_search, votes
from training.forms.knowledge import ArticleFilterForm, ReviewedForm, VersionsForm
from training.models import Article
from training.permissions import knowledge as permissions

HISTORY_SHOWN = 20
MOST_USED = 50


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    user = person(request)
    is_writer = permissions.can_write_articles(user)
    shown = ("theme", "audience", "kind", "language", *(["state"] if is_writer else []))
    form = ArticleFilterForm({"language": user.language, **request.GET.dict()}, shown=shown)
    found = permissions.articles_seen_by(user).filter(form.lookups)
    after = request.GET.get("after", "")
    context = {
        "form": form,
        "found": knowledge_search.find(found, form.words, after=after),
        "can_write": is_writer,
        "can_start": permissions.can_start(user),
        "today": today(),
    }
    return render(request, "training/knowledge/article_list.html", context)


@require_safe
def article_stale(request: HttpRequest) -> HttpResponse:
    """What somebody should look at again, longest waiting first."""
    user = allowed(request, permissions.can_write_articles)
    found = Article.objects.stale(today()).select_related("owner").order_by("review_date", "pk")
    rows = found.defer("search", "body", "plain")[: keyset.SIZE]
    context = {"rows": rows, "can_write": True, "today": today(), "user": user}
    return render(request, "training/knowledge/article_stale.html", context)


@require_safe
def article_most_used(request: HttpRequest) -> HttpResponse:
    """The fifty that answered most often."""
    user = person(request)
    found = permissions.articles_seen_by(user).filter(uses__gt=0).order_by("-uses", "-pk")
    context = {
        "rows": found.defer("search", "body", "plain")[:MOST_USED],
        "can_write": permissions.can_write_articles(user),
    }
    return render(request, "training/knowledge/article_most_used.html", context)


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    user, article = person(request), find(request, slug)
    day = today()
    can_edit = permissions.can_edit(user, article)
    context = {
        "article": article,
        "can_edit": can_edit,
        "can_publish": permissions.can_publish(user, article),
        "is_stale": article.is_stale(day),
        "reviewed_form": ReviewedForm(initial={"again_on": knowledge.year_after(day)}),
        "public_link": knowledge.public_link(article),
        "others": knowledge.in_other_languages(article),
        "policies": knowledge.policies_of(article),
        "history": audit.history(article)[:HISTORY_SHOWN] if can_edit else [],
    }
    return render(request, "training/knowledge/article_detail.html", context)


@require_safe
def article_versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version as it was, and what changed between two of them."""
    article = find(request, slug)
    revisions = list(article.revisions.select_related("by").order_by("-number")[:100])
    newest = [one.number for one in revisions[:2]]
    chosen = request.GET if "after" in request.GET else _pair(newest)
    form = VersionsForm(article, chosen or None)
    pair = form.cleaned_data if form.is_valid() else {}
    context = {
        "article": article,
        "revisions": revisions,
        "form": form,
        "pair": pair,
        "changes": knowledge.compared(pair["before"], pair["after"]) if pair else [],
    }
    return render(request, "training/knowledge/article_versions.html", context)


def _pair(newest: list[int]) -> dict[str, int]:
    return {"before": newest[-1], "after": newest[0]} if newest else {}


@require_POST
def article_vote(request: HttpRequest, slug: str) -> HttpResponse:
    """Once a day counts; more does no harm."""
    user, article = person(request), find(request, slug)
    votes.cast(article, is_useful=request.POST.get("useful") == "yes", who=f"user {user.pk}")
    messages.success(request, _("Thank you: that helps to make this better."))
    return redirect(article)


def find(request: HttpRequest, slug: str) -> Article:
    """An article that this person may see; for others it is not there."""
    user: User = person(request)
    found = permissions.articles_seen_by(user).defer("search", "plain")
    return get_object_or_404(found.select_related("owner", "credit"), slug=slug)
