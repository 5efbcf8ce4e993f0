"""Devices to agree to, to bring back, to ask back and to wipe."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, named
from people.models import User
from training.models import Loan
from training.permissions import devices as permissions

AHEAD = timedelta(days=7)


def _waiting(one: Found, text: str, *, is_duty: bool = False) -> Waiting:
    url = reverse("training:loan-detail", args=[one.pk])
    return Waiting(_("Device"), text % one.facts, url, one.due, is_duty=is_duty)


def _new(user: User, day: date) -> QuerySet[Loan]:
    """What this person has and did not agree to yet."""
    return Loan.objects.open().filter(user=user, accepted_at=None)


def _agree(one: Found, day: date) -> Waiting:
    return _waiting(one, _("Read and agree: you borrow %(device)s."))


def _ending(user: User, day: date) -> QuerySet[Loan]:
    """What this person has and brings back soon."""
    return Loan.objects.open().filter(user=user, due_on__lte=day + AHEAD)


def _bring_back(one: Found, day: date) -> Waiting:
    text = _("Bring back %(device)s, or ask to keep it longer.")
    return _waiting(one, text, is_duty=True)


def _late(user: User, day: date) -> QuerySet[Loan]:
    """What this person handed out and is late; what is with a leaver is asked of all who lend."""
    return Loan.objects.late(day).filter(handed_out_by=user, user__is_active=True)


def _ask_back(one: Found, day: date) -> Waiting:
    return _waiting(one, _("Ask %(name)s to bring back %(device)s."))


def _left(user: User, day: date) -> QuerySet[Loan] | None:
    """What is still with somebody who left the college, for everybody who lends."""
    return Loan.objects.left() if permissions.can_lend(user) else None


def _fetch_back(one: Found, day: date) -> Waiting:
    text = _("%(name)s left and still has %(device)s. Get it back and wipe it.")
    return _waiting(one, text, is_duty=True)


def _unwiped(user: User, day: date) -> QuerySet[Loan]:
    """What this person took back and is not wiped yet."""
    return Loan.objects.filter(returned_to=user, returned_at__isnull=False, wiped_at=None)


def _wipe(one: Found, day: date) -> Waiting:
    return _waiting(one, _("Wipe %(device)s: accounts and photos of students."))


_DEVICE = {"device": "device__name"}
to_agree = Question(_new, _agree, _DEVICE, F("lent_on") + AHEAD)
to_bring_back = Question(_ending, _bring_back, _DEVICE, "due_on")
left = Question(_left, _fetch_back, {**_DEVICE, "name": named("user")}, "due_on")
lent = Question(_late, _ask_back, {**_DEVICE, "name": named("user")}, "due_on")
to_wipe = Question(_unwiped, _wipe, _DEVICE, TruncDate("returned_at") + AHEAD)
