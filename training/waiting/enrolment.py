"""A place to take before it goes to somebody else, and requests to decide on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.models import Enrolment
from training.permissions import enrolment as permissions


def offers(user: User, day: date) -> Iterator[Waiting]:
    """Places that this person can take now."""
    offered = user.enrolments.filter(state=Enrolment.State.OFFERED)
    for row in offered.select_related("offering__course"):
        text = _("Take your place in %(course)s, or leave it.") % {"course": row.offering}
        until = localdate(row.offer_until) if row.offer_until else None
        yield Waiting(_("Training"), text, reverse("training:my-training"), until)


def requests(user: User, day: date) -> Iterator[Waiting]:
    """People of one's own units who ask to take part."""
    for row in permissions.requests_for(user).select_related("user", "offering__course"):
        facts = {"person": row.user, "course": row.offering}
        text = _("Decide whether %(person)s takes part in %(course)s.") % facts
        url = f"{reverse('training:request-list')}#request-{row.pk}"
        yield Waiting(_("Decide"), text, url)
