"""Reading a policy in force to its end and confirming it, and one's own confirmations."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now
from governance.domain import acknowledgements, confirmations
from governance.forms.reading import ConfirmForm
from governance.models import PolicyVersion, QuizQuestion
from people.models import User


def policy_confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """The text in force with the confirmation at its end."""
    version, user = _in_force(slug), cast(User, request.user)
    if request.method == "POST":
        return _answer(request, version, user)
    return _page(request, version, ConfirmForm(user=user, version=version))


def _answer(request: HttpRequest, version: PolicyVersion, user: User) -> HttpResponse:
    form = ConfirmForm(request.POST, user=user, version=version)
    if not form.is_valid():
        return _refused(request, version, form)
    opening = form.count_try()
    if wrong := form.mistakes():
        return _page(request, version, form, wrong)
    try:
        acknowledgements.confirm(user, version, tries=opening.tries if form.questions else 0)
    except acknowledgements.Outdated:
        return _read_first(request, version)
    return redirect("governance:policy-confirmed", version.policy.slug)


def _refused(request: HttpRequest, version: PolicyVersion, form: ConfirmForm) -> HttpResponse:
    """An answer is missing, or the text that was opened is not the one in force (any more)."""
    return (
        _read_first(request, version) if "opened" in form.errors else _page(request, version, form)
    )


def _read_first(request: HttpRequest, version: PolicyVersion) -> HttpResponse:
    messages.warning(request, _("Read this text first: the button stands at its end."))
    return redirect("governance:policy-confirm", version.policy.slug)


def _page(
    request: HttpRequest,
    version: PolicyVersion,
    form: ConfirmForm,
    wrong: list[QuizQuestion] | None = None,
) -> HttpResponse:
    user = cast(User, request.user)
    sections = list(version.sections.order_by("position"))
    titles: dict[UUID | None, str] = {section.key: section.title for section in sections}
    context = {
        "version": version,
        "policy": version.policy,
        "sections": sections,
        "standing": acknowledgements.standing(user, version.policy),
        "receipt": confirmations.newest(user, version.policy),
        "form": form,
        "today": localdate(now()),
        "again": [(one, titles.get(one.section_key)) for one in wrong or []],
    }
    status = 422 if form.is_bound else 200
    return render(request, "governance/reading/confirm.html", context, status=status)


def policy_confirmed(request: HttpRequest, slug: str) -> HttpResponse:
    """Thank you, and what it gives."""
    version, user = _in_force(slug), cast(User, request.user)
    receipt = confirmations.newest(user, version.policy)
    if receipt is None:
        return redirect("governance:policy-confirm", slug)
    context = {
        "policy": version.policy,
        "receipt": receipt,
        "gives_mandate": confirmations.gives_mandate(version),
        "waiting": acknowledgements.to_read(user, localdate(now())),
    }
    return render(request, "governance/reading/confirmed.html", context)


def confirmation_list(request: HttpRequest) -> HttpResponse:
    """Everything that I confirmed, with the text as it was then."""
    page = confirmations.of(cast(User, request.user), after=request.GET.get("after", ""))
    context = {"confirmations": page.shown, "next": page.next}
    return render(request, "governance/reading/confirmation_list.html", context)


def _in_force(slug: str) -> PolicyVersion:
    versions = PolicyVersion.objects.in_force().select_related("policy")
    try:
        return get_object_or_404(versions, policy__slug=slug)
    except Http404 as missing:
        raise Http404(_("Nothing of this policy is in force.")) from missing
