"""The top five: what the room chose, in which order, by whom, and the goals that come of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.workshops import events, locks
from governance.domain.workshops.events import Kind
from governance.domain.workshops.refusals import NotReady, WrongStep
from governance.models import Goal, Proposal, Workshop
from people.models import User

PLACES = 5


def rank(workshop: Workshop) -> None:
    """Give the five proposals with most choices a place; earlier ones first where equal.

    Inside the transaction of who goes to the last step. Once goals were made, the list stands.
    """
    if workshop.proposals.filter(goal__isnull=False).exists():
        return
    chosen = list(workshop.proposals.standing().with_dots().order_by("-dots", "pk")[:PLACES])
    _store(workshop, [proposal.pk for proposal in chosen if proposal.dots])


def ranked(workshop: Workshop) -> list[Proposal]:
    """The top five in order, with its choices, owners and goals."""
    proposals = workshop.proposals.with_dots().filter(rank__isnull=False)
    return list(proposals.select_related("owner", "goal").order_by("rank"))


def not_ranked(workshop: Workshop) -> list[Proposal]:
    """What did not make it, most choices first."""
    proposals = workshop.proposals.standing().with_dots().filter(rank=None)
    return list(proposals.order_by("-dots", "pk"))


@transaction.atomic
def place(proposal: Proposal, to: int | None, *, by: User) -> None:
    """Put a proposal at a place of the list (1 to 5), or take it out (None).

    What was there moves down; what drops off the end leaves the list.
    """
    current = _open(proposal.workshop)
    order = list(_order(current))
    if proposal.pk in order:
        order.remove(proposal.pk)
    elif not current.proposals.standing().filter(pk=proposal.pk).exists():
        raise WrongStep(current)
    if to is not None:
        order.insert(max(0, to - 1), proposal.pk)
    with_goal = set(current.proposals.filter(goal__isnull=False).values_list("pk", flat=True))
    if with_goal - set(order[:PLACES]):
        raise WrongStep(current)
    _store(current, order[:PLACES])
    locks.changed(current)
    audit.record(gettext_noop("ordered the top five"), current, by=by, proposal=proposal.pk)


@transaction.atomic
def give_owner(proposal: Proposal, owner: User | None, *, by: User) -> None:
    """Who takes it up: somebody in the room who says yes."""
    current = _open(proposal.workshop)
    stands = current.proposals.filter(rank__isnull=False, goal=None).filter(pk=proposal.pk)
    if not stands.update(owner=owner):
        raise WrongStep(current)
    locks.changed(current)
    events.write(current, Kind.OWNER, proposal=proposal.pk)
    audit.record(
        gettext_noop("chose an owner"), current, by=by, proposal=proposal.pk,
        owner=owner.pk if owner else None,
    )  # fmt: skip


@transaction.atomic
def make_goals(workshop: Workshop, *, by: User) -> list[Goal]:
    """A draft of a goal for each proposal of the list; twice makes none again.

    Raises `NotReady` when one has no owner yet. The facilitator is the author, so that somebody
    else approves.
    """
    current = _open(workshop)
    proposals = ranked(current)
    missing = [proposal.text for proposal in proposals if proposal.owner is None]
    if missing or not proposals:
        raise NotReady(missing)
    made = [_make(current, proposal, by) for proposal in proposals if proposal.goal is None]
    if made:
        locks.changed(current)
        events.write(current, Kind.GOALS, count=len(made))
        audit.record(gettext_noop("made goals of the top five"), current, by=by, count=len(made))
    return made


def _make(workshop: Workshop, proposal: Proposal, by: User) -> Goal:
    goal = Goal.objects.create(
        domain=workshop.domain,
        title=proposal.text,
        owner=proposal.owner,
        author=workshop.facilitator or by,
    )
    proposal.goal = goal
    proposal.save(update_fields=["goal"])
    audit.record(gettext_noop("came from a workshop"), goal, by=by, workshop=workshop.pk)
    return goal


def _open(workshop: Workshop) -> Workshop:
    current = locks.alone(workshop)
    if current.step != Workshop.Step.TOP_FIVE:
        raise WrongStep(current)
    return current


def _order(workshop: Workshop) -> list[int]:
    ranked = workshop.proposals.filter(rank__isnull=False).order_by("rank")
    return list(ranked.values_list("pk", flat=True))


def _store(workshop: Workshop, order: list[int]) -> None:
    if order == _order(workshop):
        return
    workshop.proposals.update(rank=None)
    for place_, pk in enumerate(order, start=1):
        workshop.proposals.filter(pk=pk).update(rank=place_)
    events.write(workshop, Kind.RANKED, order=order)
