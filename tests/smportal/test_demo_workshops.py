from __future__ import annotations

import pytest

from governance.domain.workshops import replay
from governance.models import Goal, Workshop
from smportal.demo import college, workshops

pytestmark = pytest.mark.django_db


def test_the_demo_has_a_workshop_that_was_held_and_one_to_hold() -> None:
    college.build()
    workshops.build()
    workshops.build()

    held, prepared = Workshop.objects.order_by("pk")
    events = replay.events_of(held)
    assert (held.step, held.participants.count()) == ("closed", 24)
    assert replay.moment(events, len(events)).votes == 24 * 9
    assert Goal.objects.exclude(owner=None).count() == 5
    assert (prepared.step, prepared.statements.count()) == ("lobby", 10)
    assert not held.participants.exclude(key_digest=None).exists()
