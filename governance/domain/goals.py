"""The life of a goal: written, approved by somebody else, then reached or given up.

Publication chapter 3: cause, consequence and effect belong together; without them it is "a nice
list of actions without any effect". What is approved is not changed: it goes back to the drawing
table first, and is approved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Audience, Goal, Indicator
from people.models import User

State = Goal.State
CHAIN = ("activity", "consequence", "effect")


class WrongState(Exception):
    """The goal is not in a state in which this can be done."""


class OwnWork(Exception):
    """Nobody approves a goal that they wrote."""


class NotReady(Exception):
    """The goal cannot be submitted; `problems` says why, one entry each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("The goal is not ready.")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the way of approval: a code, and the indicator it concerns."""

    code: str
    indicator: Indicator | None = None


@transaction.atomic
def create(goal: Goal, *, by: User, audiences: Iterable[Audience] = ()) -> Goal:
    """Store a new goal as a draft."""
    goal.author = by
    goal.state = State.DRAFT
    goal.save()
    goal.audiences.set(audiences)
    audit.record(gettext_noop("wrote a goal"), goal, by=by, library=goal.library_code)
    return goal


@transaction.atomic
def save(
    goal: Goal,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
    audiences: Iterable[Audience] | None = None,
) -> Goal:
    """Write `fields` of a draft, as seen at `edition`.

    Raises `ChangedMeanwhile` when another save came first, `WrongState` when it is no draft.
    """
    current = touch(goal, edition=edition, by=by)
    for name, value in fields.items():
        setattr(current, name, value)
    current.save(update_fields=[*fields, "updated_at"])
    if audiences is not None:
        current.audiences.set(audiences)
    audit.record(gettext_noop("edited"), current, by=by, fields=sorted(fields))
    return current


def touch(goal: Goal, *, edition: int, by: User) -> Goal:
    """Take the next edition of a draft, inside the caller's transaction.

    Whoever changes the goal or one of its indicators goes through here, so that of two people at
    once the second is told. The one who edits becomes its author, and so cannot approve it.
    """
    current = _locked(goal)
    if not current.is_editable:
        raise WrongState
    if current.edition != edition:
        raise ChangedMeanwhile(current)
    current.edition = edition + 1
    current.author = by
    current.save(update_fields=["edition", "author", "updated_at"])
    return current


def problems(goal: Goal) -> list[Problem]:
    """What must be put right before this goal can be approved."""
    found = [Problem(f"no_{part}") for part in CHAIN if not getattr(goal, part).strip()]
    indicators = list(goal.indicators.order_by("pk"))
    if not indicators:
        found.append(Problem("no_indicator"))
    found += [Problem("no_date", one) for one in indicators if one.target_date is None]
    return found


@transaction.atomic
def submit(goal: Goal, *, by: User, approver: User) -> Goal:
    """Ask `approver`, a person and not the author, to decide. Raises `NotReady` or `OwnWork`."""
    current = _locked(goal)
    if current.state != State.DRAFT:
        raise WrongState
    if approver.pk in {by.pk, current.author_id}:
        raise OwnWork
    if found := problems(current):
        raise NotReady(found)
    current.state = State.SUBMITTED
    current.approver = approver
    current.submitted_at = now()
    current.decided_at = None
    current.decision_note = ""
    current.save()
    audit.record(gettext_noop("submitted"), current, by=by, approver=approver.pk)
    return current


@transaction.atomic
def approve(goal: Goal, *, by: User, note: str = "") -> Goal:
    """From now on the college works on this goal."""
    current = _decidable(goal, by)
    current.state = State.APPROVED
    current.decided_at = now()
    current.decision_note = note
    current.save()
    audit.record(gettext_noop("approved"), current, by=by, reason=note)
    return current


@transaction.atomic
def reject(goal: Goal, *, by: User, note: str) -> Goal:
    """Ask for changes: it is a draft again, with the remark above it."""
    current = _decidable(goal, by)
    current.state = State.DRAFT
    current.decided_at = now()
    current.decision_note = note
    current.save()
    audit.record(gettext_noop("asked for changes"), current, by=by, reason=note)
    return current


@transaction.atomic
def take_back(goal: Goal, *, by: User) -> Goal:
    """Take a submitted goal back to the drawing table."""
    return _to_draft(goal, {State.SUBMITTED}, gettext_noop("took back"), by=by)


@transaction.atomic
def reopen(goal: Goal, *, by: User) -> Goal:
    """Make an approved or ended goal a draft again: it can be changed, and is approved again."""
    ended = {State.APPROVED, State.REACHED, State.DROPPED}
    return _to_draft(goal, ended, gettext_noop("opened again"), by=by)


@transaction.atomic
def end(goal: Goal, *, by: User, is_reached: bool, note: str) -> Goal:
    """Say how it ended. Only an approved goal is reached; a draft can be given up as well."""
    current = _locked(goal)
    may_end = {State.APPROVED} if is_reached else {State.APPROVED, State.DRAFT}
    if current.state not in may_end:
        raise WrongState
    current.state = State.REACHED if is_reached else State.DROPPED
    current.closing_note = note
    current.save(update_fields=["state", "closing_note", "updated_at"])
    verb = gettext_noop("called it reached") if is_reached else gettext_noop("gave it up")
    audit.record(verb, current, by=by, reason=note)
    return current


def _to_draft(goal: Goal, states: set[State], verb: str, *, by: User) -> Goal:
    current = _locked(goal)
    if current.state not in states:
        raise WrongState
    current.state = State.DRAFT
    current.approver = current.submitted_at = None
    current.closing_note = ""
    current.save()
    audit.record(verb, current, by=by)
    return current


def _locked(goal: Goal) -> Goal:
    return Goal.objects.select_for_update(of=("self",)).get(pk=goal.pk)


def _decidable(goal: Goal, by: User) -> Goal:
    current = _locked(goal)
    if current.state != State.SUBMITTED or by.pk != current.approver_id:
        raise WrongState
    if by.pk == current.author_id:
        raise OwnWork
    return current
