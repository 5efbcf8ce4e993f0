"""Leaving a channel decently: announced, questions answered, keys taken back, name kept.

Every step is done by somebody at a moment, or skipped with a note that says why. A channel that was
closed stays readable as history, also when its network is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.content.channels import CLOSING_STEPS, ClosingStep
from governance.content.closing_post import proposal
from governance.domain.channels import State, WrongState, touch
from governance.models import ChannelChoice
from governance.models import ClosingStep as Row
from people.models import Institution, User

STEP_CODES = tuple(step.code for step in CLOSING_STEPS)


class NotReady(Exception):
    """Some steps are neither done nor skipped."""


class SettledBefore(Exception):
    """Somebody else did or skipped this step already; `row` says who, when and what."""

    def __init__(self, row: Row) -> None:
        super().__init__("This step was settled by somebody else.")
        self.row = row


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it comes along, and what became of it."""

    content: ClosingStep
    row: Row

    @property
    def is_settled(self) -> bool:
        return self.row.is_settled


@dataclass(frozen=True, slots=True)
class Checklist:
    """All steps of closing a channel, in their order."""

    steps: list[Step]

    @property
    def settled(self) -> int:
        return sum(step.is_settled for step in self.steps)

    @property
    def left(self) -> int:
        return len(self.steps) - self.settled

    @property
    def is_ready(self) -> bool:
        return self.left == 0


@transaction.atomic
def start(
    choice: ChannelChoice, *, edition: int, by: User, close_date: date, reason: str
) -> ChannelChoice:
    """Begin to leave a chosen channel."""
    current = touch(choice, edition=edition, states=(State.CHOSEN,))
    current.state = State.CLOSING
    current.close_date = close_date
    current.closing_reason = reason
    current.decided_by, current.decided_at = by, now()
    current.save()
    Row.objects.bulk_create(
        [Row(choice=current, code=code) for code in STEP_CODES], ignore_conflicts=True
    )
    audit.record(
        gettext_noop("started to close a channel"), current, by=by, reason=reason,
        close_date=close_date.isoformat(),
    )  # fmt: skip
    return current


@transaction.atomic
def keep(choice: ChannelChoice, *, edition: int, by: User) -> ChannelChoice:
    """Stay after all; what was done already is forgotten."""
    current = touch(choice, edition=edition, states=(State.CLOSING,))
    current.state = State.CHOSEN
    current.close_date, current.closing_reason = None, ""
    current.decided_by, current.decided_at = by, now()
    current.save()
    current.closing_steps.all().delete()
    audit.record(gettext_noop("keeps a channel after all"), current, by=by)
    return current


@transaction.atomic
def settle(choice: ChannelChoice, code: str, *, is_done: bool, note: str, by: User) -> Row:
    """Mark a step as done, as skipped (a note says why), or as open again (no note).

    What is settled is opened again first: raises `SettledBefore`, unless it says the same.
    """
    current = ChannelChoice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    if current.state != State.CLOSING:
        raise WrongState
    row, _ = Row.objects.get_or_create(choice=current, code=code)
    if row.is_settled and (is_done or note):
        if (row.done_by, bool(row.done_at), row.note) == (by, is_done, note):
            return row
        raise SettledBefore(row)
    row.done_at = now() if is_done else None
    row.done_by = by if is_done or note else None
    row.note = note
    row.save()
    audit.record(_verb(row), current, by=by, reason=note, step=code)
    return row


def _verb(row: Row) -> str:
    if row.done_at:
        return gettext_noop("did a step of closing")
    return (
        gettext_noop("skipped a step of closing")
        if row.note
        else gettext_noop("opened a step of closing again")
    )


@transaction.atomic
def finish(choice: ChannelChoice, *, edition: int, by: User) -> ChannelChoice:
    """Close the channel. Raises `NotReady` while a step is neither done nor skipped."""
    current = touch(choice, edition=edition, states=(State.CLOSING,))
    if not checklist(current).is_ready:
        raise NotReady
    current.state = State.CLOSED
    current.close_date = localdate(now())
    current.decided_by, current.decided_at = by, now()
    current.save()
    audit.record(gettext_noop("closed a channel"), current, by=by, reason=current.closing_reason)
    return current


def checklist(choice: ChannelChoice) -> Checklist:
    """What has to be done and what was; steps that came along later are open."""
    rows = {row.code: row for row in choice.closing_steps.select_related("done_by")}
    return Checklist(
        [
            Step(step, rows.get(step.code) or Row(choice=choice, code=step.code))
            for step in CLOSING_STEPS
        ]
    )


def announcement(choice: ChannelChoice) -> str:
    """A proposal for the post that says so, with where people find the college from now on."""
    others = ChannelChoice.objects.filter(state=State.CHOSEN).exclude(pk=choice.pk)
    names = dict.fromkeys(other.platform_name for other in others.order_by("-hours_per_week", "pk"))
    college = Institution.objects.current().name
    return proposal(choice.platform_name, college, choice.close_date, list(names)[:4])
