"""From experiences to a proposal, and back: whoever wrote or knew one hears what came of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import User
from training.models import Experience, Proposal, ProposalNews


class Decided(Exception):
    """Somebody decided on it already."""


@transaction.atomic
def make(proposal: Proposal, experiences: Iterable[Experience], *, by: User) -> Proposal:
    proposal.made_by = by
    proposal.save()
    proposal.experiences.set(experiences)
    audit.record(gettext_noop("made a proposal"), proposal, by=by, kind=proposal.kind)
    return proposal


@transaction.atomic
def decide(proposal: Proposal, *, outcome: str, because: str, by: User) -> Proposal:
    """Taken up or not, and why; everybody behind it gets word. Raises `Decided`."""
    current = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if current.outcome:
        raise Decided
    current.outcome, current.because = outcome, because
    current.decided_by, current.decided_at = by, now()
    current.save()
    behind = people_behind(current).exclude(pk=by.pk)
    ProposalNews.objects.bulk_create(
        [ProposalNews(proposal=current, user=person) for person in behind], ignore_conflicts=True
    )
    audit.record(gettext_noop("decided on a proposal"), current, by=by, outcome=outcome)
    return current


def people_behind(proposal: Proposal) -> QuerySet[User]:
    """Who wrote its experiences, and who recognised them."""
    experiences = proposal.experiences.values("pk")
    authors = Experience.objects.filter(pk__in=experiences).values("author")
    knowing = User.objects.filter(recognitions__experience__in=experiences).values("pk")
    people: QuerySet[User] = User.objects.filter(is_active=True)
    return people.filter(Q(pk__in=authors) | Q(pk__in=knowing))


def mark_read(proposal: Proposal, user: User) -> None:
    """This person saw the outcome."""
    ProposalNews.objects.filter(proposal=proposal, user=user, read_at=None).update(read_at=now())
