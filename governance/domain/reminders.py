"""Reminding who has still to confirm, at once and never twice a day: the daily mail does it."""

from __future__ import annotations

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from core import audit
from core.clock import now
from governance.domain import acknowledgements, reading_progress
from governance.domain.reading_progress import Seen
from governance.models import Policy
from people.domain import digests
from people.models import User


class NotNow(Exception):
    """No mail goes out at this hour."""


@transaction.atomic
def remind(policy: Policy, seen: Seen, *, by: User) -> int:
    """Put everybody in the units `seen` who has not confirmed in the post of today.

    Gives how many; who got the mail of today already is not among them. Raises `NotNow`.
    """
    if digests.posting_day(now()) is None:
        raise NotNow
    demand = acknowledgements.demand(policy)
    if demand is None:
        return 0
    late = reading_progress.missing(demand, seen, localdate(now()))
    count = digests.remind(one.pk for one in late)
    if count:
        audit.record(gettext_noop("reminded"), policy, by=by, people=count)
    return count


def told(count: int) -> str:
    """What happened, for who pressed the button."""
    if not count:
        return _("Everybody who has not confirmed it got a mail today already.")
    text = ngettext(
        "%(count)s colleague is mailed within a few minutes.",
        "%(count)s colleagues are mailed within a few minutes.",
        count,
    )
    return text % {"count": count}
