"""When something is, in words: in Amsterdam, in the language of the reader."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.workhours import AMSTERDAM
from training.models import Session


def day_and_time(at: datetime) -> str:
    """ "Tuesday 1 December 2026, 14:00"."""
    local = localtime(at, AMSTERDAM)
    return f"{date_format(local, 'l j F Y')}, {local:%H:%M}"


def span(session: Session) -> str:
    """ "Tuesday 1 December 2026, 14:00–16:00"."""
    begins, ends = (localtime(at, AMSTERDAM) for at in (session.starts_at, session.ends_at))
    if begins.date() == ends.date():
        return f"{day_and_time(session.starts_at)}–{ends:%H:%M}"
    return f"{day_and_time(session.starts_at)} – {day_and_time(session.ends_at)}"


def how_long(minutes: int) -> str:
    """ "90 minutes", and in hours when it is longer than two."""
    if minutes <= 120:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    hours = number_format(round(minutes / 60, 1), use_l10n=True).rstrip("0").rstrip(".,")
    return _("%(hours)s hours") % {"hours": hours}


def where(session: Session) -> str:
    """The room, "online", or both."""
    parts = [session.place, _("online") if session.online_url else ""]
    return ", ".join(filter(None, parts)) or _("place follows")
