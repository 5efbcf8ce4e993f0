"""Writing the routing table of a webcare policy."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.domain import policies
from governance.domain.meantime import ChangedMeanwhile
from governance.forms.rules import RuleForm
from governance.models import PolicyVersion, RoutingRule
from governance.views import access, meanwhile
from people.models import User


def rule_edit(request: HttpRequest, slug: str, number: int, pk: int | None = None) -> HttpResponse:
    """Change a rule, or add one (no `pk`)."""
    version, user = access.to_write(request, slug, number), access.writer(request)
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
    return render(request, "governance/policies/rule_edit.html", context, status=status)


def _write_rule(version: PolicyVersion, form: RuleForm, *, by: User, pk: int | None) -> str:
    """Store the rule; why not, when somebody was first. What was filled in stays in the form."""
    edition = form.cleaned_data["edition"]
    # The form has changed its own instance already; the domain wants the rule as it stands.
    rule = get_object_or_404(version.rules, pk=pk) if pk else None
    try:
        policies.write_rule(version, edition=edition, by=by, fields=form.values, rule=rule)
    except ChangedMeanwhile as other:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["edition"] = str(other.current.edition)  # type: ignore[index]
        return _("Somebody else changed this version in the meantime.")
    except policies.WrongState:
        return meanwhile.frozen()
    return ""


@require_POST
def rule_move(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    """Move a rule one place up or down (`direction`)."""
    version = access.to_write(request, slug, number)
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
    return back_to_writing(version)


@require_POST
def rule_delete(request: HttpRequest, slug: str, number: int, pk: int) -> HttpResponse:
    version = access.to_write(request, slug, number)
    rule = get_object_or_404(version.rules.select_related("version"), pk=pk)
    _or_tell(
        request, version, lambda edition, by: policies.remove_rule(rule, edition=edition, by=by)
    )
    return back_to_writing(version)


def _or_tell(
    request: HttpRequest, version: PolicyVersion, change: Callable[[int, User], None]
) -> None:
    """Make `change` at the edition that the page showed; tell when somebody else was first."""
    seen = request.POST.get("edition", "")
    edition = int(seen) if seen.isdecimal() else version.edition
    try:
        change(edition, access.writer(request))
    except (ChangedMeanwhile, policies.WrongState):
        meanwhile.tell(request)


def back_to_writing(version: PolicyVersion) -> HttpResponse:
    """Where the writer goes on; to the page of the version when it was frozen meanwhile."""
    version.refresh_from_db(fields=["state"])
    name = "version-edit" if version.is_editable else "version-detail"
    return redirect(f"governance:{name}", version.policy.slug, version.number)
