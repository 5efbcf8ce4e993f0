"""What a phone in the room does: come in, vote, propose, choose. It has a key, and no name."""

from __future__ import annotations

import hashlib

from django.db import transaction

from governance.domain.workshops import events, locks
from governance.domain.workshops.events import Kind
from governance.domain.workshops.refusals import (
    NoChoiceLeft,
    RoomFull,
    TooManyProposals,
    WrongStep,
)
from governance.models import (
    Participant,
    Proposal,
    ProposalVote,
    Statement,
    StatementVote,
    Workshop,
)

Step = Workshop.Step
MOST_PROPOSALS = 10
MOST_PHONES = 300


def digest(workshop: Workshop, key: str) -> str:
    """What is kept of a key: another word in every workshop, from which the key does not follow."""
    return hashlib.sha256(f"{workshop.pk}:{key}".encode()).hexdigest()


def find(workshop: Workshop, key: str) -> Participant | None:
    """The participant who came in with this key."""
    if not key:
        return None
    return workshop.participants.filter(key_digest=digest(workshop, key)).first()


@transaction.atomic
def join(workshop: Workshop, key: str) -> Participant:
    """Come in, or come back: the same key is the same participant."""
    current = locks.together(workshop)
    if found := find(current, key):
        return found
    if current.participants.count() >= MOST_PHONES:
        raise RoomFull
    participant, is_new = Participant.objects.get_or_create(
        key_digest=digest(current, key), defaults={"workshop": current}
    )
    if is_new:
        events.write(current, Kind.JOINED)
    return participant


@transaction.atomic
def vote(participant: Participant, statement: Statement, value: int) -> StatementVote:
    """One vote per statement; the last one counts. Raises `WrongStep` when the vote is over."""
    current = locks.together(participant.workshop, Step.VOTE)
    if current.statement_on_screen_id not in (None, statement.pk):
        raise WrongStep(current)
    locks.phone(participant)
    cast, is_new = StatementVote.objects.get_or_create(
        participant=participant, statement=statement, defaults={"value": value}
    )
    was = None if is_new else cast.value
    if was != value:
        cast.value = value
        if not is_new:
            cast.save(update_fields=["value"])
        events.write(current, Kind.VOTE, statement=statement.pk, value=value, was=was)
    return cast


@transaction.atomic
def propose(participant: Participant, text: str) -> Proposal:
    """A goal in the words of the phone; the same words twice are one proposal."""
    current = locks.together(participant.workshop, Step.PROPOSE)
    locks.phone(participant)
    own = list(current.proposals.filter(participant=participant))
    for proposal in own:
        if proposal.text == text:
            return proposal
    if len(own) >= MOST_PROPOSALS:
        raise TooManyProposals
    proposal = current.proposals.create(participant=participant, text=text)
    events.write(current, Kind.PROPOSED, proposal=proposal.pk, text=text)
    return proposal


@transaction.atomic
def choose(participant: Participant, proposal: Proposal, *, wanted: bool) -> None:
    """Give one of the few choices, or take it back. Twice is once.

    Raises `NoChoiceLeft` when all are given, `WrongStep` when it is too late or the proposal went.
    """
    current = locks.together(participant.workshop, Step.PRIORITISE)
    locks.phone(participant)
    stands = current.proposals.standing().filter(pk=proposal.pk).first()
    if stands is None:
        raise WrongStep(current)
    if not wanted:
        gone, _ = ProposalVote.objects.filter(participant=participant, proposal=stands).delete()
        if gone:
            events.write(current, Kind.DOT, proposal=stands.pk, given=False)
        return
    given = set(participant.proposal_votes.values_list("proposal_id", flat=True))
    if stands.pk in given:
        return
    if len(given) >= current.dots:
        raise NoChoiceLeft
    ProposalVote.objects.create(participant=participant, proposal=stands)
    events.write(current, Kind.DOT, proposal=stands.pk, given=True)
