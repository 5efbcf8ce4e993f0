"""Reading policies: the list, what is in force, and each version as it was."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from core import audit
from core.clock import now
from governance import waiting
from governance.domain import citations, comparison, overview, policies
from governance.forms.policies import DecisionForm, SubmitForm
from governance.models import Consultation, Policy, PolicyVersion
from governance.permissions import policies as permissions
from people.models import User

SHOWN = 10
"""Consultations of the reader on the list, the newest first."""

LONG = 6
"""From this many clauses on, a table of contents helps."""


@require_safe
def policy_list(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    can_write = permissions.can_write_policies(user)
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    day = localdate(now())
    page = overview.page(
        day=day,
        kind=kind,
        state=state,
        only_published=not can_write,
        after=request.GET.get("after", ""),
    )
    context = {
        "lines": page.lines,
        "next": page.next,
        "can_write": can_write,
        "kinds": Policy.Kind.choices,
        "chosen": {"kind": kind, "state": state},
        "waiting": waiting.about_policies(user, day),
        "asked": [] if can_write else Consultation.objects.heard(user)[:SHOWN],
    }
    return render(request, "governance/policies/policy_list.html", context)


@require_safe
def policy_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in force; where nothing is, the newest version that this person may read."""
    policy = get_object_or_404(Policy, slug=slug)
    user = cast(User, request.user)
    version = policy.versions.in_force().first()
    if version is None:
        version = next(iter(readable(user, policy)), None)
    if version is None and policy.versions.exists():
        raise PermissionDenied
    if version is None:
        return render(request, "governance/policies/policy_empty.html", {"policy": policy})
    return version_detail(request, slug, version.number)


@require_safe
def version_detail(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version: as a text that can be cited when it was published, else as work in progress."""
    user = cast(User, request.user)
    version = get_object_or_404(
        PolicyVersion.objects.select_related(
            "policy__owner", "author", "approver", "fallback_team"
        ),
        policy__slug=slug,
        number=number,
    )
    if not permissions.can_read(user, version):
        raise PermissionDenied
    context = {**_text(request, version), **_around(user, version)}
    in_force = context["in_force"]
    assert in_force is None or isinstance(in_force, PolicyVersion)  # noqa: S101
    context |= _work(user, version, in_force)
    return render(request, "governance/policies/version_detail.html", context)


def readable(user: User, policy: Policy) -> list[PolicyVersion]:
    """The versions of a policy that this person may read, newest first (two queries at most)."""
    versions = policy.versions.select_related("approver").order_by("-number")
    if not permissions.can_write_policies(user):
        published = versions.filter(state__in=permissions.PUBLISHED)
        opened = [one for one in versions.open() if permissions.can_read(user, one)]
        return [*opened, *published]
    return list(versions)


def _text(request: HttpRequest, version: PolicyVersion) -> dict[str, object]:
    sections = list(
        version.sections.order_by("position").prefetch_related("house_rules", "settings")
    )
    return {
        "version": version,
        "policy": version.policy,
        "sections": sections,
        "has_flyer": any(section.tip for section in sections),
        "long": LONG,
        "citation": citations.line(version, request.build_absolute_uri(version.get_absolute_url())),
        "rules": version.rules.select_related("team").order_by("position"),
    }


def _around(user: User, version: PolicyVersion) -> dict[str, object]:
    """What stands beside the text: other versions, the review, what was said about it."""
    versions = readable(user, version.policy)
    can_write = permissions.can_write_policies(user)
    asked = [
        one
        for one in version.consultations.order_by("-ends_at")
        if permissions.can_see_consultation(user, one)
    ]
    return {
        "versions": versions,
        "in_force": next((one for one in versions if one.state == "in_force"), None),
        "open_version": next((one for one in versions if one.state in one.OPEN_STATES), None),
        "review": version.policy.reviews.planned().first(),
        "consultations": asked,
        "can_change": can_write,
        "can_own": permissions.can_own(user, version.policy),
        "today": localdate(now()),
        "history": audit.history(version)[:50] if can_write else [],
    }


def _work(user: User, version: PolicyVersion, in_force: PolicyVersion | None) -> dict[str, object]:
    """What this person may do with an open version, and what they need to see for it."""
    if version.state not in PolicyVersion.OPEN_STATES:
        return {}
    can_write = permissions.can_write_policies(user)
    return {
        "is_open": True,
        "can_edit": permissions.can_edit(user, version),
        "can_take_back": can_write and version.state == PolicyVersion.State.SUBMITTED,
        "can_decide": permissions.can_decide(user, version),
        "problems": policies.problems(version) if version.is_editable else [],
        "section_changes": comparison.sections(in_force, version) if in_force else [],
        "rule_changes": comparison.rules(in_force, version) if in_force else [],
        "submit_form": SubmitForm(version=version, by=user),
        "decision_form": DecisionForm(),
    }
