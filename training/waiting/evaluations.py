"""What waits after a course: saying how it was, finishing it, hearing what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.clock import now
from people.domain.waiting import Waiting
from people.models import User
from training.domain import evaluations
from training.models import Offering, ProposalNews

RECENT = timedelta(days=60)


def evaluate(user: User, day: date) -> Iterator[Waiting]:
    """Somebody was there, and can still say how it was."""
    for enrolment in evaluations.asked(user):
        text = _("How was %(title)s? It takes two minutes and is anonymous.")
        url = reverse("training:evaluation-create", args=[enrolment.offering_id])
        yield Waiting(_("Evaluate"), text % {"title": enrolment.offering}, url)


def to_finish(user: User, day: date) -> Iterator[Waiting]:
    """Offerings of this trainer of which the last session is over."""
    going_on = Q(sessions__cancelled_at__isnull=True)
    over_or_not = (Offering.State.PLANNED, Offering.State.FINISHED)
    over = (
        Offering.objects.filter(trainers=user, state__in=over_or_not, awarded_at=None)
        .annotate(ended=Max("sessions__ends_at", filter=going_on))
        .filter(ended__lt=now(), ended__gt=now() - RECENT)
        .select_related("course")
    )
    for offering in over:
        text = _("%(title)s is over: finish it, so that people get their certificate.")
        url = reverse("training:offering-finish", args=[offering.pk])
        ended: datetime = offering.ended  # type: ignore[attr-defined]  # annotated above
        yield Waiting(_("Finish a course"), text % {"title": offering}, url, localdate(ended))


def heard(user: User, day: date) -> Iterator[Waiting]:
    """What became of a proposal that this person's experience led to."""
    unread = ProposalNews.objects.filter(user=user, read_at=None).select_related("proposal")
    for one in unread:
        text = _("Your experience led to something: %(title)s. Read what came of it.")
        url = one.proposal.get_absolute_url()
        yield Waiting(_("What came of it"), text % {"title": one.proposal.title}, url)
