"""Absence and substitutes: someone who stands in sees the queues of the person who is away.

The effect itself is `User.team_ids`; this room arranges the absences and answers questions.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from people.models import Absence, Team, User


@transaction.atomic
def arrange(absence: Absence, *, by: User) -> Absence:
    """Keep a new or changed absence."""
    verb = gettext_noop("absence-changed") if absence.pk else gettext_noop("absence-arranged")
    absence.save()
    audit.record(
        verb,
        absence,
        by=by,
        person=absence.user_id,
        first_day=absence.from_date.isoformat(),
        last_day=absence.until_date.isoformat(),
        substitute=absence.substitute_id,
    )
    return absence


@transaction.atomic
def cancel(absence: Absence, *, by: User) -> None:
    """Take an absence away, as if it had not been arranged."""
    audit.record(gettext_noop("absence-cancelled"), absence, by=by, person=absence.user_id)
    absence.delete()


def stands_in_for(user: User, *, on: date) -> list[Team]:
    """The teams that `user` works for on this day only because a colleague is away."""
    away = Absence.objects.on(on).filter(substitute=user).values("user")
    return list(
        Team.objects.filter(memberships__user__in=away)
        .exclude(memberships__user=user)
        .distinct()
        .order_by("name")
    )
