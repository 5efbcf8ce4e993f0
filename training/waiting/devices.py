"""Devices to agree to, to bring back, to ask back and to wipe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.models import Loan

AHEAD = timedelta(days=7)


def borrowed(user: User, day: date) -> Iterator[Waiting]:
    """What this person has: first to agree, then to bring back in time."""
    for loan in Loan.objects.open().filter(user=user).select_related("device"):
        name = {"device": loan.device.name}
        if loan.accepted_at is None:
            text = _("Read and agree: you borrow %(device)s.") % name
            yield Waiting(_("Device"), text, loan.get_absolute_url(), loan.lent_on + AHEAD)
        if loan.due_on <= day + AHEAD:
            text = _("Bring back %(device)s, or ask to keep it longer.") % name
            url = loan.get_absolute_url()
            yield Waiting(_("Device"), text, url, loan.due_on, is_duty=True)


def lent(user: User, day: date) -> Iterator[Waiting]:
    """What this person handed out and is late."""
    late = Loan.objects.late(day).filter(handed_out_by=user)
    for loan in late.select_related("device", "user"):
        text = _("Ask %(name)s to bring back %(device)s.") % {
            "name": loan.user,
            "device": loan.device.name,
        }
        yield Waiting(_("Device"), text, loan.get_absolute_url(), loan.due_on)


def to_wipe(user: User, day: date) -> Iterator[Waiting]:
    """What this person took back and is not wiped yet."""
    mine = Loan.objects.filter(returned_to=user, returned_at__isnull=False, wiped_at=None)
    for loan in mine.select_related("device"):
        text = _("Wipe %(device)s: accounts and photos of students.") % {"device": loan.device.name}
        due = localdate(loan.returned_at) + AHEAD if loan.returned_at else None
        yield Waiting(_("Device"), text, loan.get_absolute_url(), due)
