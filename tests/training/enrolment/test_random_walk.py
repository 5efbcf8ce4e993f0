"""R16: however people ask, decide, take and give back, no step leads to an illegal state."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from core.clock import now
from core.models import LogEntry
from governance.domain import meantime
from people.models import Role, User
from tests.factories.people import UserFactory
from tests.factories.training import OfferingFactory
from training.domain import enrolment, offerings, refusals
from training.models import Enrolment, Letter, Offering

State = Enrolment.State
LEGAL = {
    ("", State.REQUESTED),
    ("", State.WAITING),
    ("", State.ENROLLED),
    (State.REQUESTED, State.WAITING),
    (State.REQUESTED, State.ENROLLED),
    (State.REQUESTED, State.REFUSED),
    (State.REQUESTED, State.CANCELLED),
    (State.WAITING, State.OFFERED),
    (State.WAITING, State.CANCELLED),
    (State.OFFERED, State.ENROLLED),
    (State.OFFERED, State.EXPIRED),
    (State.OFFERED, State.CANCELLED),
    (State.ENROLLED, State.CANCELLED),
}
BY_VERB = {
    "asked for approval": State.REQUESTED,
    "enrolled": State.ENROLLED,
    "put on the waiting list": State.WAITING,
    "refused the request": State.REFUSED,
    "took the place": State.ENROLLED,
    "declined the place": State.CANCELLED,
    "left the list": State.CANCELLED,
    "offered a place": State.OFFERED,
    "let the offer pass": State.EXPIRED,
}
number = st.integers(0, 5)


class Walk(RuleBasedStateMachine):
    """Six people at one course with few places, and a manager."""

    @initialize(places=st.integers(1, 3), needs_approval=st.booleans())
    def begin(self, places: int, needs_approval: bool) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.clock: Any = time_machine.travel(datetime.fromisoformat("2026-10-01T10:00+02:00"))
        self.traveller = self.clock.start()
        self.offering = OfferingFactory(capacity=places, course__needs_approval=needs_approval)
        self.people = UserFactory.create_batch(6)
        self.dirk: User = UserFactory(roles=[Role.ADMINISTRATOR])

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    def newest(self, who: int) -> Enrolment | None:
        return Enrolment.objects.filter(user=self.people[who]).order_by("-pk").first()

    def attempt(self, step: Any, who: int, **given: Any) -> None:
        """A step at this person's enrolment; a refusal changes nothing."""
        row = self.newest(who)
        if row is None:
            return
        try:
            step(row, **given)
        except refusals.Refusal:
            after = Enrolment.objects.get(pk=row.pk)
            assert (after.state, after.offer_until) == (row.state, row.offer_until)

    @rule(who=number)
    def ask(self, who: int) -> None:
        try:
            enrolment.ask(self.offering, self.people[who])
        except refusals.AlreadyThere:
            row = self.newest(who)
            assert row is not None
            assert row.is_active

    @rule(who=number)
    def approve(self, who: int) -> None:
        self.attempt(enrolment.approve, who, by=self.dirk)

    @rule(who=number)
    def refuse(self, who: int) -> None:
        self.attempt(enrolment.refuse, who, by=self.dirk, reason="Not now.")

    @rule(who=number)
    def accept(self, who: int) -> None:
        self.attempt(enrolment.accept, who)

    @rule(who=number)
    def decline(self, who: int) -> None:
        self.attempt(enrolment.decline, who)

    @rule(who=number)
    def leave(self, who: int) -> None:
        self.attempt(enrolment.leave, who)

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        self.traveller.shift(timedelta(hours=hours))
        enrolment.expire_offers()

    @rule(places=st.integers(1, 4))
    def change_places(self, places: int) -> None:
        current = Offering.objects.get()
        try:
            offerings.change(
                current,
                {"capacity": places},
                trainers=[],
                by=self.dirk,
                seen=meantime.stamp(current),
            )
        except refusals.TooFewPlaces:
            assert current.enrolments.holding().count() > places

    @invariant()
    def nobody_is_too_many(self) -> None:
        if not hasattr(self, "offering"):
            return
        current = Offering.objects.get()
        holding = current.enrolments.holding().count()
        assert holding <= current.capacity
        if current.is_open(now()) and holding < current.capacity:
            assert not current.enrolments.waiting().exists(), "a free place is offered at once"

    @invariant()
    def nobody_is_passed_in_line(self) -> None:
        """Whoever waited when a place was offered, asked later than who was offered it."""
        offered = Enrolment.objects.filter(state=State.OFFERED)
        waiting = Enrolment.objects.waiting()
        for row in offered:
            earlier = waiting.filter(asked_at__lt=row.asked_at, decided_at__lt=row.decided_at)
            assert not earlier.exists()

    @invariant()
    def every_step_is_written_down_and_legal(self) -> None:
        steps: dict[int, list[str]] = {}
        for entry in LogEntry.objects.filter(verb__in=BY_VERB).order_by("pk"):
            steps.setdefault(entry.object_id, [""]).append(BY_VERB[entry.verb])
        for pk, state in Enrolment.objects.values_list("pk", "state"):
            path = steps[pk]
            assert path[-1] == state
            assert set(pairwise(path)) <= LEGAL
        told = Counter(Letter.objects.values_list("key", flat=True))
        assert set(told.values()) <= {1}


@pytest.mark.django_db
def test_no_walk_leads_to_an_illegal_state() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
