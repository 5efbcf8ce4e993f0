"""A place to take before it goes to somebody else, and requests to decide on."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, named
from people.models import User
from training.models import Enrolment
from training.permissions import enrolment as permissions
from training.waiting import titles


def _offered(user: User, day: date) -> QuerySet[Enrolment]:
    """Places that this person can take now."""
    return Enrolment.objects.filter(user=user, state=Enrolment.State.OFFERED)


def _take(one: Found, day: date) -> Waiting:
    text = _("Take your place in %(course)s, or leave it.") % one.facts
    return Waiting(_("Training"), text, reverse("training:my-training"), one.due)


def _requested(user: User, day: date) -> QuerySet[Enrolment]:
    """People of one's own units who ask to take part."""
    return permissions.requests_for(user)


def _decide(one: Found, day: date) -> Waiting:
    text = _("Decide whether %(person)s takes part in %(course)s.") % one.facts
    url = f"{reverse('training:request-list')}?only={one.pk}"
    return Waiting(_("Decide"), text, url, one.due)


_COURSE = {"course": titles.offering("offering__")}
offers = Question(_offered, _take, _COURSE, TruncDate("offer_until"))
_PERSON = {**_COURSE, "person": named("user")}
requests = Question(_requested, _decide, _PERSON, TruncDate("offering__starts_at"))
