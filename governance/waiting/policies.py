"""What waits for a person about policies: decide, remark, answer, rewrite, review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from governance.domain import review_dates
from governance.models import Consultation, PolicyVersion, Remark, Review
from people.domain.waiting import Waiting
from people.models import User

State = PolicyVersion.State


def to_decide(user: User, day: date) -> Iterator[Waiting]:
    """Versions on which this person was asked to decide."""
    asked = PolicyVersion.objects.filter(state=State.SUBMITTED, approver=user)
    for version in asked.select_related("policy", "author"):
        facts = {
            "author": version.author or _("A colleague"),
            "policy": version.policy.title,
            "number": version.number,
        }
        text = _("%(author)s asks you to decide on version %(number)s of %(policy)s.") % facts
        yield Waiting(_("Decide"), text, version.get_absolute_url(), version.decide_by)


def to_remark(user: User, day: date) -> Iterator[Waiting]:
    """Consultations that run, until this person has said something."""
    asked = Consultation.objects.open(at=now()).asking(user)
    silent = asked.exclude(remarks__author=user).exclude(version__writers=user)
    for consultation in silent.select_related("version__policy"):
        text = _("What do you think of %(policy)s? You are asked to read it.") % {
            "policy": consultation.version.policy.title
        }
        address = reverse("governance:consultation-detail", args=[consultation.pk])
        yield Waiting(_("Say what you think"), text, address, localdate(consultation.ends_at))


def to_answer(user: User, day: date) -> Iterator[Waiting]:
    """Remarks without an answer on a version that this person writes or a policy they own."""
    closed = Consultation.objects.filter(closed_at__isnull=False, version__state=State.DRAFT)
    mine = closed.filter(Q(version__author=user) | Q(version__policy__owner=user))
    unanswered = Count("remarks", filter=Q(remarks__outcome=Remark.Outcome.OPEN))
    counted = mine.annotate(unanswered=unanswered).filter(unanswered__gt=0)
    for consultation in counted.select_related("version__policy"):
        count: int = getattr(consultation, "unanswered", 0)
        text = ngettext(
            "%(count)s remark on %(policy)s waits for an answer.",
            "%(count)s remarks on %(policy)s wait for an answer.",
            count,
        ) % {"count": count, "policy": consultation.version.policy.title}
        address = reverse("governance:consultation-detail", args=[consultation.pk])
        yield Waiting(_("Answer"), text, address)


def to_rewrite(user: User, day: date) -> Iterator[Waiting]:
    """Versions of which the approver asked for changes."""
    sent_back = PolicyVersion.objects.filter(state=State.REJECTED, author=user)
    for version in sent_back.select_related("policy", "approver"):
        facts = {"approver": version.approver or _("The approver"), "policy": version.policy.title}
        text = _("%(approver)s asked for changes in %(policy)s.") % facts
        yield Waiting(_("Write"), text, version.get_absolute_url())


def to_review(user: User, day: date) -> Iterator[Waiting]:
    """Policies of this person that are to be looked at again soon, or should have been."""
    soon = Review.objects.planned().filter(planned_date__lte=day + review_dates.AHEAD)
    for review in soon.filter(policy__owner=user).select_related("policy"):
        text = _("Look at %(policy)s again: does it still hold?") % {"policy": review.policy.title}
        address = reverse("governance:policy-review", args=[review.policy.slug])
        yield Waiting(_("Review"), text, address, review.planned_date)
