"""Evidence that waits for a manager."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Subquery, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.permissions import can_govern
from people.domain.waiting import Found, Question, Waiting, first_of
from people.models import User
from training.permissions.competence import evidence_seen_by


def _oldest(user: User, day: date) -> Any:
    """One row, however many there are, with their number."""
    if not can_govern(user):
        return None
    waiting = evidence_seen_by(user).filter(confirmed_at__isnull=True, declined_because="")
    together = waiting.values(all=Value(1)).annotate(number=Count("pk")).values("number")
    return first_of(waiting.order_by("pk"), 1).annotate(number=Subquery(together))


def _confirm(one: Found, day: date) -> Waiting:
    text = ngettext(
        "%(count)s piece of evidence for a competence waits for your word.",
        "%(count)s pieces of evidence for competences wait for your word.",
        one.facts["count"],
    )
    return Waiting(_("Confirm"), text % one.facts, reverse("training:evidence-list"))


to_confirm = Question(_oldest, _confirm, {"count": "number"})
