"""The guided start reads from what exists where the college is."""

from __future__ import annotations

import pytest

from governance.content.vision_questions import VISION_QUESTIONS
from governance.domain import library, vision_start, visions
from governance.models import Domain, Goal, Policy, PolicySection
from people.models import User
from tests.factories.goals import GoalFactory, StrategyFactory

pytestmark = pytest.mark.django_db


def now_at(domain: str = "") -> str:
    return next((step.code for step in vision_start.look(domain).steps if step.is_now), "")


def test_an_empty_college_begins_at_the_beginning() -> None:
    start = vision_start.look()

    assert (start.done, now_at(), start.chosen) == (0, "strategy", None)


def test_each_step_follows_from_what_was_made(dirk: User) -> None:
    StrategyFactory()
    assert now_at() == "domain"
    assert now_at("learning") == "vision"
    visions.write_from_template(Domain.LEARNING, by=dirk)
    assert now_at() == "goals"
    goal = GoalFactory(domain=Domain.LEARNING, author=dirk)
    assert now_at() == "people"
    Goal.objects.filter(pk=goal.pk).update(state=Goal.State.SUBMITTED)
    assert now_at() == ""
    assert vision_start.look().is_complete


def test_steps_may_be_done_in_another_order(dirk: User) -> None:
    GoalFactory(domain=Domain.LEARNING)

    start = vision_start.look()

    assert start.chosen is not None
    assert start.chosen.domain == Domain.LEARNING
    assert {step.code for step in start.steps if step.is_done} == {"domain", "goals"}


def test_another_domain_starts_anew(dirk: User) -> None:
    StrategyFactory()
    visions.write_from_template(Domain.LEARNING, by=dirk)

    assert now_at("communication") == "vision"


def test_a_goal_that_was_given_up_does_not_count() -> None:
    GoalFactory(domain=Domain.LEARNING, state=Goal.State.DROPPED)

    assert vision_start.look("learning").chosen is not None
    assert vision_start.look("learning").chosen.goals == []  # type: ignore[union-attr]


@pytest.mark.parametrize("domain", list(Domain))
def test_a_vision_begins_with_the_template_of_its_domain(domain: Domain, dirk: User) -> None:
    line = StrategyFactory()

    draft = visions.write_from_template(domain, by=dirk)

    template = visions.template_of(domain)
    assert template is not None
    titles = list(draft.sections.order_by("position").values_list("title", flat=True))
    assert titles == [section.title for section in template.sections]
    assert list(draft.strategies.all()) == [line]
    assert (draft.policy.domain, draft.policy.owner) == (domain, dirk)


def test_a_domain_has_one_vision(dirk: User) -> None:
    first = visions.write_from_template(Domain.LEARNING, by=dirk)

    assert visions.write_from_template(Domain.LEARNING, by=dirk) == first
    assert Policy.objects.count() == 1
    assert PolicySection.objects.filter(version=first).exists()


def test_an_address_that_is_taken_gets_another(dirk: User) -> None:
    taken = visions.write_from_template(Domain.LEARNING, by=dirk).policy.slug
    Policy.objects.update(kind=Policy.Kind.PROTOCOL, domain="")

    assert visions.write_from_template(Domain.LEARNING, by=dirk).policy.slug != taken


def test_a_goal_of_the_library_serves_the_vision(dirk: User) -> None:
    draft = visions.write_from_template(Domain.LEARNING, by=dirk)
    offered = library.offers(domain="learning")[0].goal

    assert library.take(offered, by=dirk).vision == draft.policy


def test_every_domain_has_questions_and_a_template() -> None:
    assert set(VISION_QUESTIONS) == set(Domain.values)
    assert all(visions.template_of(domain) for domain in Domain)
