"""A version on paper, and a poster that leads to it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core import downloads, pdf
from governance.domain import printing
from governance.models import Policy, PolicyVersion
from governance.permissions import policies as permissions
from governance.views import access


@require_safe
def version_pdf(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = _readable(request, slug, number)
    return document(request, version, version.get_absolute_url())


@require_safe
def version_flyer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = _readable(request, slug, number)
    return flyer(request, version)


@require_safe
def policy_poster(request: HttpRequest, slug: str) -> HttpResponse:
    """A sheet with a QR code for on the wall; it leads to what is in force, whatever version."""
    policy = get_object_or_404(Policy, slug=slug)
    if not policy.versions.in_force().exists():
        raise Http404
    context = {"policy": policy, "address": request.build_absolute_uri(reading_address(policy))}
    return render(request, "governance/policies/policy_poster.html", context)


def document(request: HttpRequest, version: PolicyVersion, path: str) -> HttpResponse:
    made = printing.document(version, address=request.build_absolute_uri(path))
    return downloads.pdf_file(pdf.render(made), f"{version.policy.slug}-{version.number}.pdf")


def flyer(request: HttpRequest, version: PolicyVersion) -> HttpResponse:
    """404 without a single tip: an empty flyer helps nobody."""
    if not version.sections.exclude(tip="").exists():
        raise Http404
    address = request.build_absolute_uri(reading_address(version.policy))
    made = printing.flyer(version, address=address)
    return downloads.pdf_file(pdf.render(made), f"{version.policy.slug}-{version.number}-flyer.pdf")


def reading_address(policy: Policy) -> str:
    """Where people read it: without signing in when that is allowed."""
    name = "public-policy" if policy.is_public else "policy-detail"
    return reverse(f"governance:{name}", args=[policy.slug])


def _readable(request: HttpRequest, slug: str, number: int) -> PolicyVersion:
    version = access.find(slug, number)
    if not permissions.can_read(access.person(request), version):
        raise PermissionDenied
    return version
