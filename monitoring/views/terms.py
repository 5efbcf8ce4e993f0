"""Search terms: what we listen for, tried out before it is saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.clock import now
from monitoring import permissions
from monitoring.domain import queries, terms
from monitoring.domain.queries import Filters
from monitoring.forms import TermForm, query_fault
from monitoring.models import SearchTerm
from monitoring.views.access import allowed

HISTORY_SHOWN = 20


def term_list(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    context = {
        "terms": queries.terms_with_counts(at=now()),
        "can_manage": permissions.can_manage_terms(user),
    }
    return render(request, "monitoring/term_list.html", context)


def term_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_see_mentions)
    term = get_object_or_404(SearchTerm.objects.select_related("owner"), pk=pk)
    context = {
        "term": term,
        "progress": terms.progress(term),
        "mentions": queries.page(Filters(term=term, shows_all=True), size=10).mentions,
        "rules": terms.rules_that_name(term),
        "history": audit.history(term)[:HISTORY_SHOWN],
        "can_manage": permissions.can_manage_terms(user),
    }
    fragment = "#progress" if getattr(request, "htmx", None) else ""
    return render(request, f"monitoring/term_detail.html{fragment}", context)


def term_create(request: HttpRequest) -> HttpResponse:
    user = allowed(request, permissions.can_manage_terms)
    form = TermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        term = terms.create(form.save(commit=False), by=user)
        messages.success(request, _("Saved. We look back over what came in before."))
        return redirect(term)
    return _edit_page(request, form)


def term_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_manage_terms)
    term = get_object_or_404(SearchTerm, pk=pk)
    before = term.query
    form = TermForm(request.POST or None, instance=term)
    if request.method == "POST" and form.is_valid():
        terms.change(form.save(commit=False), by=user, before=before)
        messages.success(request, _("Saved."))
        return redirect(term)
    return _edit_page(request, form)


def _edit_page(request: HttpRequest, form: TermForm) -> HttpResponse:
    is_refused = form.is_bound and getattr(request, "htmx", None)
    context = {"form": form, "term": form.instance if form.instance.pk else None}
    return render(request, "monitoring/term_edit.html", context, status=422 if is_refused else 200)


def term_try(request: HttpRequest) -> HttpResponse:
    """What a query would have found, while it is being typed."""
    allowed(request, permissions.can_manage_terms)
    text = request.GET.get("query", "").strip()
    fault = query_fault(text) if text else None
    found = terms.dry_run(text) if text and fault is None else None
    context = {"text": text, "fault": fault, "found": found, "days": terms.DAYS}
    return render(request, "monitoring/_term_try.html", context)


@require_POST
def term_stop(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_manage_terms)
    term = get_object_or_404(SearchTerm, pk=pk)
    terms.stop(term, by=user)
    messages.success(request, _("We do not listen for this any more. What it found stays."))
    return redirect(term)


@require_POST
def term_resume(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_manage_terms)
    term = get_object_or_404(SearchTerm, pk=pk)
    terms.resume(term, by=user)
    messages.success(request, _("We listen for this again."))
    return redirect(term)


@require_POST
def term_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user = allowed(request, permissions.can_manage_terms)
    terms.delete(get_object_or_404(SearchTerm, pk=pk), by=user)
    messages.success(request, _("The search term is deleted."))
    return redirect("monitoring:term-list")
