"""Who lost the mandate to post hears why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.domain import mandate_standing
from training.models import MandateState


def lost(user: User, day: date) -> Iterator[Waiting]:
    """One query for who never had it; it is looked up again, as it may have come back since."""
    if not MandateState.objects.filter(user=user, is_held=False).exists():
        return
    where = mandate_standing.standing(user, day)
    if where.held:
        return
    step = where.next_step
    url = step.url if step and step.url else reverse("training:my-mandate")
    yield Waiting(_("Mandate"), where.sentence, url)
