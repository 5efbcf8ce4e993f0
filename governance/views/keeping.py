"""Keeping a policy: its owner, review and publicity, the review itself, comparing its versions."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.domain import comparison, policies, reviews
from governance.forms.policies import CompareForm, OwnershipForm
from governance.forms.reviews import ReviewForm
from governance.models import Policy, Review
from governance.permissions import policies as permissions
from governance.views import access
from governance.views.reading import readable


def policy_settings(request: HttpRequest, slug: str) -> HttpResponse:
    policy, user = get_object_or_404(Policy, slug=slug), access.writer(request)
    if not permissions.can_own(user, policy):
        raise PermissionDenied
    form = OwnershipForm(request.POST or None, instance=policy)
    if request.method == "POST" and form.is_valid():
        policies.keep(policy, by=user, fields=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("governance:policy-detail", slug)
    address = request.build_absolute_uri(reverse("governance:public-policy", args=[slug]))
    context = {"policy": policy, "form": form, "address": address}
    return render(request, "governance/policies/policy_settings.html", context)


def policy_review(request: HttpRequest, slug: str) -> HttpResponse:
    """Look at a policy again: it stays, a change is started, or it can go."""
    access.writer(request)
    policy = get_object_or_404(Policy, slug=slug)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _reviewed(request, policy, form)
        except reviews.AlreadyDone:
            messages.warning(request, _("Somebody else did this review in the meantime."))
            return redirect(policy)
    context = {
        "policy": policy,
        "form": form,
        "planned": policy.reviews.planned().first(),
        "past": policy.reviews.filter(done_at__isnull=False)
        .select_related("done_by", "version")
        .order_by("-done_at")[:20],
        "in_force": policy.versions.in_force().first(),
    }
    return render(request, "governance/policies/policy_review.html", context)


def _reviewed(request: HttpRequest, policy: Policy, form: ReviewForm) -> HttpResponse:
    user, note = access.writer(request), form.cleaned_data["note"]
    match form.cleaned_data["outcome"]:
        case Review.Outcome.CHANGE:
            draft = reviews.change(policy, by=user, note=note)
            messages.success(request, _("The review is done. This is the draft for the change."))
            return redirect(draft)
        case Review.Outcome.WITHDRAW:
            reviews.withdraw(policy, by=user, note=note)
            messages.success(
                request, _("The policy is not in force any more. It can still be read.")
            )
        case _:
            reviews.keep(policy, by=user, note=note)
            messages.success(request, _("The review is done; the next one is planned."))
    return redirect(policy)


@require_safe
def policy_compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions beside each other; the address says which, so it can be cited."""
    policy = get_object_or_404(Policy, slug=slug)
    versions = readable(access.person(request), policy)
    if not versions:
        raise PermissionDenied
    newest = [one.number for one in versions[:2]]
    chosen = request.GET or {"before": newest[-1], "after": newest[0]}
    form = CompareForm(chosen, versions=versions)
    context = {"policy": policy, "form": form, "versions": versions}
    if form.is_valid():
        by_number = {one.number: one for one in versions}
        before, after = (by_number[form.cleaned_data[name]] for name in ("before", "after"))
        context |= {
            "pair": (before, after),
            "section_changes": comparison.sections(before, after),
            "rule_changes": comparison.rules(before, after),
        }
    return render(request, "governance/policies/policy_compare.html", context)
