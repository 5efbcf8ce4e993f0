"""Writing policies: a new one, a change of its text, its routing rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import comparison, policies
from governance.forms.policies import PolicyForm, RuleForm, VersionForm
from governance.models import Policy, PolicyVersion, RoutingRule
from governance.permissions import policies as permissions
from governance.views import meanwhile
from people.models import User


def policy_create(request: HttpRequest) -> HttpResponse:
    user = _writer(request)
    form = PolicyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = policies.create(form.save(commit=False), by=user)
        return redirect("governance:version-edit", draft.policy.slug, draft.number)
    return render(request, "governance/policy_create.html", {"form": form})


@require_POST
def draft_start(request: HttpRequest, slug: str) -> HttpResponse:
    user = _writer(request)
    draft = policies.start_draft(get_object_or_404(Policy, slug=slug), by=user)
    return redirect("governance:version-edit", slug, draft.number)


def version_edit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version = _version(slug, number)
    _writer(request)
    if request.method != "POST" and not version.is_editable:
        raise PermissionDenied
    form = VersionForm(request.POST or None, instance=version)
    context = {"version": version, "policy": version.policy, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            policies.save(
                version,
                edition=form.cleaned_data["edition"],
                by=cast(User, request.user),
                fields=form.values,
            )
        except policies.EditedMeanwhile as other:
            return _collision(request, form, other.current)
        except policies.WrongState:
            messages.warning(
                request, _("This version waits for approval. Your text still stands below.")
            )
            return _collision(request, form, _version(slug, number))
        messages.success(request, _("Saved."))
        return redirect("governance:version-edit", slug, number)
    context["rules"] = version.rules.select_related("team").order_by("position")
    return render(request, "governance/version_edit.html", context)


def _collision(request: HttpRequest, form: VersionForm, current: PolicyVersion) -> HttpResponse:
    """Show both texts; the writer's own stays in the form, against the edition that stands now."""
    data = request.POST.copy()
    data["edition"] = str(current.edition)
    context = {
        "version": current,
        "policy": current.policy,
        "form": VersionForm(data, instance=current),
        "rules": current.rules.select_related("team").order_by("position"),
        "meanwhile": comparison.words(current.body, str(data.get("body", ""))),
    }
    return render(request, "governance/version_edit.html", context, status=409)


def rule_edit(request: HttpRequest, slug: str, number: int, pk: int | None = None) -> HttpResponse:
    """Change a rule, or add one (no `pk`)."""
    version, user = _version(slug, number), _writer(request)
    if request.method != "POST" and not version.is_editable:
        raise PermissionDenied
    rule = get_object_or_404(version.rules, pk=pk) if pk else None
    form = RuleForm(
        request.POST or None,
        instance=rule or RoutingRule(version=version),
        initial={"edition": version.edition},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        refusal = _write_rule(version, form, by=user, pk=pk)
        if not refusal:
            messages.success(request, _("The rule is saved."))
            return redirect("governance:version-edit", slug, number)
        form.add_error(None, refusal)
        status = 409
    context = {"version": version, "policy": version.policy, "rule": rule, "form": form}
    return render(request, "governance/rule_edit.html", context, status=status)


def _write_rule(version: PolicyVersion, form: RuleForm, *, by: User, pk: int | None) -> str:
    """Store the rule; why not, when somebody was first. What was filled in stays in the form."""
    edition = form.cleaned_data["edition"]
    # The form has changed its own instance already; the domain wants the rule as it stands.
    rule = get_object_or_404(version.rules, pk=pk) if pk else None
    try:
        policies.write_rule(version, edition=edition, by=by, fields=form.values, rule=rule)
    except policies.EditedMeanwhile as other:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["edition"] = str(other.current.edition)  # type: ignore[index]
        return _("Somebody else changed this version in the meantime.")
    except policies.WrongState:
        return _("This version waits for approval. Your text still stands below.")
    return ""


@require_POST
def rule_move(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Move a rule one place up or down (`direction`)."""
    version = _editable(request, slug, number)
    order = list(version.rules.order_by("position").values_list("pk", flat=True))
    if pk in order:
        place = order.index(pk)
        step = -1 if request.POST.get("direction") == "up" else 1
        order.insert(max(0, place + step), order.pop(place))
        _or_tell(
            request,
            version,
            lambda edition, by: policies.place_rules(version, order, edition=edition, by=by),
        )
    return redirect("governance:version-edit", slug, number)


@require_POST
def rule_delete(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    version = _editable(request, slug, number)
    rule = get_object_or_404(version.rules.select_related("version"), pk=pk)
    _or_tell(
        request, version, lambda edition, by: policies.remove_rule(rule, edition=edition, by=by)
    )
    return redirect("governance:version-edit", slug, number)


def _or_tell(
    request: HttpRequest, version: PolicyVersion, change: Callable[[int, User], None]
) -> None:
    """Make `change` at the edition that the page showed; tell when somebody else was first."""
    seen = request.POST.get("edition", "")
    edition = int(seen) if seen.isdecimal() else version.edition
    try:
        change(edition, cast(User, request.user))
    except (policies.EditedMeanwhile, policies.WrongState):
        meanwhile.tell(request)


def _writer(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_write_policies(user):
        raise PermissionDenied
    return user


def _version(slug: str, number: int) -> PolicyVersion:
    versions = PolicyVersion.objects.select_related("policy")
    return get_object_or_404(versions, policy__slug=slug, number=number)


def _editable(request: HttpRequest, slug: str, number: int) -> PolicyVersion:
    version = _version(slug, number)
    if not permissions.can_edit(_writer(request), version):
        raise PermissionDenied
    return version
