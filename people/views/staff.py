"""The list of staff, on the page and as a file."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import downloads, keyset, spreadsheets
from people import permissions
from people.domain.staff import listing
from people.forms import StaffFilterForm
from people.models import User


def staff_list(request: HttpRequest) -> HttpResponse:
    user = overseer(request)
    form = StaffFilterForm(request.GET, units=listing.units_to_choose(user))
    found = listing.found(listing.seen_by(user), **form.narrowing)
    page = keyset.by_name(found, "name", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "people": page.rows,
        "next": page.next,
        "can_manage": permissions.can_manage_staff(user),
        "sees_nobody": permissions.units_seen_by(user) == frozenset(),
    }
    return render(request, "people/staff/staff_list.html", context)


def staff_export(request: HttpRequest, form: str) -> HttpResponse:
    """What the list shows with these filters, all of it."""
    user = overseer(request)
    filters = StaffFilterForm(request.GET, units=listing.units_to_choose(user))
    head, rows = listing.table(listing.found(listing.seen_by(user), **filters.narrowing))
    if form == "xlsx":
        return downloads.xlsx_file(spreadsheets.workbook(_("Staff"), head, rows), "staff.xlsx")
    return downloads.csv_file(spreadsheets.csv_text(head, rows), "staff.csv")


def overseer(request: HttpRequest) -> User:
    """Who may see the staff. Raises PermissionDenied."""
    user = cast(User, request.user)
    if not permissions.can_see_staff(user):
        raise PermissionDenied
    return user
