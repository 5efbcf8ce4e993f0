"""Asking what people think of a version: start, read and remark, close, answer."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.clock import now
from governance.domain import consultations, policies, remarks
from governance.forms.consultations import AnswerForm, ConsultationForm, RemarkForm
from governance.models import Consultation, Remark
from governance.permissions import policies as permissions
from governance.views import access, meanwhile


def consultation_start(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    version, user = access.to_write(request, slug, number), access.writer(request)
    form = ConsultationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("question", "roles", "units", "people")}
        try:
            consultations.start(version, by=user, ends_at=form.ends_at, **asked)
        except policies.NotReady:
            form.add_error(None, _("There is nothing to read yet: write the text first."))
        except policies.WrongState:
            meanwhile.tell(request)
            return redirect(version)
        else:
            messages.success(request, _("The consultation has started."))
            return redirect(version)
    context = {"version": version, "policy": version.policy, "form": form}
    return render(request, "governance/policies/consultation_start.html", context)


@require_safe
def consultation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, with room for remarks at every clause; afterwards what came of them."""
    consultation, user = _find(pk), access.person(request)
    if not permissions.can_see_consultation(user, consultation):
        raise PermissionDenied
    version = consultation.version
    is_open = consultations.is_open(consultation, at=now())
    sees_all = permissions.can_write_policies(user)
    chapters = remarks.by_clause(consultation, reader=user, sees_all=sees_all)
    context = {
        "consultation": consultation,
        "version": version,
        "policy": version.policy,
        "is_open": is_open,
        "sees_all": sees_all,
        "asks_me": consultations.asks(consultation, user),
        "can_answer": sees_all and not is_open and version.is_editable,
        "can_close": sees_all and consultation.closed_at is None,
        "chapters": chapters,
        "has_remarks": any(chapter.remarks for chapter in chapters),
        "form": RemarkForm(version=version),
        "answer_form": AnswerForm(),
    }
    return render(request, "governance/policies/consultation_detail.html", context)


@require_POST
def remark_leave(request: HttpRequest, pk: int) -> HttpResponse:
    consultation, user = _find(pk), access.person(request)
    if not consultations.asks(consultation, user):
        raise PermissionDenied
    form = RemarkForm(request.POST, version=consultation.version)
    if not form.is_valid():
        messages.error(request, _("Write your remark first."))
        return redirect(_page(consultation))
    try:
        consultations.leave_remark(consultation, by=user, **form.cleaned_data)
    except consultations.Over:
        return _over(request, consultation, form.cleaned_data["text"])
    messages.success(request, _("Thank you: your remark is with the writers."))
    return redirect(_page(consultation))


def _over(request: HttpRequest, consultation: Consultation, text: str) -> HttpResponse:
    """Too late: what was typed stays on the screen, so that it can be kept or mailed."""
    context = {"consultation": consultation, "policy": consultation.version.policy, "text": text}
    return render(request, "governance/policies/consultation_over.html", context, status=409)


@require_POST
def remark_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    remark = get_object_or_404(Remark.objects.select_related("consultation__version"), pk=pk)
    if not permissions.can_take_remark_back(access.person(request), remark):
        raise PermissionDenied
    try:
        consultations.take_remark_back(remark)
    except consultations.Over:
        messages.warning(request, _("The consultation is closed: your remark stays."))
    return redirect(_page(remark.consultation))


def remark_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is done with a remark; its outcome can be changed until the version is submitted."""
    user = access.writer(request)
    found = Remark.objects.select_related("consultation__version__policy", "author")
    remark = get_object_or_404(found, pk=pk)
    kept = {"outcome": remark.outcome, "answer": remark.answer}
    form = AnswerForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            consultations.answer(remark, by=user, outcome=given["outcome"], text=given["answer"])
        except policies.WrongState:
            meanwhile.tell(request)
        return redirect(f"{_page(remark.consultation)}#remark-{remark.pk}")
    version = remark.consultation.version
    context = {"remark": remark, "version": version, "policy": version.policy, "form": form}
    return render(request, "governance/policies/remark_answer.html", context)


@require_POST
def consultation_close(request: HttpRequest, pk: int) -> HttpResponse:
    user = access.writer(request)
    consultation = _find(pk)
    consultations.close(consultation, by=user)
    messages.success(request, _("The consultation is closed. Now answer each remark."))
    return redirect(_page(consultation))


def _page(consultation: Consultation) -> str:
    return reverse("governance:consultation-detail", args=[consultation.pk])


def _find(pk: int) -> Consultation:
    return get_object_or_404(Consultation.objects.select_related("version__policy"), pk=pk)
