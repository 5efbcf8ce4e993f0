"""Ambassadors: an invitation to answer, small tasks, suggestions to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.domain.ambassadors import KEPT
from training.models import Ambassador, AmbassadorTask
from training.permissions import ambassadors as permissions


def own(user: User, day: date) -> Iterator[Waiting]:
    """The invitation to this person, and what they do as an ambassador."""
    for one in Ambassador.objects.filter(user=user, state=Ambassador.State.INVITED):
        url = reverse("training:ambassador-consent", args=[one.key])
        yield Waiting(_("Ambassador"), _("Say whether you want to be an ambassador."), url)
    tasks = AmbassadorTask.objects.filter(ambassador__user=user, done_at=None)
    for task in tasks.select_related("ambassador"):
        url = reverse("training:ambassador-consent", args=[task.ambassador.key])
        yield Waiting(_("Ambassador"), task.text, url, task.due_on)


def to_invite(user: User, day: date) -> Iterator[Waiting]:
    """One line for all suggestions that nobody took up yet, for who organises training."""
    if not permissions.can_follow_up(user):
        return
    waiting = Ambassador.objects.filter(state=Ambassador.State.SUGGESTED).order_by("created_at")
    oldest = waiting.values_list("created_at", flat=True).first()
    if oldest:
        url = reverse("training:ambassador-list") + "?state=suggested"
        text = _("Look at who was suggested as an ambassador.")
        yield Waiting(_("Ambassador"), text, url, localdate(oldest + KEPT))
