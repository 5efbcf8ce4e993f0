"""A proposal to learn something waits for the leader of the team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from people.domain.waiting import Waiting
from people.models import User
from training.models import NeedProposal


def to_decide(user: User, day: date) -> Iterator[Waiting]:
    proposed = NeedProposal.objects.filter(state=NeedProposal.State.PROPOSED, team__leader=user)
    for one in proposed.select_related("team").order_by("created_at", "pk")[:20]:
        text = _("Something to learn was proposed for %(team)s.") % {"team": one.team}
        yield Waiting(_("Decide"), text, one.get_absolute_url())
