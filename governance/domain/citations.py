"""How a version is cited: by whom it was decided, when, how long it holds, and where it stands."""

from __future__ import annotations

from datetime import datetime

from django.utils import formats
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from governance.models import PolicyVersion


def line(version: PolicyVersion, address: str) -> str:
    """ "Webcarebeleid, versie 3, vastgesteld door Anja op 1 mei 2026, geldig van …, address"."""
    facts = {
        "title": version.policy.title,
        "number": version.number,
        "approver": version.approver or _("the college"),
        "decided": _day(version.decided_at or version.in_force_from),
        "since": _day(version.in_force_from),
        "until": _day(version.in_force_until),
        "state": version.get_state_display(),
        "address": address,
    }
    if version.in_force_from is None:
        return _("%(title)s, version %(number)s (%(state)s), %(address)s") % facts
    if version.in_force_until is None:
        return (
            _(
                "%(title)s, version %(number)s, decided by %(approver)s on %(decided)s,"
                " valid from %(since)s, %(address)s"
            )
            % facts
        )
    return (
        _(
            "%(title)s, version %(number)s, decided by %(approver)s on %(decided)s,"
            " valid from %(since)s until %(until)s, %(address)s"
        )
        % facts
    )


def _day(at: datetime | None) -> str:
    return formats.date_format(localdate(at), "DATE_FORMAT") if at else ""
