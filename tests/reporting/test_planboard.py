"""The plan of ten reads its state from the portal; what people say themselves goes first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.facts import Fact
from core.models import LogEntry
from governance.domain import plan
from governance.models import Policy, TeamMandate, TipNote
from people.models import Team, User
from reporting.domain import evidence, facts, planboard
from reporting.domain.facts import Facts
from reporting.domain.planboard import State
from tests.factories.governance import PolicyFactory, PolicyVersionFactory
from tests.factories.monitoring import SourceFactory
from tests.factories.people import TeamFactory, UserFactory

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def card(number: int) -> planboard.Card:
    return planboard.board(facts.collect(AT))[number - 1]


def test_an_empty_college_has_ten_cards_of_which_none_is_in_order() -> None:
    cards = planboard.board(facts.collect(AT))

    assert [one.tip.number for one in cards] == list(range(1, 11))
    assert planboard.count_settled(cards) == 0


def test_each_unfinished_tip_of_an_empty_college_leads_to_where_one_acts() -> None:
    assert all(one.next_step for one in planboard.board(facts.collect(AT)))


def test_a_vision_for_one_domain_is_under_way() -> None:
    policy = PolicyFactory(kind=Policy.Kind.VISION, domain="learning")
    PolicyVersionFactory(policy=policy, in_force=True)

    assert card(2).state == State.BUSY


def test_figures_of_goals_are_told_only_when_there_is_something_to_tell() -> None:
    def told(goals: int, stale: int) -> str:
        found = evidence.vision(Facts({"goals": Fact(goals), "goals_stale": Fact(stale)}))
        return " ".join(one.text for one in found)

    with translation.override("en"):
        assert "figure" not in told(goals=0, stale=0)
        assert "Every approved goal has a fresh figure." in told(goals=2, stale=0)
        assert "1 approved goal has no fresh figure." in told(goals=2, stale=1)


def test_a_think_tank_counts_when_it_has_people_and_hours() -> None:
    tank = TeamFactory(code="tank", kind=Team.Kind.THINK_TANK)
    UserFactory.create_batch(3, teams=[tank])
    assert card(3).state == State.BUSY

    TeamMandate.objects.create(team=tank, hours_per_week=4)

    assert card(3).state == State.DONE


def test_listening_is_in_order_when_every_source_was_read_today() -> None:
    SourceFactory(last_success_at=datetime(2026, 11, 2, 8, tzinfo=UTC))
    assert card(5).state == State.DONE

    SourceFactory(last_success_at=datetime(2026, 10, 30, 8, tzinfo=UTC))

    assert card(5).state == State.OPEN


def test_what_people_say_themselves_goes_before_what_the_portal_sees(dirk: User) -> None:
    plan.write_note(8, note="Gebeurt in de lessen burgerschap.", verdict="done", by=dirk)

    assert card(8).state == State.DONE
    assert card(8).note.note == "Gebeurt in de lessen burgerschap."  # type: ignore[union-attr]


def test_taking_a_verdict_back_lets_the_evidence_speak_again(dirk: User) -> None:
    plan.write_note(8, note="", verdict="skipped", by=dirk)
    plan.write_note(8, note="", verdict="", by=dirk)

    assert card(8).state != State.SKIPPED
    assert TipNote.objects.count() == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_board_opens_for_who_governs(client: Client, dirk: User, language: str) -> None:
    User.objects.filter(pk=dirk.pk).update(language=language)
    client.force_login(dirk)

    response = client.get(reverse("reporting:plan"))

    assert response.status_code == 200
    assert response.content.decode().count('class="panel tip"') == 10


@pytest.mark.parametrize("name", ["plan", "line", "overview"])
def test_eva_does_not_see_how_the_college_stands(client: Client, eva: User, name: str) -> None:
    client.force_login(eva)

    assert client.get(reverse(f"reporting:{name}")).status_code == 403


def test_a_note_is_written_from_its_page_and_stands_in_the_audit_trail(
    client: Client, dirk: User
) -> None:
    client.force_login(dirk)

    response = client.post(
        reverse("reporting:tip-note", args=[9]), {"verdict": "", "note": "Ouderavond in maart."}
    )

    assert response.url == reverse("reporting:plan")  # type: ignore[attr-defined]
    assert TipNote.objects.get(number=9).note == "Ouderavond in maart."
    assert LogEntry.objects.filter(verb="wrote about a tip", actor=dirk).exists()


def test_there_is_no_eleventh_tip(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    assert client.get(reverse("reporting:tip-note", args=[11])).status_code == 404
