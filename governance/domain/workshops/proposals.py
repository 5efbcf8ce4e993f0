"""What the facilitator does with proposals: add, reword, take together, hide and show again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.workshops import events, locks
from governance.domain.workshops.events import Kind
from governance.domain.workshops.refusals import ChangedMeanwhile, WrongStep
from governance.models import Proposal, ProposalVote, Workshop
from people.models import User

OPEN = (Workshop.Step.PROPOSE, Workshop.Step.PRIORITISE, Workshop.Step.TOP_FIVE)


@transaction.atomic
def add(workshop: Workshop, *, text: str, by: User) -> Proposal:
    """A proposal that was made aloud."""
    current = _open(workshop)
    proposal = current.proposals.create(text=text)
    locks.changed(current)
    events.write(current, Kind.PROPOSED, proposal=proposal.pk, text=text)
    audit.record(gettext_noop("added a proposal"), current, by=by, proposal=proposal.pk)
    return proposal


@transaction.atomic
def reword(proposal: Proposal, *, seen: str, text: str, by: User) -> None:
    """Other words, as seen when they were `seen`; the second of two writers is told."""
    current = _open(proposal.workshop)
    stands = current.proposals.get(pk=proposal.pk)
    if stands.text not in (seen, text):
        raise ChangedMeanwhile(current, stands.text)
    if stands.text == text:
        return
    stands.text = text
    stands.save(update_fields=["text"])
    locks.changed(current)
    events.write(current, Kind.REWORDED, proposal=stands.pk, text=text)
    audit.record(gettext_noop("reworded a proposal"), current, by=by, proposal=stands.pk)


@transaction.atomic
def merge(proposal: Proposal, into: Proposal, *, by: User) -> None:
    """Take a proposal together with another one, which gets its choices.

    Who chose both, chose one thing twice, and has a choice free again.
    """
    current = _open(proposal.workshop)
    standing = current.proposals.standing().in_bulk([proposal.pk, into.pk])
    if len(standing) != 2 or standing[proposal.pk].goal_id:
        raise WrongStep(current)
    voted = into.votes.values_list("participant_id", flat=True)
    ProposalVote.objects.filter(proposal=proposal).exclude(participant_id__in=list(voted)).update(
        proposal=into
    )
    ProposalVote.objects.filter(proposal=proposal).delete()
    current.proposals.filter(merged_into=proposal).update(merged_into=into)
    current.proposals.filter(pk=proposal.pk).update(merged_into=into, rank=None)
    locks.changed(current)
    events.write(current, Kind.MERGED, proposal=proposal.pk, into=into.pk, dots=into.votes.count())
    audit.record(gettext_noop("took proposals together"), current, by=by, proposal=proposal.pk)


@transaction.atomic
def hide(proposal: Proposal, *, by: User) -> None:
    """Take a proposal off the screens; who chose it may choose again."""
    current = _open(proposal.workshop)
    if not current.proposals.standing().filter(pk=proposal.pk, goal=None).exists():
        raise WrongStep(current)
    ProposalVote.objects.filter(proposal=proposal).delete()
    current.proposals.filter(pk=proposal.pk).update(is_hidden=True, rank=None)
    locks.changed(current)
    events.write(current, Kind.HIDDEN, proposal=proposal.pk)
    audit.record(gettext_noop("hid a proposal"), current, by=by, proposal=proposal.pk)


@transaction.atomic
def show_again(proposal: Proposal, *, by: User) -> None:
    """Back on the screens, by itself and without choices, whether hidden or taken together."""
    current = _open(proposal.workshop)
    current.proposals.filter(pk=proposal.pk).update(is_hidden=False, merged_into=None)
    locks.changed(current)
    events.write(current, Kind.SHOWN_AGAIN, proposal=proposal.pk)
    audit.record(gettext_noop("showed a proposal again"), current, by=by, proposal=proposal.pk)


def _open(workshop: Workshop) -> Workshop:
    current = locks.alone(workshop)
    if current.step not in OPEN:
        raise WrongStep(current)
    return current
