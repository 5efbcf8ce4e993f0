"""Nearness and distance: what we agreed, what to do if, and a look at oneself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from governance.content.nearness import CASES, CHECKLIST
from governance.content.safety import NEARNESS
from governance.domain import policies
from governance.models import Policy


def nearness(request: HttpRequest) -> HttpResponse:
    version = policies.in_force(Policy.Kind.NEARNESS)
    context = {
        "agreements": NEARNESS,
        "cases": CASES,
        "checklist": CHECKLIST,
        "version": version,
        "confirm_url": _confirm_url(version.policy) if version else "",
    }
    return render(request, "governance/nearness.html", context)


def _confirm_url(policy: Policy) -> str:
    """Where somebody says to have read it; "" in a portal that does not ask for that."""
    try:
        return reverse("governance:policy-confirm", args=[policy.slug])
    except NoReverseMatch:
        return ""
