"""Staff from a file: upload, look, apply or throw away."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import downloads
from people import permissions
from people.domain.staff import imports, listing, reading, showing
from people.domain.staff.comparing import Kind
from people.forms import StaffFileForm
from people.models import StaffImport, User

EARLIER_SHOWN = 10


def import_start(request: HttpRequest) -> HttpResponse:
    """Choose a file; nothing is changed yet."""
    user = _administrator(request)
    form = StaffFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = _read(form, user)
        if made:
            return redirect(made)
    earlier = StaffImport.objects.defer("rows", "plan").select_related("uploaded_by")
    context = {"form": form, "earlier": earlier.order_by("-uploaded_at", "-pk")[:EARLIER_SHOWN]}
    status = 422 if form.errors else 200
    return render(request, "people/staff/import_start.html", context, status=status)


def _read(form: StaffFileForm, user: User) -> StaffImport | None:
    """The preview; None, with the reason beside the field, when the file is of no use."""
    chosen = dict(form.cleaned_data)
    file = chosen.pop("file")
    try:
        if file.size > reading.MOST_BYTES:
            raise reading.Unreadable(reading.Trouble.TOO_BIG)
        return imports.preview(file.read(), filename=file.name, by=user, **chosen)
    except reading.Unreadable as error:
        form.add_error("file", str(error.trouble.label))
    return None


def import_template(request: HttpRequest) -> HttpResponse:
    _administrator(request)
    return downloads.csv_file(listing.template(), "personeel.csv")


def import_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file would change, or did change."""
    _administrator(request)
    one = get_object_or_404(StaffImport.objects.defer("rows").select_related("uploaded_by"), pk=pk)
    tabs = showing.tabs(one)
    asked = request.GET.get("kind") or next((tab.kind for tab in tabs if tab.count), Kind.NEW)
    start = request.GET.get("after", "")
    people, more = showing.changes(one, asked, int(start) if start.isdecimal() else 0)
    context = {
        "import": one,
        "tabs": tabs,
        "kind": asked,
        "people": people,
        "next": more,
        "does_something": _does_something(one),
    }
    return render(request, "people/staff/import_detail.html", context)


def _does_something(one: StaffImport) -> bool:
    kinds = [Kind.NEW, Kind.CHANGED, *([Kind.LEFT] if one.deactivates else [])]
    return any(one.outcome.get(kind) for kind in kinds)


@require_POST
def import_apply(request: HttpRequest, pk: int) -> HttpResponse:
    user = _administrator(request)
    one = get_object_or_404(StaffImport, pk=pk)
    try:
        imports.confirm(one, by=user)
    except imports.ChangedMeanwhile:
        messages.warning(
            request,
            _("People were changed after this preview. Nothing was applied: look again."),
        )
    except imports.Gone:
        messages.warning(request, _("This file was applied already, or its content is deleted."))
    else:
        messages.success(request, _("The file is applied."))
    return redirect(one)


@require_POST
def import_discard(request: HttpRequest, pk: int) -> HttpResponse:
    user = _administrator(request)
    try:
        imports.discard(get_object_or_404(StaffImport, pk=pk), by=user)
    except imports.Gone:
        messages.warning(request, _("This file was applied already, or its content is deleted."))
    else:
        messages.success(request, _("The file is thrown away. Nothing changed."))
    return redirect("people:staff-import")


def _administrator(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not permissions.can_manage_staff(user):
        raise PermissionDenied
    return user
