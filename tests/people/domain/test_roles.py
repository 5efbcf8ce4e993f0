from __future__ import annotations

import pytest

from core import audit
from people.domain import roles
from people.models import Membership, Role, Team, User

pytestmark = pytest.mark.django_db


def test_a_person_holds_exactly_what_is_given(
    anna: User, dirk: User, info: Team, comms: Team
) -> None:
    roles.assign(anna, roles=[Role.SPOKESPERSON], teams=[comms], by=dirk)

    changed = User.objects.get(pk=anna.pk)
    assert changed.roles == {Role.SPOKESPERSON}
    assert changed.team_ids == {comms.pk}


def test_what_stays_is_left_alone(anna: User, dirk: User, info: Team, comms: Team) -> None:
    membership = Membership.objects.get(user=anna)

    roles.assign(anna, roles=[Role.AGENT], teams=[info, comms], by=dirk)

    assert Membership.objects.get(user=anna, team=info) == membership


def test_a_change_of_access_is_written_down_and_no_change_is_not(
    anna: User, dirk: User, info: Team
) -> None:
    roles.assign(anna, roles=[Role.AGENT], teams=[info], by=dirk)
    assert not audit.history(anna).exists()

    roles.assign(anna, roles=[], teams=[info], by=dirk)

    line = audit.history(anna).get()
    assert (line.verb, line.actor) == ("access-changed", dirk)
    assert line.detail["before"]["roles"] == ["agent"]
    assert line.detail["after"]["roles"] == []
