"""Ambassadors: an invitation to answer, small tasks, suggestions to look at."""

from __future__ import annotations

from datetime import date

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, first_of
from people.models import User
from training.domain.ambassadors import KEPT
from training.models import Ambassador, AmbassadorTask
from training.permissions import ambassadors as permissions


def _consent(one: Found) -> str:
    return reverse("training:ambassador-consent", args=[one.facts["key"]])


def _invited(user: User, day: date) -> QuerySet[Ambassador]:
    """The invitation to this person."""
    return Ambassador.objects.filter(user=user, state=Ambassador.State.INVITED)


def _say(one: Found, day: date) -> Waiting:
    text = _("Say whether you want to be an ambassador.")
    return Waiting(_("Ambassador"), text, _consent(one))


def _to_do(user: User, day: date) -> QuerySet[AmbassadorTask]:
    """What this person does as an ambassador."""
    return AmbassadorTask.objects.filter(ambassador__user=user, done_at=None)


def _task(one: Found, day: date) -> Waiting:
    return Waiting(_("Ambassador"), one.facts["text"], _consent(one), one.due)


def _oldest(user: User, day: date) -> QuerySet[Ambassador] | None:
    """One line for all suggestions that nobody took up yet, for who organises training."""
    if not permissions.can_follow_up(user):
        return None
    suggested = Ambassador.objects.filter(state=Ambassador.State.SUGGESTED)
    return first_of(suggested.order_by("created_at", "pk"), 1)


def _look(one: Found, day: date) -> Waiting:
    url = reverse("training:ambassador-list") + "?state=suggested"
    text = _("Look at who was suggested as an ambassador.")
    return Waiting(_("Ambassador"), text, url, one.due)


invited = Question(_invited, _say, {"key": "key"})
tasks = Question(_to_do, _task, {"text": "text", "key": "ambassador__key"}, "due_on")
to_invite = Question(_oldest, _look, due=TruncDate(F("created_at") + KEPT))
