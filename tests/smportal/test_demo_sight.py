"""The demo has a line of sight that can be walked, with a few loose ends left to see."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from core.clock import now
from governance.models import PolicyVersion
from reporting.domain import line_of_sight, loose_ends


@pytest.mark.django_db
def test_the_demo_can_be_walked_from_vision_to_channel_and_filled_twice() -> None:
    call_command("demo")
    call_command("demo")

    sight = line_of_sight.look(at=now())

    assert [line.version is not None for line in sight.visions] == [True, True, False]
    assert any(line.channels for line in sight.visions[0].goals)
    assert loose_ends.of(sight)
    assert PolicyVersion.objects.in_force().filter(policy__kind="vision").count() == 2
