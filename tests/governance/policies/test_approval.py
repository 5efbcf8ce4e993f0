"""Who wrote any of it does not decide on it; and the second revision goes like the first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from core import audit
from core.clock import now
from governance.domain import consultations, policies, review_dates, reviews
from governance.models import (
    ClauseSetting,
    HouseRule,
    Policy,
    PolicyVersion,
    QuizQuestion,
    Review,
    Strategy,
)
from people.models import Role, User
from tests.factories.governance import PolicySectionFactory, RoutingRuleFactory, policy_in_force
from tests.factories.people import UserFactory
from tests.governance.policies.addresses import address

pytestmark = pytest.mark.django_db
State = PolicyVersion.State


@pytest.mark.parametrize("part", ["clause", "rule", "version"])
def test_who_edited_anything_cannot_approve_it(
    protocol: PolicyVersion, dirk: User, frank: User, part: str
) -> None:
    match part:
        case "clause":
            policies.write_section(protocol, by=frank, fields={"title": "Nieuw", "what": "Nieuw"})
        case "rule":
            team = policy_in_force({"words": "x"}).fallback_team
            fields = {"name": "Regel", "team": team, "category": "vraag"}
            policies.write_rule(protocol, edition=1, by=frank, fields=fields)
        case _:
            policies.save(protocol, edition=1, by=frank, fields={"summary": "Van Frank"})

    with pytest.raises(policies.OwnWork):
        policies.submit(protocol, by=dirk, approver=frank)


def test_two_editors_cannot_approve_each_others_work(
    client: Client, protocol: PolicyVersion, dirk: User, frank: User
) -> None:
    third = UserFactory(roles=[Role.BOARD], name="Bestuur")
    policies.save(protocol, edition=1, by=frank, fields={"summary": "Van Frank"})
    client.force_login(dirk)

    page = client.get(protocol.get_absolute_url())

    assert list(page.context["submit_form"].fields["approver"].queryset) == [third]
    client.post(address("version-submit", protocol), {"approver": frank.pk})
    protocol.refresh_from_db()
    assert protocol.state == State.DRAFT


def test_a_version_is_submitted_with_a_day_to_decide_by(
    client: Client, protocol: PolicyVersion, dirk: User, frank: User
) -> None:
    client.force_login(dirk)
    day = now().date() + timedelta(days=7)

    client.post(
        address("version-submit", protocol), {"approver": frank.pk, "decide_by": day.isoformat()}
    )

    protocol.refresh_from_db()
    assert (protocol.state, protocol.decide_by) == (State.SUBMITTED, day)


def test_a_day_that_is_over_is_refused(
    client: Client, protocol: PolicyVersion, dirk: User, frank: User
) -> None:
    client.force_login(dirk)

    page = client.post(
        address("version-submit", protocol),
        {"approver": frank.pk, "decide_by": "2020-01-01"},
        follow=True,
    )

    assert "This day is over already." in page.content.decode()
    protocol.refresh_from_db()
    assert protocol.state == State.DRAFT


def test_everything_of_a_version_is_carried_into_the_next(dirk: User) -> None:
    old = policy_in_force(button_text="Ik doe mee", fallback_target_minutes=90)
    section = old.sections.get()
    section.house_rules.add(HouseRule.objects.create(title="Integriteitscode"))
    ClauseSetting.objects.create(section=section, code="review.months", value=12)
    RoutingRuleFactory(version=old, section=section, position=1, words="rooster")
    RoutingRuleFactory(version=old, position=2, words="klacht")
    QuizQuestion.objects.create(
        version=old, position=1, section_key=section.key, text="?", options=["a", "b"], right=1
    )
    old.strategies.add(Strategy.objects.create(title="Dichtbij"))

    draft = policies.start_draft(old.policy, by=dirk)

    copy = draft.sections.get()
    assert (copy.key, copy.what, copy.edition) == (section.key, section.what, 1)
    assert copy.pk != section.pk
    assert list(copy.house_rules.values_list("title", flat=True)) == ["Integriteitscode"]
    assert list(copy.settings.values_list("code", "value")) == [("review.months", 12)]
    assert [rule.section for rule in draft.rules.order_by("position")] == [copy, None]
    assert draft.questions.get().section_key == section.key
    assert list(draft.strategies.values_list("title", flat=True)) == ["Dichtbij"]
    assert (draft.button_text, draft.fallback_target_minutes) == ("Ik doe mee", 90)
    assert list(draft.writers.all()) == [dirk]
    assert old.sections.count() == old.questions.count() == 1


def test_the_second_revision_goes_the_whole_way_as_the_first(
    protocol: PolicyVersion, dirk: User, frank: User, eva: User
) -> None:
    policy = protocol.policy
    for turn in (1, 2):
        draft = policies.start_draft(policy, by=dirk)
        policies.write_section(draft, by=dirk, fields={"title": f"Ronde {turn}", "what": "Nieuw"})
        consultation = consultations.start(
            draft, by=dirk, question="?", ends_at=now() + timedelta(days=1), people=[eva]
        )
        remark = consultations.leave_remark(consultation, by=eva, text="Goed.")
        consultations.close(consultation, by=dirk)
        with pytest.raises(policies.NotReady):
            policies.submit(draft, by=dirk, approver=frank)
        consultations.answer(remark, by=dirk, outcome="taken", text="Dank.")
        policies.submit(draft, by=dirk, approver=frank)
        policies.approve(draft, by=frank)

    numbers = policy.versions.order_by("number").values_list("number", "state")
    assert list(numbers) == [(1, State.HISTORIC), (2, State.IN_FORCE)]
    newest = policy.versions.get(number=2)
    assert newest.sections.count() == 3
    assert newest.consultations.get().remarks.get().answer == "Dank."


@time_machine.travel("2026-01-31 10:00:00+00:00", tick=False)
def test_approval_plans_the_next_review(protocol: PolicyVersion, dirk: User, frank: User) -> None:
    Policy.objects.update(review_months=1)
    policies.submit(protocol, by=dirk, approver=frank)

    policies.approve(protocol, by=frank)

    assert Review.objects.get().planned_date == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert review_dates.months_later(day, months) == later


@pytest.fixture
def in_force(protocol: PolicyVersion, dirk: User, frank: User) -> PolicyVersion:
    policies.submit(protocol, by=dirk, approver=frank)
    return policies.approve(protocol, by=frank)


def test_a_review_that_keeps_the_policy_plans_the_next_one(
    in_force: PolicyVersion, dirk: User
) -> None:
    with time_machine.travel(now() + timedelta(days=400), tick=False):
        done = reviews.keep(in_force.policy, by=dirk, note="Klopt nog.")

        assert (done.version, done.outcome) == (in_force, Review.Outcome.KEEP)
        assert Review.objects.planned().get().planned_date > now().date()


def test_a_review_that_asks_for_a_change_starts_the_draft(
    in_force: PolicyVersion, dirk: User
) -> None:
    draft = reviews.change(in_force.policy, by=dirk, note="Nieuw kanaal.")

    assert (draft.number, draft.state) == (2, State.DRAFT)


def test_a_policy_that_is_withdrawn_stays_readable(
    client: Client, in_force: PolicyVersion, dirk: User, eva: User
) -> None:
    reviews.withdraw(in_force.policy, by=dirk, note="Niet meer nodig.")
    client.force_login(eva)

    page = client.get(in_force.policy.get_absolute_url())

    in_force.refresh_from_db()
    assert in_force.state == State.HISTORIC
    assert "not in force any more" in page.content.decode()
    assert not Review.objects.planned().exists()
    assert "withdrew" in [entry.verb for entry in audit.history(in_force)]


def test_two_people_do_one_review_once(in_force: PolicyVersion, dirk: User, frank: User) -> None:
    reviews.withdraw(in_force.policy, by=dirk, note="Weg.")

    with pytest.raises(reviews.AlreadyDone):
        reviews.keep(in_force.policy, by=frank, note="Blijft.")


def test_another_period_moves_the_planned_review(in_force: PolicyVersion, dirk: User) -> None:
    before = Review.objects.get().planned_date

    policies.keep(in_force.policy, by=dirk, fields={"review_months": 24})

    assert Review.objects.get().planned_date == review_dates.months_later(before, 12)


def test_a_withdrawn_policy_can_begin_again(
    in_force: PolicyVersion, dirk: User, frank: User
) -> None:
    reviews.withdraw(in_force.policy, by=dirk, note="Weg.")

    draft = policies.start_draft(in_force.policy, by=dirk)
    policies.submit(draft, by=dirk, approver=frank)
    policies.approve(draft, by=frank)

    assert draft.sections.count() == 1
    assert Review.objects.planned().count() == 1


def test_an_empty_clause_stands_in_the_way(protocol: PolicyVersion) -> None:
    empty = PolicySectionFactory(version=protocol, what="")

    assert policies.problems(protocol) == [policies.Problem("empty_clause", section=empty)]
