"""That somebody got the mandate to post or lost it: noticed, written down and told.

The mandate itself is computed and needs none of this. What is kept here is only what was noticed
last, so that a change is seen once. The heartbeat compares everybody; a confirmation and an award
compare one person at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import mandates as asked_by_policy
from governance.domain.mandates import Requirements
from people.models import User
from training.domain import mandates
from training.domain.mandate_standing import why_not
from training.models import MandateState

GOT = gettext_noop("got the mandate")
LOST = gettext_noop("lost the mandate")


def compare_all(*, at: datetime) -> int:
    """Notice who got or lost the mandate since the last time; how many that were."""
    return _compare(User.objects.filter(is_active=True), at)


def compare(user: User) -> int:
    """The same for one person, after something that can give or take it."""
    return _compare(User.objects.filter(pk=user.pk), now())


def follow(user: User) -> None:
    """After a confirmation."""
    compare(user)


def _compare(people: Any, at: datetime) -> int:
    asked = asked_by_policy.requirements()
    if asked.asks_nothing:
        return 0
    found = mandates.with_facts(people, asked, localdate(at))
    got = Q(holds_mandate=True) & ~Q(mandate_state__is_held=True)
    lost = Q(holds_mandate=False) & Q(mandate_state__is_held=True)
    return sum(_note(person, asked, at) for person in found.filter(got | lost).order_by("pk"))


@transaction.atomic
def _note(person: Any, asked: Requirements, at: datetime) -> int:
    """Write down what was noticed; 0 when another process did already."""
    held: bool = person.holds_mandate
    why, params = "", dict[str, Any]()
    if not held:
        why, params = why_not(person, asked, mandates.facts_in(person), localdate(at))
    state, is_new = MandateState.objects.get_or_create(
        user=person, defaults={"is_held": held, "since": at, "why": why, "params": params}
    )
    if not is_new:
        before = MandateState.objects.filter(pk=state.pk).exclude(is_held=held)
        if not before.update(is_held=held, since=at, why=why, params=params):
            return 0
    audit.record(GOT if held else LOST, state, why=why, **params)
    return 1
