"""Reading mentions: the list with its filters, and one mention with what was said around it."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from monitoring import permissions
from monitoring.domain import queries
from monitoring.forms import MentionFilterForm
from monitoring.models import Mention
from monitoring.views.access import allowed


def mention_list(request: HttpRequest) -> HttpResponse:
    allowed(request, permissions.can_see_mentions)
    form = MentionFilterForm(request.GET)
    page = queries.page(form.filters, after=request.GET.get("after", ""))
    context = {"form": form, "mentions": page.mentions, "next": page.next}
    fragment = "#rows" if getattr(request, "htmx", None) else ""
    return render(request, f"monitoring/mention_list.html{fragment}", context)


def mention_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    found = Mention.objects.select_related("source", "ticket_message__ticket").defer("search")
    mention = get_object_or_404(found, pk=pk)
    terms = [match.term for match in mention.matches.select_related("term").order_by("term__name")]
    title, text = queries.marked(mention, terms)
    context = {
        "mention": mention,
        "terms": terms,
        "title_pieces": title,
        "text_pieces": text,
        "conversation": queries.conversation(mention),
        "raw": permissions.can_see_raw(user)
        and json.dumps(mention.raw, indent=2, ensure_ascii=False),
    }
    return render(request, "monitoring/mention_detail.html", context)
