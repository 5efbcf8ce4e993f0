"""Pages about goals: who sees what, what they are told, and that nothing is lost."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain import goals
from governance.models import Goal, Policy
from people.models import Role, User
from tests.factories.goals import GoalFactory, IndicatorFactory
from tests.factories.governance import PolicyFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
State = Goal.State


@pytest.fixture
def anja(db: None) -> User:
    user: User = UserFactory(name="Anja", roles=[Role.BOARD])
    return user


def address(name: str, *args: object) -> str:
    return reverse(f"governance:{name}", args=args)


def page(client: Client, user: User, url: str) -> str:
    client.force_login(user)
    return client.get(url).content.decode()


def goal_data(goal: Goal, **changes: object) -> dict[str, object]:
    kept = ("domain", "title", "activity", "consequence", "effect", "edition")
    return {**{name: getattr(goal, name) for name in kept}, **changes}


# --- who sees what -------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [State.APPROVED, State.REACHED, State.DROPPED])
def test_a_teacher_reads_what_was_decided(client: Client, eva: User, state: str) -> None:
    goal = GoalFactory(state=state)
    client.force_login(eva)

    found = client.get(goal.get_absolute_url())

    assert found.status_code == 200
    assert "Their teacher follows" in found.content.decode()
    assert goal.title in page(client, eva, address("goal-list"))


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED])
def test_a_teacher_does_not_know_of_what_is_in_the_making(
    client: Client, eva: User, state: str
) -> None:
    goal = GoalFactory(state=state)
    client.force_login(eva)

    assert client.get(goal.get_absolute_url()).status_code == 404
    assert goal.title not in page(client, eva, address("goal-list"))


def test_the_owner_sees_their_draft_whatever_their_role(client: Client, eva: User) -> None:
    goal = GoalFactory(owner=eva)

    assert goal.title in page(client, eva, address("goal-list"))
    assert goal.title in page(client, eva, goal.get_absolute_url())


@pytest.mark.parametrize("name", ["goal-create", "goal-library", "strategy-create", "vision-start"])
def test_a_teacher_writes_no_goals(client: Client, eva: User, name: str) -> None:
    client.force_login(eva)

    assert client.get(address(name)).status_code == 403


@pytest.mark.parametrize("name", ["goal-edit", "indicator-create"])
def test_a_teacher_changes_no_goals(client: Client, eva: User, name: str) -> None:
    goal = GoalFactory(owner=eva)
    client.force_login(eva)

    assert client.get(address(name, goal.pk)).status_code == 403


@pytest.mark.parametrize("step", ["submit", "end", "reopen", "take-back", "decide"])
def test_a_teacher_takes_no_step(client: Client, eva: User, step: str) -> None:
    goal = GoalFactory(approved=True)
    client.force_login(eva)

    assert client.post(address(f"goal-{step}", goal.pk), {"note": "x"}).status_code == 403
    goal.refresh_from_db()
    assert goal.state == State.APPROVED


def test_a_teacher_is_offered_no_step(client: Client, eva: User) -> None:
    goal = GoalFactory(approved=True)

    found = page(client, eva, goal.get_absolute_url())

    assert f'action="{goal.get_absolute_url()}' not in found


# --- writing -------------------------------------------------------------------------------------


def test_a_new_goal_is_a_draft_of_who_wrote_it(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    client.post(address("goal-create"), {"domain": "learning", "title": "Blog op stage"})

    goal = Goal.objects.get()
    assert (goal.state, goal.author, goal.title) == (State.DRAFT, dirk, "Blog op stage")


def test_the_address_fills_in_a_new_goal(client: Client, dirk: User) -> None:
    vision = PolicyFactory(kind=Policy.Kind.VISION, domain="learning", title="Onze visie")

    found = page(
        client,
        dirk,
        address("goal-create") + "?domain=learning&title=Blog&activity=Een+blog+bijhouden",
    )

    assert 'value="Blog"' in found
    assert "Een blog bijhouden" in found
    assert '<option value="learning" selected>' in found
    assert f'<option value="{vision.pk}" selected>' in found


def test_a_strange_domain_in_the_address_fills_in_nothing(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    assert client.get(address("goal-create") + "?domain=sport").status_code == 200


def test_a_title_is_asked_for_beside_its_field(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    found = client.post(address("goal-create"), {"domain": "learning"}).content.decode()

    assert 'id="id_title_error"' in found


def test_of_two_writers_the_second_keeps_their_text_and_sees_the_other(
    client: Client, dirk: User, anja: User
) -> None:
    goal = GoalFactory(author=dirk, effect="Begin.")
    goals.save(goal, edition=1, by=anja, fields={"effect": "Van Anja."})
    client.force_login(dirk)

    answer = client.post(address("goal-edit", goal.pk), goal_data(goal, effect="Van Dirk."))

    found = answer.content.decode()
    assert answer.status_code == 409
    assert "Anja</del><ins>Dirk</ins>" in found
    assert 'name="edition" value="2"' in found


def test_saving_again_after_seeing_the_other_text_wins(
    client: Client, dirk: User, anja: User
) -> None:
    goal = GoalFactory(author=dirk)
    goals.save(goal, edition=1, by=anja, fields={"effect": "Van Anja."})
    client.force_login(dirk)

    client.post(address("goal-edit", goal.pk), goal_data(goal, effect="Van beiden.", edition=2))

    goal.refresh_from_db()
    assert goal.effect == "Van beiden."


def test_who_saves_after_the_submission_keeps_their_text_on_the_screen(
    client: Client, dirk: User
) -> None:
    goal = GoalFactory(author=dirk, state=State.SUBMITTED)
    client.force_login(dirk)

    answer = client.post(address("goal-edit", goal.pk), goal_data(goal, effect="Nog iets."))

    assert answer.status_code == 409
    assert "Nog iets." in answer.content.decode()
    assert client.get(address("goal-edit", goal.pk)).status_code == 403


# --- the library ---------------------------------------------------------------------------------


def test_the_library_is_shown_narrowed(client: Client, dirk: User) -> None:
    found = page(client, dirk, address("goal-library") + "?domain=learning")

    assert address("goal-take", "answer_in_time") not in found
    assert found.count("/take/") >= 5


def test_a_goal_is_looked_at_before_it_is_taken(client: Client, dirk: User) -> None:
    found = page(client, dirk, address("goal-preview", "answer_in_time"))

    assert "The webcare team answers" in found
    client.force_login(dirk)
    assert client.get(address("goal-preview", "nothing")).status_code == 404


def test_a_goal_that_was_taken_proposes_its_indicator(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    client.post(address("goal-take", "answer_in_time"))
    goal = Goal.objects.get()

    found = client.get(address("indicator-create", goal.pk)).content.decode()

    assert "Share of tickets answered" in found
    assert '<option value="webcare.answered_in_time" selected>' in found


# --- deciding ------------------------------------------------------------------------------------


def test_a_goal_without_its_chain_is_refused_in_words_that_help(
    client: Client, dirk: User, anja: User
) -> None:
    goal = GoalFactory(author=dirk, consequence="")
    client.force_login(dirk)

    client.post(address("goal-submit", goal.pk), {"approver": anja.pk})

    goal.refresh_from_db()
    assert goal.state == State.DRAFT
    found = page(client, dirk, goal.get_absolute_url())
    assert "what happens because you do this?" in found
    assert "an indicator with a target and a date" in found


def test_a_goal_without_its_chain_is_refused_in_dutch_as_well(client: Client, dirk: User) -> None:
    dirk.language = "nl"
    dirk.save()
    goal = GoalFactory(author=dirk, consequence="")

    assert "Schrijf op wat het gevolg is" in page(client, dirk, goal.get_absolute_url())


def test_a_goal_goes_from_submission_to_approval(client: Client, dirk: User, anja: User) -> None:
    goal = IndicatorFactory(goal__author=dirk).goal
    client.force_login(dirk)
    client.post(address("goal-submit", goal.pk), {"approver": anja.pk})
    assert "You are asked to decide" in page(client, anja, address("goal-list"))

    client.post(address("goal-decide", goal.pk), {"approves": "on", "note": ""})

    goal.refresh_from_db()
    assert (goal.state, goal.approver) == (State.APPROVED, anja)


def test_the_author_is_not_offered_as_approver(client: Client, dirk: User, anja: User) -> None:
    goal = IndicatorFactory(goal__author=dirk).goal

    found = page(client, dirk, goal.get_absolute_url())

    assert f'<option value="{anja.pk}">' in found
    assert f'<option value="{dirk.pk}">' not in found


def test_asking_for_changes_needs_a_reason(client: Client, dirk: User, anja: User) -> None:
    goal = IndicatorFactory(goal__author=dirk).goal
    goals.submit(goal, by=dirk, approver=anja)
    client.force_login(anja)

    client.post(address("goal-decide", goal.pk), {"note": " "})

    goal.refresh_from_db()
    assert goal.state == State.SUBMITTED


def test_who_was_not_asked_does_not_decide(client: Client, dirk: User, anja: User) -> None:
    goal = IndicatorFactory(goal__author=dirk).goal
    goals.submit(goal, by=dirk, approver=anja)
    client.force_login(UserFactory(roles=[Role.BOARD]))

    assert client.post(address("goal-decide", goal.pk), {"approves": "on"}).status_code == 403


def test_ending_a_goal_needs_a_word_about_how(client: Client, dirk: User) -> None:
    goal = GoalFactory(approved=True)
    client.force_login(dirk)

    client.post(address("goal-end", goal.pk), {"note": " "})
    goal.refresh_from_db()
    assert goal.state == State.APPROVED

    client.post(address("goal-end", goal.pk), {"note": "Gelukt.", "reached": "on"})
    goal.refresh_from_db()
    assert (goal.state, goal.closing_note) == (State.REACHED, "Gelukt.")


def test_an_approved_goal_is_opened_again(client: Client, dirk: User) -> None:
    goal = GoalFactory(approved=True)
    client.force_login(dirk)

    client.post(address("goal-reopen", goal.pk))

    goal.refresh_from_db()
    assert goal.state == State.DRAFT


def test_the_page_tells_what_happened(client: Client, dirk: User) -> None:
    goal = GoalFactory(approved=True)
    goals.end(goal, by=dirk, is_reached=True, note="In een jaar gelukt.")

    found = page(client, dirk, goal.get_absolute_url())

    assert "What happened here" in found
    assert "called it reached" in found


def test_nothing_chosen_is_said_in_the_language_of_the_page(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    dirk.language = "nl"
    dirk.save()

    page = client.get(reverse("governance:goal-create")).content.decode()

    assert "niets gekozen" in page
    assert "nothing chosen" not in page
