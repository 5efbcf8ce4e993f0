"""The addresses of the product, and beside its API lists the plainest views of the same rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import orjson
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from monitoring.api import MentionSerializer, SourceSerializer
from monitoring.models import Mention, SearchTerm, Source
from people.models import User
from smportal.urls import urlpatterns as product
from webcare.api import TicketSerializer
from webcare.models import Ticket

ROWS = 50
# What an API list takes from other tables or works out; here a column of the same size will do.
_ELSEWHERE = {
    "team": "team__code",
    "owner": "owner__name",
    "policy_version": "policy_version__number",
    "problem": "last_error",
    "is_late": "updated_at",
}


def tickets(request: HttpRequest) -> HttpResponse:
    rows = Ticket.objects.visible_to(cast(User, request.user)).order_by("-id")
    return _answer(rows.values(*_fields(TicketSerializer))[:ROWS])


def mentions(request: HttpRequest) -> HttpResponse:
    terms = SearchTerm.objects.filter(matches__mention=OuterRef("pk")).order_by("slug")
    rows = Mention.objects.annotate(terms=ArraySubquery(terms.values("slug"))).newest_first()
    return _answer(rows.values(*_fields(MentionSerializer))[:ROWS])


def sources(request: HttpRequest) -> HttpResponse:
    # The API gives a hundred of these at once.
    return _answer(Source.objects.order_by("id").values(*_fields(SourceSerializer))[: ROWS * 2])


def _fields(serializer: Any) -> list[str]:
    return [_ELSEWHERE.get(name, name) for name in serializer.Meta.fields]


def _answer(rows: Iterable[dict[str, Any]]) -> HttpResponse:
    return HttpResponse(orjson.dumps({"results": list(rows)}), content_type="application/json")


plain = [
    path("tickets", tickets, name="ticket-list"),
    path("mentions", mentions, name="mention-list"),
    path("sources", sources, name="source-list"),
]
urlpatterns = [*product, path("plain/", include((plain, "plain")))]
