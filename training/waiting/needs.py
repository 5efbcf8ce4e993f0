"""A proposal to learn something waits for the leader of the team."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from people.domain.waiting import Found, Question, Waiting, first_of
from people.models import User
from training.models import NeedProposal

MOST = 20


def _proposed(user: User, day: date) -> QuerySet[NeedProposal]:
    found = NeedProposal.objects.filter(state=NeedProposal.State.PROPOSED, team__leader=user)
    return first_of(found.order_by("created_at", "pk"), MOST)


def _decide(one: Found, day: date) -> Waiting:
    text = _("Something to learn was proposed for %(team)s.") % one.facts
    return Waiting(_("Decide"), text, reverse("training:need-proposal", args=[one.pk]))


to_decide = Question(_proposed, _decide, {"team": "team__name"})
