"""Certificates: one's own, those of everybody, one of them, on paper; recognise and withdraw."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import audit, downloads, keyset, pdf
from governance.views.doors import allowed, demand, person, today
from training.domain import certificate_papers, certificates
from training.domain.certificates import Standing
from training.forms.certificates import PriorLearningForm, RevokeForm, SearchForm
from training.models import Certificate
from training.permissions import certificates as permissions
from training.permissions import sees_everything

HISTORY_SHOWN = 20


def certificate_list(request: HttpRequest) -> HttpResponse:
    """One's own, newest first."""
    user = person(request)
    found = certificates.with_replaced(Certificate.objects.filter(user=user))
    page = keyset.newest(found, "awarded_on", after=request.GET.get("after", ""))
    context = {
        "rows": _with_standing(page.rows),
        "next": page.next,
        "sees_all": sees_everything(user),
        "can_recognise": permissions.can_recognise(user),
    }
    return render(request, "training/certificates/certificate_list.html", context)


def certificate_register(request: HttpRequest) -> HttpResponse:
    """Those of everybody, to search in."""
    user, form = allowed(request, sees_everything), SearchForm(request.GET)
    found = certificates.search(permissions.seen_by(user), form.asked.get("words", ""))
    found = certificates.of_standing(found, form.asked.get("standing", ""), today())
    shown = certificates.with_replaced(found).select_related("user__unit")
    page = keyset.newest(shown, "awarded_on", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "is_filtered": bool(form.asked),
        "rows": _with_standing(page.rows),
        "next": page.next,
        "can_recognise": permissions.can_recognise(user),
    }
    return render(request, "training/certificates/certificate_register.html", context)


def _with_standing(rows: list[Certificate]) -> list[tuple[Certificate, Standing]]:
    day = today()
    return [(one, certificates.standing(one, day)) for one in rows]


def certificate_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, certificate = person(request), _certificate(request, pk)
    context = {
        "certificate": certificate,
        "standing": certificates.standing(certificate, today()),
        "check_url": _check_url(request, certificate),
        "can_revoke": permissions.can_revoke(user, certificate),
        "is_mine": certificate.user_id == user.pk,
        "history": audit.history(certificate)[:HISTORY_SHOWN],
    }
    return render(request, "training/certificates/certificate_detail.html", context)


def certificate_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """On paper, in the language of the page. What was withdrawn is not printed any more."""
    certificate = _certificate(request, pk)
    demand(certificate.revoked_at is None and certificate.course.gives_certificate)
    language: Any = (get_language() or "nl")[:2]
    paper = certificate_papers.certificate(certificate, _check_url(request, certificate), language)
    return downloads.pdf_file(pdf.render(paper), f"{certificate.code}.pdf")


def certificate_recognise(request: HttpRequest) -> HttpResponse:
    """Somebody learned this elsewhere."""
    user = allowed(request, permissions.can_recognise)
    form = PriorLearningForm(request.POST or None, by=user)
    if request.method == "POST" and form.is_valid():
        learner, course, because = (form.cleaned_data[name] for name in form.fields)
        made = certificates.recognise(learner, course, because=because, by=user)
        messages.success(request, _("Recognised. The person gets word."))
        return redirect(made)
    return render(request, "training/certificates/certificate_recognise.html", {"form": form})


def certificate_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw, with a reason."""
    user, certificate = person(request), _certificate(request, pk)
    demand(permissions.can_revoke(user, certificate))
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        certificates.revoke(certificate, because=form.cleaned_data["because"], by=user)
        messages.success(request, _("The certificate is withdrawn."))
        return redirect(certificate)
    context = {"form": form, "certificate": certificate}
    return render(request, "training/certificates/certificate_revoke.html", context)


def _check_url(request: HttpRequest, certificate: Certificate) -> str:
    return request.build_absolute_uri(reverse("training:check-code", args=[certificate.code]))


def _certificate(request: HttpRequest, pk: int) -> Certificate:
    """A certificate that this person may see; for others it is not there."""
    found = permissions.seen_by(person(request))
    return get_object_or_404(found.select_related("user", "course", "awarded_by"), pk=pk)
