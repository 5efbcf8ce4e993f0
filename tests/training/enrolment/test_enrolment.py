"""Places are asked for, approved, waited for, offered, taken and given back, in a fair order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from core import audit
from core.clock import now
from governance.domain import meantime
from people.models import Role, User
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.training import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    OfferingFactory,
)
from training.domain import approvers, enrolment, offerings, refusals, waiting_list
from training.models import Enrolment, Letter, Offering, Track
from training.permissions import enrolment as permissions

pytestmark = pytest.mark.django_db
State = Enrolment.State
NOON = datetime(2026, 10, 1, 10, tzinfo=UTC)


def kinds(row: Enrolment) -> list[str]:
    return list(Letter.objects.filter(enrolment=row).order_by("pk").values_list("kind", flat=True))


def test_who_asks_first_has_the_place_and_the_next_one_waits(eva: User, anna: User) -> None:
    offering = OfferingFactory(capacity=1)

    first = enrolment.ask(offering, eva)
    second = enrolment.ask(offering, anna)

    assert (first.state, second.state) == (State.ENROLLED, State.WAITING)
    assert waiting_list.place_in_line(second) == 1
    assert (kinds(first), kinds(second)) == (["enrolled"], ["waiting"])
    assert [one.verb for one in audit.history(second)] == ["put on the waiting list"]


def test_a_place_that_comes_free_goes_round_in_the_order_of_asking(eva: User) -> None:
    offering = OfferingFactory(capacity=1)
    first = enrolment.ask(offering, eva)
    second, third = (enrolment.ask(offering, UserFactory()) for _ in range(2))

    enrolment.leave(first)
    second.refresh_from_db()
    assert second.state == State.OFFERED
    assert second.offer_until is not None
    with time_machine.travel(second.offer_until, tick=False):
        with pytest.raises(refusals.OfferPassed):
            enrolment.accept(second)
        assert enrolment.expire_offers() == 1
        assert enrolment.expire_offers() == 0
        third.refresh_from_db()
        assert enrolment.accept(third).state == State.ENROLLED

    second.refresh_from_db()
    assert second.state == State.EXPIRED
    assert kinds(second) == ["waiting", "offered", "expired"]
    assert kinds(third) == ["waiting", "offered", "enrolled"]


def test_who_declines_leaves_the_place_to_the_next(eva: User, anna: User) -> None:
    offering = OfferingFactory(capacity=1)
    row = EnrolmentFactory(offering=offering, user=eva, state=State.OFFERED)
    waiting = EnrolmentFactory(offering=offering, user=anna, state=State.WAITING)

    enrolment.decline(row)

    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED
    assert enrolment.leave(row).state == State.CANCELLED  # off the list already: twice is once


def test_who_left_can_ask_again_and_stands_at_the_end(eva: User, anna: User) -> None:
    offering = OfferingFactory(capacity=1)
    EnrolmentFactory(offering=offering)
    first, second = enrolment.ask(offering, eva), enrolment.ask(offering, anna)

    enrolment.leave(first)
    again = enrolment.ask(offering, eva)

    assert list(offering.enrolments.waiting()) == [second, again]


def test_nobody_asks_too_late_twice_or_before_they_are_ready(eva: User) -> None:
    basics = CourseFactory(title="Basics")
    open_one = OfferingFactory()
    open_one.course.prerequisites.add(basics)

    with pytest.raises(refusals.FinishOtherFirst, match="Basics"):
        enrolment.ask(open_one, eva)
    CertificateFactory(user=eva, course=basics)
    enrolment.ask(open_one, eva)
    with pytest.raises(refusals.AlreadyThere):
        enrolment.ask(open_one, eva)
    for closed in (
        OfferingFactory(draft=True),
        OfferingFactory(enrol_until=now()),
        OfferingFactory(starts_at=now()),
    ):
        with pytest.raises(refusals.NotOpen):
            enrolment.ask(closed, eva)
    with pytest.raises(refusals.NotForAccounts):
        enrolment.ask(OfferingFactory(course__track=Track.PARENTS), eva)
    assert Enrolment.objects.count() == 1


def test_the_manager_of_the_unit_or_above_decides(eva: User) -> None:
    school = UnitFactory()
    team = UnitFactory(parent=school)
    above, aside = (
        UserFactory(roles=[Role.MANAGER], unit=unit) for unit in (school, UnitFactory())
    )
    teacher = UserFactory(unit=team)
    offering = OfferingFactory(course__needs_approval=True, capacity=1)

    row = enrolment.ask(offering, teacher, motivation="For my lessons.")

    assert row.state == State.REQUESTED
    assert approvers.managers_of(teacher) == [above]
    asked = Letter.objects.filter(kind="to_approve").values_list("user", flat=True)
    assert list(asked) == [above.pk]
    assert permissions.can_decide(above, row)
    assert not permissions.can_decide(aside, row)
    assert not permissions.can_decide(teacher, row)
    assert enrolment.approve(row, by=above).state == State.ENROLLED
    with pytest.raises(refusals.DecidedAlready):
        enrolment.refuse(row, by=above, reason="x")


def test_a_manager_never_decides_on_themselves(dirk: User) -> None:
    row = EnrolmentFactory(user=dirk, state=State.REQUESTED)

    assert not permissions.can_decide(dirk, row)


def test_who_is_approved_stands_in_line_by_when_they_asked(dirk: User) -> None:
    offering = OfferingFactory(capacity=1, course__needs_approval=True)
    EnrolmentFactory(offering=offering)
    first, second = (enrolment.ask(offering, UserFactory()) for _ in range(2))

    enrolment.approve(second, by=dirk)
    enrolment.approve(first, by=dirk)

    assert list(offering.enrolments.waiting()) == [first, second]


def test_near_the_start_an_offer_is_shorter() -> None:
    offering = OfferingFactory.build(starts_at=NOON, hours_to_accept=48)

    def stands(before: timedelta) -> timedelta | None:
        at = NOON - before
        until = waiting_list.offer_until(offering, at)
        return None if until is None else until - at

    assert stands(timedelta(days=10)) == timedelta(hours=48)
    assert stands(timedelta(hours=40)) == timedelta(hours=20)
    assert stands(timedelta(hours=20)) == timedelta(hours=17)  # until nine, not until two at night
    assert stands(timedelta(minutes=90)) == timedelta(hours=1)
    assert stands(timedelta(minutes=30)) == timedelta(minutes=30)
    assert stands(timedelta()) is None


def test_more_places_are_offered_at_once_and_none_are_taken_away(dirk: User) -> None:
    offering = OfferingFactory(capacity=1)
    rows = [enrolment.ask(offering, UserFactory()) for _ in range(4)]

    fields = {"capacity": 3}
    offerings.change(offering, fields, trainers=[], by=dirk, seen=meantime.stamp(offering))

    states = [Enrolment.objects.get(pk=row.pk).state for row in rows]
    assert states == [State.ENROLLED, State.OFFERED, State.OFFERED, State.WAITING]
    current = Offering.objects.get()
    with pytest.raises(refusals.TooFewPlaces):
        offerings.change(
            current, {"capacity": 2}, trainers=[], by=dirk, seen=meantime.stamp(current)
        )


def test_a_trainer_enrols_by_hand_but_never_past_the_places(eva: User, dirk: User) -> None:
    offering = OfferingFactory(capacity=1, enrol_until=now())

    row = enrolment.enrol(offering, eva, by=dirk)

    assert row.state == State.ENROLLED
    with pytest.raises(refusals.AlreadyThere):
        enrolment.enrol(offering, eva, by=dirk)
    with pytest.raises(refusals.Full):
        enrolment.enrol(offering, UserFactory(), by=dirk)


def test_once_it_began_only_who_organises_takes_somebody_off(eva: User, dirk: User) -> None:
    row = EnrolmentFactory(user=eva, offering__starts_at=now())

    with pytest.raises(refusals.HasBegun):
        enrolment.leave(row)
    assert enrolment.leave(row, by=dirk, reason="Ill.").state == State.CANCELLED
