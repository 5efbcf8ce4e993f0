"""The other codes of conduct of the college, and which clauses follow from them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.domain import house_rules
from governance.forms.sections import HouseRuleForm
from governance.models import HouseRule
from governance.permissions import policies as permissions
from governance.views import access


@require_safe
def house_rule_list(request: HttpRequest) -> HttpResponse:
    can_write = permissions.can_write_policies(access.person(request))
    context = {"house_rules": house_rules.with_clauses(), "can_write": can_write}
    return render(request, "governance/policies/house_rule_list.html", context)


def house_rule_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Change a house rule, or add one (no `pk`)."""
    user = access.writer(request)
    rule = get_object_or_404(HouseRule, pk=pk) if pk else None
    form = HouseRuleForm(request.POST or None, instance=rule)
    if request.method == "POST" and form.is_valid():
        house_rules.write(form.save(commit=False), by=user)
        messages.success(request, _("Saved."))
        return redirect("governance:house-rule-list")
    context = {"rule": rule, "form": form}
    return render(request, "governance/policies/house_rule_edit.html", context)


@require_POST
def house_rule_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user = access.writer(request)
    rule = get_object_or_404(HouseRule, pk=pk)
    try:
        house_rules.remove(rule, by=user)
    except house_rules.InUse:
        messages.error(request, _("A clause that was published follows from this house rule."))
    return redirect("governance:house-rule-list")
