"""Policies that a person has still to read and confirm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.domain import acknowledgements
from governance.models import PolicyVersion
from people.domain.waiting import Waiting
from people.models import User


def what_waits(user: User, day: date) -> Iterator[Waiting]:
    for version, standing in acknowledgements.to_read(user, day):
        yield Waiting(
            kind=_("Read and confirm"),
            text=_text(version),
            url=reverse("governance:policy-confirm", args=[version.policy.slug]),
            due=standing.due,
            is_duty=True,
        )


def _text(version: PolicyVersion) -> str:
    """A later version is named, so that who confirmed the one before sees that this is another."""
    words = {"title": version.policy.title, "number": version.number}
    if version.number == 1:
        return _("Read “%(title)s” and confirm it") % words
    return _("Read version %(number)s of “%(title)s” and confirm it") % words
