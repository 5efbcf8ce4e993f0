"""Choosing channels: considered, scored per audience, chosen or not, always with a reason.

Publication, chapter 3: choose by where your audiences are, what they expect, and how open a
platform is; and do not take part in everything. Nothing is impossible here, but what speaks against
it is said first, and going on in spite of it takes a reason that is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import channel_hours
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Audience, ChannelChoice, ChannelScore
from people.models import User

State = ChannelChoice.State
DECIDABLE, EDITABLE = ChannelChoice.DECIDABLE, ChannelChoice.EDITABLE


class WrongState(Exception):
    """The choice is not in a state in which this can be done."""


class NeedsReason(Exception):
    """Something speaks against it; `objections` says what, and nobody said why it happens yet."""

    def __init__(self, objections: list[Objection]) -> None:
        super().__init__("There are objections, and no reason to go on.")
        self.objections = objections


@dataclass(frozen=True, slots=True)
class Objection:
    """What speaks against opening this channel: "hours", "no_goal", "no_audience"."""

    code: str
    hours: channel_hours.Hours | None = None


@transaction.atomic
def create(*, by: User, fields: Mapping[str, Any]) -> ChannelChoice:
    """Write down a channel: one to consider, or one that the college is on, or was on."""
    values = dict(fields)
    goals = values.pop("goals", [])
    made = ChannelChoice(**values)
    if made.state != State.CONSIDERED:
        made.decided_by, made.decided_at = by, now()
    made.save()
    made.goals.set(goals)
    audit.record(gettext_noop("wrote a channel down"), made, by=by, state=made.state)
    return made


@transaction.atomic
def save(
    choice: ChannelChoice, *, edition: int, by: User, fields: Mapping[str, Any]
) -> ChannelChoice:
    """Change why, hours, owner and the like. Raises `ChangedMeanwhile` or `WrongState`."""
    current = touch(choice, edition=edition)
    values = dict(fields)
    goals = values.pop("goals", None)
    for name, value in values.items():
        setattr(current, name, value)
    current.save()
    if goals is not None:
        current.goals.set(goals)
    audit.record(gettext_noop("changed a channel"), current, by=by, fields=sorted(fields))
    return current


@transaction.atomic
def score(
    choice: ChannelChoice,
    audience: Audience,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
) -> ChannelScore:
    """Say what the platform is worth for an audience."""
    current = touch(choice, edition=edition)
    made, _ = ChannelScore.objects.update_or_create(
        choice=current, audience=audience, defaults=dict(fields)
    )
    audit.record(
        gettext_noop("scored a channel"),
        current,
        by=by,
        reason=made.reason,
        audience=audience.code,
        total=made.total,
    )
    return made


def objections(choice: ChannelChoice) -> list[Objection]:
    """What speaks against being on this channel, to be said before it is chosen."""
    found = []
    hours = channel_hours.with_one_more(choice)
    if hours.is_short:
        found.append(Objection("hours", hours))
    if not choice.goals.exists():
        found.append(Objection("no_goal"))
    if not any(one.total for one in choice.scores.all()):
        found.append(Objection("no_audience"))
    return found


@transaction.atomic
def decide(
    choice: ChannelChoice, *, state: str, edition: int, by: User, reason: str, despite: str = ""
) -> ChannelChoice:
    """Choose or decline a channel that is considered, or consider a declined one again.

    Raises `NeedsReason` when something speaks against choosing it and `despite` is empty.
    """
    current = touch(choice, edition=edition)
    if current.state not in DECIDABLE or state not in (*DECIDABLE, State.CHOSEN):
        raise WrongState
    against = objections(current) if state == State.CHOSEN else []
    if against and not despite.strip():
        raise NeedsReason(against)
    _settle(current, state, by, reason)
    codes = [one.code for one in against]
    audit.record(
        VERBS[state], current, by=by, reason=reason, objections=codes,
        despite=despite if against else "",
    )  # fmt: skip
    return current


VERBS: dict[str, str] = {
    State.CHOSEN: gettext_noop("chose a channel"),
    State.DECLINED: gettext_noop("declined a channel"),
    State.CONSIDERED: gettext_noop("considers a channel again"),
}


@transaction.atomic
def reconsider(choice: ChannelChoice, *, edition: int, by: User) -> ChannelChoice:
    """Think again about a channel that was declined or closed."""
    current = touch(choice, edition=edition, states=(State.DECLINED, State.CLOSED))
    _settle(current, State.CONSIDERED, by, current.reason)
    current.close_date, current.closing_reason = None, ""
    current.save()
    current.closing_steps.all().delete()
    audit.record(VERBS[State.CONSIDERED], current, by=by)
    return current


def _settle(current: ChannelChoice, state: str, by: User, reason: str) -> None:
    current.state = state
    current.reason = reason
    current.decided_by, current.decided_at = by, now()
    current.save()


def touch(
    choice: ChannelChoice, *, edition: int, states: tuple[str, ...] = EDITABLE
) -> ChannelChoice:
    """Take the next edition of a choice, inside the caller's transaction.

    Whoever changes a choice, its scores or its closing goes through here, so that two people who
    do so at once lose nothing: the second gets `ChangedMeanwhile`.
    """
    current = ChannelChoice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    if current.edition != edition:
        raise ChangedMeanwhile(current)
    if current.state not in states:
        raise WrongState
    current.edition = edition + 1
    current.save(update_fields=["edition", "updated_at"])
    return current
