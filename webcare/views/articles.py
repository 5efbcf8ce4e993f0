"""Articles of the knowledge base beside the answer: search them, and put one in."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.models import User
from training.domain import knowledge, knowledge_search
from training.models import Article
from webcare.domain import desk
from webcare.views import pane

FEW = 6


@require_safe
def article_search(request: HttpRequest, pk: int) -> HttpResponse:
    """What the knowledge base says: a part of the ticket for htmx, else a page of its own."""
    ticket = pane.workable(cast(User, request.user), pk)
    words = request.GET.get("q", "")[:200]
    found = knowledge_search.find(Article.objects.published(), words, size=FEW)
    rows = [(hit, knowledge.public_link(hit.article)) for hit in found.rows]
    context = {"ticket": ticket, "words": words, "rows": rows, "found": found}
    part = (
        "webcare/_articles.html" if request.headers.get("HX-Request") else "webcare/articles.html"
    )
    return render(request, part, context)


@require_POST
def article_insert(request: HttpRequest, pk: int) -> HttpResponse:
    """Without JavaScript: put the link or the short answer at the end of the draft."""
    user = cast(User, request.user)
    ticket = pane.workable(user, pk)
    slug = request.POST.get("article", "")
    article = get_object_or_404(Article.objects.published(), slug=slug)
    link = knowledge.public_link(article) if request.POST.get("what") == "link" else ""
    draft = desk.draft(ticket, user)
    desk.save_draft(ticket, user, f"{draft} {link or article.summary}".strip())
    messages.success(request, _("Put in your answer."))
    return redirect(ticket)
