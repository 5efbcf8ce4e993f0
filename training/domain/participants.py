"""Who comes, as a table for a spreadsheet: CSV or XLSX, without a cell that computes."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core import spreadsheets
from core.workhours import AMSTERDAM
from training.models import Enrolment, Offering
from training.models.enrolment import EnrolmentQuerySet


def on_list(rows: EnrolmentQuerySet, offering: Offering) -> EnrolmentQuerySet:
    """Active ones in the order of asking; of what was cancelled, who stood on the list."""
    called_off = offering.state == Offering.State.CANCELLED
    found = rows.filter(state=Enrolment.State.CANCELLED) if called_off else rows.active()
    return found.select_related("user__unit").order_by("asked_at", "pk")


def csv_file(rows: EnrolmentQuerySet) -> str:
    return spreadsheets.csv_text(_head(), _cells(rows))


def xlsx_file(rows: EnrolmentQuerySet) -> bytes:
    return spreadsheets.workbook(_("Participants"), _head(), _cells(rows))


def _head() -> list[str]:
    return [_("Name"), _("E-mail"), _("Unit"), _("State"), _("Asked on"), _("Why")]


def _cells(rows: EnrolmentQuerySet) -> Iterator[list[str]]:
    for row in rows:
        yield [
            row.user.name,
            row.user.email,
            str(row.user.unit or ""),
            row.get_state_display(),
            f"{localtime(row.asked_at, AMSTERDAM):%Y-%m-%d %H:%M}",
            row.motivation,
        ]
