"""Suggestions while somebody types the name of a colleague."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from people.domain import colleagues


@require_GET
def suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a field; `of` says in which parameter the words are."""
    words = request.GET.get(request.GET.get("of", ""), "")
    people = [
        (colleagues.written(person), person.unit) for person in colleagues.suggested(words[:100])
    ]
    return render(request, "people/controls/suggestions.html", {"people": people})
