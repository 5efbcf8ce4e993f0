"""Reading a public policy without signing in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from governance.domain import citations
from governance.models import PolicyVersion
from governance.views import printing

LONG = 6


@login_not_required
@require_safe
def public_policy(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in force."""
    version = get_object_or_404(PolicyVersion.objects.public().in_force(), policy__slug=slug)
    return _page(request, version)


@login_not_required
@require_safe
def public_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A version as it was, also when it is historic."""
    return _page(request, _version(slug, number))


@login_not_required
@require_safe
def public_pdf(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = _version(slug, number)
    return printing.document(request, version, _address(version))


@login_not_required
@require_safe
def public_flyer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    return printing.flyer(request, _version(slug, number))


def _version(slug: str, number: int) -> PolicyVersion:
    return get_object_or_404(PolicyVersion.objects.public(), policy__slug=slug, number=number)


def _address(version: PolicyVersion) -> str:
    return reverse("governance:public-version", args=[version.policy.slug, version.number])


def _page(request: HttpRequest, version: PolicyVersion) -> HttpResponse:
    sections = list(version.sections.order_by("position").prefetch_related("house_rules"))
    address = request.build_absolute_uri(_address(version))
    in_force = version.policy.versions.in_force().first() if version.in_force_until else version
    context = {
        "version": version,
        "policy": version.policy,
        "sections": sections,
        "long": LONG,
        "address": address,
        "in_force": in_force,
        "citation": citations.line(version, address),
        "has_flyer": any(section.tip for section in sections),
    }
    return render(request, "governance/policies/public_policy.html", context)
