"""Who lost the mandate to post hears why, and what to do."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting
from people.models import User
from training.domain import mandate_standing
from training.models import MandateState


def _lost(user: User, day: date) -> QuerySet[MandateState]:
    """Nothing for who never had it."""
    return MandateState.objects.filter(user=user, is_held=False)


def _why(one: Found, day: date) -> Waiting | None:
    """It is looked up again, as it may have come back since."""
    where = mandate_standing.standing(User.objects.get(pk=one.facts["user"]), day)
    if where.held:
        return None
    step = where.next_step
    url = step.url if step and step.url else reverse("training:my-mandate")
    return Waiting(_("Mandate"), where.sentence, url)


lost = Question(_lost, _why, {"user": "user_id"})
