from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now
from governance.domain import policies
from governance.models import PolicyVersion
from people.models import Team, User
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MentionFactory
from webcare.domain import simulation
from webcare.models import Ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(info: Team, comms: Team, dirk: User) -> PolicyVersion:
    """Rosters went to the info centre; the draft gives them to communications."""
    current = policy_in_force({"words": "rooster", "team": info})
    version = policies.start_draft(current.policy, by=dirk)
    version.rules.update(team=comms)
    policies.save(version, edition=1, by=dirk, fields={"summary": "Roosters naar communicatie"})
    return version


def test_it_counts_who_would_have_received_what(
    draft: PolicyVersion, info: Team, comms: Team
) -> None:
    MentionFactory.create_batch(2, text="Waar is het rooster?")
    MentionFactory(text="Mooi weer")

    tryout = simulation.try_out(draft, at=now())

    assert (tryout.total, tryout.unsure) == (3, 1)
    assert tryout.shares == (
        simulation.Share(comms, 2, 0),
        simulation.Share(info, 1, 3),
    )


def test_it_shows_which_messages_go_elsewhere(
    draft: PolicyVersion, info: Team, comms: Team
) -> None:
    moved = MentionFactory(text="Waar is het rooster?")
    MentionFactory(text="Mooi weer")

    tryout = simulation.try_out(draft, at=now())

    assert tryout.changed == 1
    assert [(move.mention, move.before, move.after) for move in tryout.moves] == [
        (moved, info, comms)
    ]


def test_it_leaves_no_trace(draft: PolicyVersion) -> None:
    mention = MentionFactory(text="Waar is het rooster?")

    simulation.try_out(draft, at=now())

    mention.refresh_from_db()
    assert mention.triaged_at is None
    assert not Ticket.objects.exists()


def test_our_own_posts_and_reposts_do_not_count(draft: PolicyVersion) -> None:
    MentionFactory(is_own=True)
    MentionFactory(is_repost=True)

    assert simulation.try_out(draft, at=now()).total == 0


def test_the_page_tells_a_manager(client: Client, draft: PolicyVersion, dirk: User) -> None:
    MentionFactory(text="Waar is het rooster?")
    client.force_login(dirk)

    page = client.get(reverse("webcare:simulation", args=[draft.pk])).content.decode()

    assert "1 goes elsewhere" in page


def test_an_agent_does_not_rehearse_policies(
    client: Client, draft: PolicyVersion, anna: User
) -> None:
    client.force_login(anna)

    assert client.get(reverse("webcare:simulation", args=[draft.pk])).status_code == 403


def test_what_no_rule_takes_up_goes_as_it_was_judged_when_it_came_in(
    draft: PolicyVersion, comms: Team
) -> None:
    MentionFactory(text="Mooi weer", judged_team="comms", judged_certainty=0.95)

    tryout = simulation.try_out(draft, at=now())

    assert (tryout.shares, tryout.unsure) == ((simulation.Share(comms, 1, 1),), 0)
