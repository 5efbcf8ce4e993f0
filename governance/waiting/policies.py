"""What waits for a person about policies: decide, remark, answer, rewrite, review."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from governance.domain import review_dates
from governance.models import Consultation, PolicyVersion, Remark, Review
from people.domain.waiting import Found, Question, Waiting, named
from people.models import User

State = PolicyVersion.State


def _page(one: Found) -> str:
    return reverse("governance:version-detail", args=[one.facts["slug"], one.facts["number"]])


def _consultation(one: Found) -> str:
    return reverse("governance:consultation-detail", args=[one.pk])


def _submitted(user: User, day: date) -> QuerySet[PolicyVersion]:
    """Versions on which this person was asked to decide."""
    return PolicyVersion.objects.filter(state=State.SUBMITTED, approver=user)


def _decide(one: Found, day: date) -> Waiting:
    facts = {**one.facts, "author": one.facts["author"] or _("A colleague")}
    text = _("%(author)s asks you to decide on version %(number)s of %(policy)s.") % facts
    return Waiting(_("Decide"), text, _page(one), one.due)


def _silent(user: User, day: date) -> QuerySet[Consultation]:
    """Consultations that run, until this person has said something."""
    asked = Consultation.objects.open(at=now()).asking(user)
    return asked.exclude(remarks__author=user).exclude(version__writers=user)


def _remark(one: Found, day: date) -> Waiting:
    text = _("What do you think of %(policy)s? You are asked to read it.") % one.facts
    return Waiting(_("Say what you think"), text, _consultation(one), one.due)


def _unanswered(user: User, day: date) -> QuerySet[Consultation]:
    """Remarks without an answer on a version that this person writes or a policy they own."""
    closed = Consultation.objects.filter(closed_at__isnull=False, version__state=State.DRAFT)
    mine = closed.filter(Q(version__author=user) | Q(version__policy__owner=user))
    waiting = Count("remarks", filter=Q(remarks__outcome=Remark.Outcome.OPEN))
    return mine.annotate(unanswered=waiting).filter(unanswered__gt=0)


def _answer(one: Found, day: date) -> Waiting:
    text = ngettext(
        "%(count)s remark on %(policy)s waits for an answer.",
        "%(count)s remarks on %(policy)s wait for an answer.",
        one.facts["count"],
    )
    return Waiting(_("Answer"), text % one.facts, _consultation(one))


def _sent_back(user: User, day: date) -> QuerySet[PolicyVersion]:
    """Versions of which the approver asked for changes."""
    return PolicyVersion.objects.filter(state=State.REJECTED, author=user)


def _rewrite(one: Found, day: date) -> Waiting:
    facts = {**one.facts, "approver": one.facts["approver"] or _("The approver")}
    return Waiting(
        _("Write"), _("%(approver)s asked for changes in %(policy)s.") % facts, _page(one)
    )


def _planned(user: User, day: date) -> QuerySet[Review]:
    """Policies of this person that are to be looked at again soon, or should have been."""
    soon = Review.objects.planned().filter(planned_date__lte=day + review_dates.AHEAD)
    return soon.filter(policy__owner=user)


def _review(one: Found, day: date) -> Waiting:
    text = _("Look at %(policy)s again: does it still hold?") % one.facts
    address = reverse("governance:policy-review", args=[one.facts["slug"]])
    return Waiting(_("Review"), text, address, one.due)


_VERSION = {"policy": "policy__title", "slug": "policy__slug", "number": "number"}
to_decide = Question(_submitted, _decide, {**_VERSION, "author": named("author")}, "decide_by")
to_remark = Question(_silent, _remark, {"policy": "version__policy__title"}, TruncDate("ends_at"))
to_answer = Question(
    _unanswered, _answer, {"policy": "version__policy__title", "count": "unanswered"}
)
to_rewrite = Question(_sent_back, _rewrite, {**_VERSION, "approver": named("approver")})
to_review = Question(
    _planned, _review, {"policy": "policy__title", "slug": "policy__slug"}, "planned_date"
)
