"""Evidence that waits for a manager."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.permissions import can_govern
from people.domain.waiting import Waiting
from people.models import User
from training.permissions.competence import evidence_seen_by


def to_confirm(user: User, day: date) -> Iterator[Waiting]:
    """One line, however many there are."""
    if not can_govern(user):
        return
    waiting = evidence_seen_by(user).filter(confirmed_at__isnull=True, declined_because="")
    count = waiting.count()
    if count:
        text = ngettext(
            "%(count)s piece of evidence for a competence waits for your word.",
            "%(count)s pieces of evidence for competences wait for your word.",
            count,
        ) % {"count": count}
        yield Waiting(_("Confirm"), text, reverse("training:evidence-list"))
