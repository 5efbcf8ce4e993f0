"""A span of time in a few words, for people who glance at a list."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def roughly(span: timedelta) -> str:
    """ "3 min", "5 hours" or "2 days": the largest unit that says enough."""
    minutes = max(1, int(span.total_seconds() // 60))
    if minutes < 60:
        return _("%(count)d min") % {"count": minutes}
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = hours // 24
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
