"""What waits after a course: saying how it was, finishing it, hearing what came of it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _

from core.clock import now
from people.domain.waiting import Found, Question, Waiting
from people.models import User
from training.domain import evaluations
from training.models import Enrolment, Offering, ProposalNews
from training.waiting import titles

RECENT = timedelta(days=60)


def _asked(user: User, day: date) -> QuerySet[Enrolment]:
    """Somebody was there, and can still say how it was."""
    return evaluations.asked(user)


def _evaluate(one: Found, day: date) -> Waiting:
    text = _("How was %(title)s? It takes two minutes and is anonymous.") % one.facts
    url = reverse("training:evaluation-create", args=[one.facts["offering"]])
    return Waiting(_("Evaluate"), text, url)


def _over(user: User, day: date) -> QuerySet[Offering]:
    """Offerings of this trainer of which the last session is over."""
    going_on = Q(sessions__cancelled_at__isnull=True)
    over_or_not = (Offering.State.PLANNED, Offering.State.FINISHED)
    theirs = Offering.objects.filter(trainers=user, state__in=over_or_not, awarded_at=None)
    ended = theirs.annotate(ended=Max("sessions__ends_at", filter=going_on))
    return ended.filter(ended__lt=now(), ended__gt=now() - RECENT)


def _finish(one: Found, day: date) -> Waiting:
    text = _("%(title)s is over: finish it, so that people get their certificate.") % one.facts
    url = reverse("training:offering-finish", args=[one.pk])
    return Waiting(_("Finish a course"), text, url, one.due)


def _unread(user: User, day: date) -> QuerySet[ProposalNews]:
    """What became of a proposal that this person's experience led to."""
    return ProposalNews.objects.filter(user=user, read_at=None)


def _hear(one: Found, day: date) -> Waiting:
    text = _("Your experience led to something: %(title)s. Read what came of it.") % one.facts
    url = reverse("training:proposal-detail", args=[one.facts["proposal"]])
    return Waiting(_("What came of it"), text, url)


evaluate = Question(
    _asked, _evaluate, {"title": titles.offering("offering__"), "offering": "offering_id"}
)
to_finish = Question(_over, _finish, {"title": titles.offering()}, TruncDate("ended"))
heard = Question(_unread, _hear, {"title": "proposal__title", "proposal": "proposal_id"})
