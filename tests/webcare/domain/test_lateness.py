"""What a try-out says about time, by small cases on one Monday of office hours (9 to 17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from core.clock import now
from governance.domain import policies
from governance.domain.clause_settings import DEFAULT_TARGET
from governance.models import PolicyVersion
from people.models import Team, User
from tests.factories.clauses import says
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MentionFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory
from webcare.domain import simulation
from webcare.domain.simulation import Tryout
from webcare.models import Ticket

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""Ten in the morning in Amsterdam."""


@pytest.fixture(autouse=True)
def friday() -> Iterator[None]:
    with time_machine.travel(MONDAY + timedelta(days=4), tick=False):
        yield


@pytest.fixture
def draft(info: Team, comms: Team, dirk: User) -> PolicyVersion:
    """Rosters within four hours; the draft wants one hour."""
    current = policy_in_force({"words": "rooster", "team": info, "target_minutes": 240})
    version = policies.start_draft(current.policy, by=dirk)
    changes(version, target_minutes=60)
    return version


def changes(version: PolicyVersion, **fields: Any) -> None:
    version.rules.update(**fields)
    # The compiled table of an edition is kept.
    PolicyVersion.objects.filter(pk=version.pk).update(edition=version.edition + 1)
    version.refresh_from_db()


def asked(team: Team, hours: float | None = None, text: str = "rooster", **fields: Any) -> Ticket:
    """Somebody asked on Monday at ten; answered so many hours later."""
    answered_at = None if hours is None else MONDAY + timedelta(hours=hours)
    ticket: Ticket = TicketFactory(
        team=team, opened_at=MONDAY, first_answered_at=answered_at, **fields
    )
    mention = MentionFactory(text=text, published_at=MONDAY)
    TicketMessageFactory(ticket=ticket, mention=mention)
    return ticket


def late(tryout: Tryout) -> dict[str, tuple[int, int]]:
    return {
        share.team.code: (share.late, share.late_before) for share in tryout.shares if share.team
    }


def test_real_answers_are_laid_beside_both_targets(draft: PolicyVersion, info: Team) -> None:
    asked(info, hours=0.5)
    asked(info, hours=2)
    asked(info, hours=5)

    tryout = simulation.try_out(draft, at=now())

    assert late(tryout) == {"info": (2, 1)}
    assert (tryout.guessed, tryout.unknown) == (0, 0)


def test_what_nobody_answered_is_late_when_its_time_is_over(
    draft: PolicyVersion, info: Team
) -> None:
    asked(info)
    assert late(simulation.try_out(draft, at=now())) == {"info": (1, 1)}

    with time_machine.travel(MONDAY + timedelta(hours=2), tick=False):
        assert late(simulation.try_out(draft, at=now())) == {"info": (1, 0)}


def test_only_office_hours_count(draft: PolicyVersion, info: Team) -> None:
    changes(draft, target_minutes=8 * 60)
    asked(info, hours=23.5)  # on Tuesday, before the same hour

    assert late(simulation.try_out(draft, at=now())) == {"info": (0, 1)}


def test_what_needed_no_answer_is_never_late(draft: PolicyVersion, info: Team) -> None:
    closed: dict[str, Any] = {"state": "closed", "closed_at": now()}
    asked(info, outcome="no_answer", **closed)
    asked(info, outcome="spam", **closed)

    assert late(simulation.try_out(draft, at=now())) == {"info": (0, 0)}


def test_what_was_settled_in_person_ends_when_it_was_closed(
    draft: PolicyVersion, info: Team
) -> None:
    asked(info, outcome="offline", state="closed", closed_at=MONDAY + timedelta(hours=2))

    assert late(simulation.try_out(draft, at=now())) == {"info": (1, 0)}


def test_a_later_message_of_a_conversation_has_no_deadline_of_its_own(
    draft: PolicyVersion, info: Team
) -> None:
    ticket = asked(info, hours=0.5)
    later = MentionFactory(text="rooster?", published_at=MONDAY + timedelta(hours=3))
    TicketMessageFactory(ticket=ticket, mention=later)

    tryout = simulation.try_out(draft, at=now())

    assert (tryout.total, tryout.late) == (2, 0)


def test_what_would_go_to_another_team_is_guessed_by_how_long_that_team_takes(
    draft: PolicyVersion, info: Team, comms: Team
) -> None:
    changes(draft, team=comms, target_minutes=60)
    asked(info, hours=0.5)
    for hours in (0.5, 3, 4):
        asked(comms, hours=hours, text="mooi weer")

    tryout = simulation.try_out(draft, at=now())

    assert late(tryout)["comms"] == (1, 0)
    assert tryout.guessed >= 1


def test_of_a_team_that_never_answered_nothing_is_said(
    draft: PolicyVersion, info: Team, comms: Team
) -> None:
    changes(draft, team=comms)
    asked(info, hours=0.5)

    tryout = simulation.try_out(draft, at=now())

    assert late(tryout)["comms"] == (0, 0)
    assert tryout.unknown == 1


def test_what_stood_there_before_we_listened_was_asked_of_nobody(draft: PolicyVersion) -> None:
    MentionFactory(text="rooster", published_at=MONDAY, is_history=True)

    tryout = simulation.try_out(draft, at=now())

    assert (tryout.total, tryout.late, tryout.unknown) == (1, 0, 0)


def test_the_clause_about_what_is_left_open_counts_in_a_try_out(
    draft: PolicyVersion, info: Team
) -> None:
    says(draft, (DEFAULT_TARGET, 60))
    asked(info, hours=2, text="mooi weer")

    assert late(simulation.try_out(draft, at=now())) == {"info": (1, 0)}


def test_approval_and_categories_are_counted_too(draft: PolicyVersion, info: Team) -> None:
    changes(draft, needs_approval=True, category="schedule")
    asked(info, hours=0.5)

    tryout = simulation.try_out(draft, at=now())

    assert (tryout.approvals, tryout.approvals_before) == (1, 0)
    assert [(one.name, one.count, one.before) for one in tryout.categories] == [
        ("question", 0, 1),
        ("schedule", 1, 0),
    ]


def test_ninety_days_count(draft: PolicyVersion) -> None:
    MentionFactory(text="rooster", published_at=now() - timedelta(days=89))
    MentionFactory(text="rooster", published_at=now() - timedelta(days=91))

    assert simulation.try_out(draft, at=now()).total == 1


def test_of_too_many_the_newest_count_and_it_says_so(draft: PolicyVersion) -> None:
    newest = MentionFactory(text="rooster", published_at=MONDAY + timedelta(days=1))
    MentionFactory(text="rooster", published_at=MONDAY)

    tryout = simulation.try_out(draft, at=now(), limit=1)

    assert (tryout.total, tryout.is_part, tryout.since) == (1, True, newest.published_at)
