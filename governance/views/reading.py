"""Reading policies: the list, what is in force, and each version as it was."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from core import audit
from core.clock import now
from governance import waiting
from governance.domain import (
    acknowledgements,
    blanks,
    citations,
    comparison,
    overview,
    policies,
    whole,
)
from governance.forms.policies import DecisionForm, SubmitForm
from governance.models import Consultation, Policy, PolicyVersion, Review
from governance.models.policy import PolicyVersionQuerySet
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
    version = _shown().in_force().filter(policy__slug=slug).first()
    if version is not None:
        return _page(request, version)
    policy = get_object_or_404(Policy, slug=slug)
    newest = next(iter(readable(cast(User, request.user), policy)), None)
    if newest is not None:
        return version_detail(request, slug, newest.number)
    if policy.versions.exists():
        raise PermissionDenied
    return render(request, "governance/policies/policy_empty.html", {"policy": policy})


@require_safe
def version_detail(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version: as a text that can be cited when it was published, else as work in progress."""
    version = get_object_or_404(_shown(), policy__slug=slug, number=number)
    if not permissions.can_read(cast(User, request.user), version):
        raise PermissionDenied
    return _page(request, version)


def _shown() -> PolicyVersionQuerySet:
    """Versions with the people on their page, and the day for which the review is planned."""
    planned = Review.objects.planned().filter(policy=OuterRef("policy"))
    return PolicyVersion.objects.select_related(
        "policy__owner", "author", "approver", "fallback_team"
    ).annotate(review_date=Subquery(planned.values("planned_date")[:1]))


def _page(request: HttpRequest, version: PolicyVersion) -> HttpResponse:
    user = cast(User, request.user)
    versions = readable(user, version.policy)
    in_force = next((one for one in versions if one.state == "in_force"), None)
    is_open = version.state in PolicyVersion.OPEN_STATES
    whole.load(version, *([in_force] if is_open and in_force else []))
    consultations = _consultations(user, version)
    context = {
        **_text(request, version),
        **_around(user, version),
        "versions": versions,
        "in_force": in_force,
        "open_version": next((one for one in versions if one.state in one.OPEN_STATES), None),
        "consultations": consultations,
    }
    if is_open:
        context |= _work(user, version, in_force, consultations)
        context["blanks"] = blanks.left_in(version.sections.all())
    if version.state == PolicyVersion.State.IN_FORCE:
        context["standing"] = acknowledgements.standing_among(
            user, version.policy, versions, localdate(now())
        )
    return render(request, "governance/policies/version_detail.html", context)


def readable(user: User, policy: Policy) -> list[PolicyVersion]:
    """The versions of a policy that this person may read, newest first (two queries at most)."""
    versions = policy.versions.select_related("approver", "fallback_team").order_by("-number")
    if not permissions.can_write_policies(user):
        published = versions.filter(state__in=permissions.PUBLISHED)
        opened = [one for one in versions.open() if permissions.can_read(user, one)]
        return [*opened, *acknowledgements.with_confirmed(published, user)]
    return list(acknowledgements.with_confirmed(versions, user))


def _text(request: HttpRequest, version: PolicyVersion) -> dict[str, object]:
    sections = version.sections.all()
    return {
        "version": version,
        "policy": version.policy,
        "sections": sections,
        "has_flyer": any(section.tip for section in sections),
        "long": LONG,
        "citation": citations.line(version, request.build_absolute_uri(version.get_absolute_url())),
        "rules": version.rules.all(),
    }


def _around(user: User, version: PolicyVersion) -> dict[str, object]:
    """What stands beside the text."""
    can_write = permissions.can_write_policies(user)
    return {
        "can_change": can_write,
        "can_own": permissions.can_own(user, version.policy),
        "today": localdate(now()),
        "history": audit.history(version)[:50] if can_write else [],
    }


def _consultations(user: User, version: PolicyVersion) -> list[Consultation]:
    """What this person may see of what was said, the newest first."""
    asked = version.consultations.with_unanswered().order_by("-ends_at")
    return list(permissions.visible(user, asked))


def _work(
    user: User,
    version: PolicyVersion,
    in_force: PolicyVersion | None,
    consultations: list[Consultation],
) -> dict[str, object]:
    """What this person may do with an open version, and what they need to see for it."""
    can_write = permissions.can_write_policies(user)
    # Who governs sees every consultation; for the others the remarks are counted apart.
    unanswered = sum(getattr(one, "unanswered", 0) for one in consultations) if can_write else None
    return {
        "is_open": True,
        "can_edit": permissions.can_edit(user, version),
        "can_take_back": can_write and version.state == PolicyVersion.State.SUBMITTED,
        "can_decide": permissions.can_decide(user, version),
        "problems": policies.problems(version, unanswered=unanswered)
        if version.is_editable
        else [],
        "section_changes": comparison.sections(in_force, version) if in_force else [],
        "rule_changes": comparison.rules(in_force, version) if in_force else [],
        "submit_form": SubmitForm(version=version, by=user),
        "decision_form": DecisionForm(),
    }
