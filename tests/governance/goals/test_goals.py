"""A goal is written, approved by somebody else, and then reached or given up."""

from __future__ import annotations

import pytest

from core import audit
from governance.domain import goals
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Goal
from people.models import Role, User
from tests.factories.goals import AudienceFactory, GoalFactory, IndicatorFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
State = Goal.State


@pytest.fixture
def anja(db: None) -> User:
    user: User = UserFactory(name="Anja", roles=[Role.BOARD])
    return user


@pytest.fixture
def ready(dirk: User) -> Goal:
    """A goal of Dirk with everything that an approver wants to see."""
    goal: Goal = GoalFactory(author=dirk)
    IndicatorFactory(goal=goal)
    return goal


def codes(goal: Goal) -> list[str]:
    return [problem.code for problem in goals.problems(goal)]


@pytest.mark.parametrize("part", ["activity", "consequence", "effect"])
def test_a_goal_without_a_link_of_its_chain_is_not_ready(part: str) -> None:
    goal = GoalFactory(**{part: "  "})
    IndicatorFactory(goal=goal)

    assert codes(goal) == [f"no_{part}"]


def test_a_goal_without_an_indicator_is_not_ready() -> None:
    assert codes(GoalFactory()) == ["no_indicator"]


def test_an_indicator_without_a_date_is_not_ready() -> None:
    goal = GoalFactory()
    IndicatorFactory(goal=goal, target_date=None)

    assert codes(goal) == ["no_date"]


def test_what_is_not_ready_cannot_be_submitted(dirk: User, anja: User) -> None:
    with pytest.raises(goals.NotReady):
        goals.submit(GoalFactory(author=dirk), by=dirk, approver=anja)


def test_a_goal_is_approved_by_who_was_asked(ready: Goal, dirk: User, anja: User) -> None:
    goals.submit(ready, by=dirk, approver=anja)

    approved = goals.approve(ready, by=anja, note="Mooi.")

    assert (approved.state, approved.decision_note) == (State.APPROVED, "Mooi.")
    assert [entry.verb for entry in audit.history(ready)] == ["approved", "submitted"]


def test_the_author_is_never_the_approver(ready: Goal, dirk: User, anja: User) -> None:
    with pytest.raises(goals.OwnWork):
        goals.submit(ready, by=anja, approver=dirk)


def test_nobody_submits_to_themselves(ready: Goal, anja: User) -> None:
    with pytest.raises(goals.OwnWork):
        goals.submit(ready, by=anja, approver=anja)


def test_who_edits_becomes_the_author_and_cannot_approve(
    ready: Goal, dirk: User, anja: User
) -> None:
    goals.save(ready, edition=1, by=anja, fields={"effect": "Meer diploma’s."})

    with pytest.raises(goals.OwnWork):
        goals.submit(ready, by=dirk, approver=anja)


def test_somebody_else_cannot_decide(ready: Goal, dirk: User, anja: User) -> None:
    goals.submit(ready, by=dirk, approver=anja)

    with pytest.raises(goals.WrongState):
        goals.approve(ready, by=UserFactory())


def test_asking_for_changes_makes_it_a_draft_with_the_remark(
    ready: Goal, dirk: User, anja: User
) -> None:
    goals.submit(ready, by=dirk, approver=anja)

    back = goals.reject(ready, by=anja, note="Wie doet dit?")

    assert (back.state, back.decision_note) == (State.DRAFT, "Wie doet dit?")


def test_a_submitted_goal_is_taken_back(ready: Goal, dirk: User, anja: User) -> None:
    goals.submit(ready, by=dirk, approver=anja)

    assert goals.take_back(ready, by=dirk).state == State.DRAFT


def test_of_two_writers_the_second_is_told(ready: Goal, dirk: User, anja: User) -> None:
    goals.save(ready, edition=1, by=anja, fields={"title": "Van Anja"})

    with pytest.raises(ChangedMeanwhile) as told:
        goals.save(ready, edition=1, by=dirk, fields={"title": "Van Dirk"})

    assert told.value.current.title == "Van Anja"


def test_a_save_keeps_what_the_form_did_not_hold(ready: Goal, dirk: User) -> None:
    audience = AudienceFactory()
    ready.audiences.add(audience)

    saved = goals.save(ready, edition=1, by=dirk, fields={"title": "Anders"})

    saved.refresh_from_db()
    assert (saved.title, saved.edition, list(saved.audiences.all())) == ("Anders", 2, [audience])


def test_what_is_approved_is_not_edited(dirk: User) -> None:
    goal = GoalFactory(approved=True)

    with pytest.raises(goals.WrongState):
        goals.save(goal, edition=1, by=dirk, fields={"title": "Anders"})


@pytest.mark.parametrize(("is_reached", "state"), [(True, State.REACHED), (False, State.DROPPED)])
def test_a_goal_ends_with_a_word_about_how(is_reached: bool, state: str, dirk: User) -> None:
    goal = GoalFactory(approved=True)

    ended = goals.end(goal, by=dirk, is_reached=is_reached, note="Het rooster stond in de weg.")

    assert (ended.state, ended.closing_note) == (state, "Het rooster stond in de weg.")


def test_a_draft_is_not_reached(dirk: User) -> None:
    with pytest.raises(goals.WrongState):
        goals.end(GoalFactory(), by=dirk, is_reached=True, note="Klaar.")


def test_an_ended_goal_is_opened_again_and_needs_approval_again(dirk: User, anja: User) -> None:
    goal = GoalFactory(state=State.DROPPED, approver=anja, closing_note="Geen tijd.")

    again = goals.reopen(goal, by=dirk)

    assert (again.state, again.approver, again.closing_note) == (State.DRAFT, None, "")
