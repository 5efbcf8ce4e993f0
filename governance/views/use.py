"""Figures of use: by hand, from a file, to a file, and the examples of the publication."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from core import downloads, spreadsheets
from governance.content.columns import COLUMNS
from governance.content.platforms import SUGGESTED
from governance.domain import audiences, use, use_import
from governance.forms.audiences import ImportForm, UseForm
from governance.models import AudienceUse
from governance.permissions import audiences as permissions
from governance.views.audiences import audience_of, editor


def use_create(request: HttpRequest, code: str) -> HttpResponse:
    user, audience = editor(request), audience_of(code)
    form = UseForm(request.POST or None, instance=AudienceUse(audience=audience))
    if request.method == "POST" and form.is_valid():
        use.add(form.save(commit=False), by=user)
        messages.success(request, _("The figure is saved."))
        return redirect(audience)
    context = {"form": form, "audience": audience, "platforms": SUGGESTED}
    return render(request, "governance/audiences/use.html", context)


@require_POST
def use_delete(request: HttpRequest, pk: int) -> HttpResponse:
    user = editor(request)
    row = get_object_or_404(AudienceUse.objects.select_related("audience"), pk=pk)
    if not permissions.can_remove(user, row):
        raise PermissionDenied
    use.remove(row, by=user)
    messages.success(request, _("The figure is gone."))
    return redirect(row.audience)


@require_POST
def examples(request: HttpRequest) -> HttpResponse:
    """Take the examples of the publication away, or bring them back."""
    user = editor(request)
    audiences.ensure_standard()
    if request.POST.get("step") == "remove":
        use.remove_examples(by=user)
        messages.success(request, _("The examples are gone. You can bring them back here."))
    else:
        use.bring_examples_back(by=user)
        messages.success(request, _("The examples are there again, with their label."))
    return redirect("governance:audience-list")


def use_import_page(request: HttpRequest) -> HttpResponse:
    """Check a file, show what is in it line by line, and take over what is right."""
    user = editor(request)
    audiences.ensure_standard()
    form = ImportForm(request.POST or None, request.FILES or None)
    preview = None
    if request.method == "POST" and form.is_valid():
        preview, text = form.cleaned_data["preview"], form.cleaned_data["text"]
        if request.POST.get("step") == "import":
            messages.success(request, _stored(use_import.store(preview, by=user)))
            if not preview.problems:
                return redirect("governance:audience-list")
            text = preview.rest  # what still has to be put right
            preview = use_import.preview(text)
        form = ImportForm(initial={"text": text})
    context = {"form": form, "preview": preview, "columns": COLUMNS}
    return render(request, "governance/audiences/import.html", context)


def _stored(count: int) -> str:
    return ngettext("%(n)s figure is taken over.", "%(n)s figures are taken over.", count) % {
        "n": count
    }


def use_template(request: HttpRequest) -> HttpResponse:
    return csv_answer(use_import.template(), "figures-of-use-template.csv")


def use_export(request: HttpRequest) -> HttpResponse:
    return csv_answer(use_import.exported(), "figures-of-use.csv")


def csv_answer(rows: Iterable[Iterable[object]], name: str) -> HttpResponse:
    head, *rest = (list(row) for row in rows)
    return downloads.csv_file(spreadsheets.csv_text(head, rest), name)
