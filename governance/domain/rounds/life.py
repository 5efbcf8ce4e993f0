"""From draft to open to closed. A round closes by hand, or by itself after its last day."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain.rounds import keys, mixing
from governance.domain.rounds.composing import WrongState
from governance.models import Round, RoundLink
from people.models import User

State = Round.State


def is_answered_now(held: Round, today: date | None = None) -> bool:
    """Whether people can answer: its last day counts, also when nobody closed it yet."""
    day = today or localdate(now())
    return held.state == State.OPEN and (held.closes_on is None or day <= held.closes_on)


@transaction.atomic
def open_round(held: Round, *, by: User) -> Round:
    """Let people in: every group gets its address. Raises `WrongState`."""
    current = Round.objects.select_for_update().get(pk=held.pk)
    is_over = current.closes_on is not None and current.closes_on < localdate(now())
    if current.state != State.DRAFT or is_over:
        raise WrongState
    current.state, current.opened_at = State.OPEN, now()
    current.save()
    RoundLink.objects.bulk_create(
        RoundLink(round=current, group=group, token=keys.new_token()) for group in current.groups
    )
    audit.record(gettext_noop("opened a round"), current, by=by)
    return current


@transaction.atomic
def close(held: Round, *, by: User | None = None) -> Round:
    """End it; half forms are thrown away. Raises `WrongState`. Without `by`: by its date."""
    current = Round.objects.select_for_update().get(pk=held.pk)
    if current.state != State.OPEN:
        raise WrongState
    current.state, current.closed_at = State.CLOSED, now()
    current.save()
    mixing.settle(current)
    audit.record(gettext_noop("closed a round"), current, by=by)
    return current


def close_what_is_over() -> int:
    """Close rounds after their last day, and stir the others. Safe to run twice or late."""
    closed = 0
    for held in Round.objects.filter(state=State.OPEN):
        if is_answered_now(held):
            mixing.stir(held)
        else:
            closed += _close_once(held)
    return closed


def _close_once(held: Round) -> int:
    try:
        close(held)
    except WrongState:  # somebody was first
        return 0
    return 1
