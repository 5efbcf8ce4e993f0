from __future__ import annotations

import pytest

from governance.domain.rounds import composing, life
from governance.domain.rounds.composing import OwnQuestion, Plan
from governance.models import Group, Round, RoundLink
from people.models import User

PLAN = Plan(
    title="Meting 2026",
    groups=(Group.TEACHERS, Group.STUDENTS),
    introduction="Wij willen het weten.",
    optional=("expertise-11",),
    own=(OwnQuestion("Ik gebruik de mediatheek.", "material", (Group.STUDENTS,)),),
)


@pytest.fixture
def draft(dirk: User) -> Round:
    return composing.create(PLAN, by=dirk)


@pytest.fixture
def opened(draft: Round, dirk: User) -> Round:
    return life.open_round(draft, by=dirk)


@pytest.fixture
def link(opened: Round) -> RoundLink:
    return opened.links.select_related("round").get(group=Group.STUDENTS)
