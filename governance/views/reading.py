"""Reading policies: the list, what is in force, and each version as it was."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from core import audit
from governance.domain import comparison, policies
from governance.forms.policies import DecisionForm, SubmitForm
from governance.models import Policy, PolicyVersion
from governance.permissions import policies as permissions
from people.models import User


def policy_list(request: HttpRequest) -> HttpResponse:
    user = cast(User, request.user)
    versions = PolicyVersion.objects.exclude(state=PolicyVersion.State.HISTORIC)
    listed = Policy.objects.order_by("title").prefetch_related(
        Prefetch("versions", versions.select_related("approver"), to_attr="current_versions")
    )
    can_write = permissions.can_write_policies(user)
    return render(
        request,
        "governance/policy_list.html",
        {
            "policies": listed,
            "can_write": can_write,
            "waiting": PolicyVersion.objects.filter(
                state=PolicyVersion.State.SUBMITTED, approver=user
            ).select_related("policy", "author"),
        },
    )


def policy_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What is in force; where nothing is yet, the open version."""
    policy = get_object_or_404(Policy, slug=slug)
    version = policy.versions.in_force().first() or policy.versions.order_by("-number").first()
    if version is None:
        return render(request, "governance/policy_empty.html", {"policy": policy})
    return version_detail(request, slug, version.number)


def version_detail(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    user = cast(User, request.user)
    version = get_object_or_404(
        PolicyVersion.objects.select_related("policy", "author", "approver", "fallback_team"),
        policy__slug=slug,
        number=number,
    )
    if not permissions.can_read(user, version):
        raise PermissionDenied
    in_force = version.policy.versions.in_force().first()
    return render(
        request,
        "governance/version_detail.html",
        {
            "version": version,
            "policy": version.policy,
            "in_force": in_force,
            "rules": version.rules.select_related("team").order_by("position"),
            "versions": version.policy.versions.order_by("-number"),
            "history": audit.history(version)[:50],
            **_work(user, version, in_force),
        },
    )


def _work(user: User, version: PolicyVersion, in_force: PolicyVersion | None) -> dict[str, object]:
    """What this person may do with this version, and what they need to see for it."""
    if version.state not in PolicyVersion.OPEN_STATES:
        return {"can_change": permissions.can_write_policies(user)}
    before = in_force.body if in_force else ""
    return {
        "can_edit": permissions.can_edit(user, version),
        "can_take_back": permissions.can_write_policies(user)
        and version.state == PolicyVersion.State.SUBMITTED,
        "can_decide": permissions.can_decide(user, version),
        "problems": policies.problems(version),
        "text_changes": comparison.around(comparison.words(before, version.body))
        if in_force
        else [],
        "rule_changes": comparison.rules(in_force, version) if in_force else [],
        "submit_form": SubmitForm(author=version.author or user),
        "decision_form": DecisionForm(),
    }
