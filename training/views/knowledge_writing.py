"""Writing articles: new, changed, published, looked at again, and the starter set."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from governance.domain import meantime
from governance.views.doors import allowed, demand, person, today
from training.domain import knowledge, knowledge_start
from training.forms.knowledge import ArticleForm, ReviewedForm
from training.models import Article
from training.permissions import knowledge as permissions
from training.views.knowledge import find


def article_create(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_write_articles)
    day = today()
    fresh = Article(owner=user, review_date=knowledge.year_after(day), language=user.language)
    return _edit(request, fresh)


def article_edit(request: HttpRequest, slug: str) -> HttpResponse:
    article = find(request, slug)
    demand(permissions.can_edit(person(request), article))
    return _edit(request, article)


def _edit(request: HttpRequest, article: Article) -> HttpResponse:
    title = article.title
    form = ArticleForm(request.POST or None, instance=article)
    context: dict[str, Any] = {"form": form, "article": article, "was": title}
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(request, form)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("The article is saved."))
            return redirect(saved)
    return render(request, "training/knowledge/article_edit.html", context, status=status)


def _save(request: HttpRequest, form: ArticleForm) -> Article:
    data = form.cleaned_data
    written = form.save(commit=False)
    return knowledge.write(
        written, by=person(request), seen=data["seen"], note=data.get("note", "")
    )


@require_POST
def article_move(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish, retire, make a draft again."""
    user, article = person(request), find(request, slug)
    demand(permissions.can_publish(user, article))
    to = request.POST.get("to", "")
    demand(to in Article.State.values)
    moved = knowledge.move(article, to=to, by=user)
    messages.success(request, _("The article is %(state)s.") % {"state": moved.get_state_display()})
    return redirect(article)


@require_POST
def article_reviewed(request: HttpRequest, slug: str) -> HttpResponse:
    user, article = person(request), find(request, slug)
    demand(permissions.can_edit(user, article))
    form = ReviewedForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a date on which to look again."))
        return redirect(article)
    knowledge.reviewed(article, again_on=form.cleaned_data["again_on"], by=user)
    messages.success(request, _("Thank you. Written down that it is still right."))
    return redirect(article)


@require_POST
def article_start(request: HttpRequest) -> HttpResponse:
    """Put the starter set in; what is there already stays as it is."""
    user = allowed(request, permissions.can_start)
    made = knowledge_start.put_in(by=user)
    text = ngettext("%(count)s article was put in.", "%(count)s articles were put in.", made)
    messages.success(request, text % {"count": made})
    return redirect("training:article-list")
