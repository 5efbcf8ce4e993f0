"""The demo's goals: something of every state, and safe to run twice."""

from __future__ import annotations

import pytest

from core.clock import now
from governance.domain import goal_queries
from governance.models import Goal, Strategy
from smportal.demo import college, goals

pytestmark = pytest.mark.django_db


def test_the_demo_shows_a_goal_of_every_kind_and_may_be_built_twice() -> None:
    college.build()
    goals.build()
    goals.build()

    states = sorted(Goal.objects.values_list("state", flat=True))
    assert states == ["approved"] * 4 + ["draft", "submitted"]
    assert set(Goal.objects.values_list("domain", flat=True)) == {
        "communication",
        "learning",
        "keeping_up",
    }
    assert Strategy.objects.count() == 3
    stale = goal_queries.stale_indicators(now().date()).filter(goal__state="approved")
    assert [one.goal.title for one in stale] == ["Studenten houden op stage een blog bij"]
    assert str(Goal.objects.get(state="submitted").approver) == "Anja Terpstra"
