"""Who finished an offering: was at every session that went on but those one may miss, and has the
assignment approved where there is one. Filling in an evaluation is never asked for.

Excused is missed as well: the number that one may miss is there for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import User
from training.domain import enrolment
from training.models import Attendance, Certificate, Enrolment, Offering


class NotFinishable(Exception):
    """The offering cannot be finished (yet); `words` say why."""

    def __init__(self, words: Any) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Verdict:
    """How somebody stands: sessions attended of those that went on, and what is lacking."""

    enrolment: Enrolment
    present: int
    held: int
    lacks: list[str | Promise] = field(default_factory=list)
    certificate: Certificate | None = None

    @property
    def passes(self) -> bool:
        return not self.lacks


def verdicts(offering: Offering) -> list[Verdict]:
    """Everybody who has a place, by name (four queries)."""
    held = offering.sessions.going_on().filter(starts_at__lte=now()).count()
    enrolments = list(
        offering.enrolments.filter(state=Enrolment.State.ENROLLED)
        .select_related("user", "user__unit", "offering__course")
        .order_by("user__name", "pk")
    )
    present = _present(offering)
    awarded = {
        one.enrolment_id: one for one in Certificate.objects.filter(enrolment__offering=offering)
    }
    return [
        Verdict(one, present[one.pk], held, _lacks(one, present[one.pk], held), awarded.get(one.pk))
        for one in enrolments
    ]


def verdict(of: Enrolment) -> Verdict:
    """How one person stands."""
    found = [one for one in verdicts(of.offering) if one.enrolment == of]
    return found[0] if found else Verdict(of, 0, 0, [_("has no place in this offering")])


def _present(offering: Offering) -> Counter[int]:
    there = Attendance.objects.filter(
        session__offering=offering,
        session__cancelled_at__isnull=True,
        state=Attendance.State.PRESENT,
    )
    return Counter(there.values_list("enrolment_id", flat=True))


def _lacks(one: Enrolment, present: int, held: int) -> list[str | Promise]:
    course = one.offering.course
    lacks: list[str | Promise] = []
    if present < max(1, held - course.may_miss):
        text = _("missed %(missed)d, and may miss %(may)d")
        figures = {"missed": held - present, "may": course.may_miss}
        lacks.append(text % figures if held else _("no session went on"))
    if course.needs_assignment and not one.assignment_at:
        lacks.append(_("the assignment is not approved"))
    return lacks


def unsaid(offering: Offering, found: Sequence[Verdict]) -> int:
    """How many times nobody said whether one of these was at a session that went on."""
    said = Attendance.objects.filter(
        enrolment__in=[one.enrolment.pk for one in found],
        session__cancelled_at__isnull=True,
        session__starts_at__lte=now(),
    ).count()
    return max(0, sum(one.held for one in found) - said)


@transaction.atomic
def finish(offering: Offering, *, by: User) -> list[Certificate]:
    """The course is over: whoever finished it gets a certificate. Twice is once.

    Raises `NotFinishable`.
    """
    from training.domain import certificates  # noqa: PLC0415 - it asks here who finished

    current = Offering.objects.select_for_update(of=("self",)).get(pk=offering.pk)
    if current.awarded_at:
        return []
    if words := obstacle(current):
        raise NotFinishable(words)
    if current.state == Offering.State.PLANNED:
        _let_the_list_go(current)
    current.state, current.awarded_at = Offering.State.FINISHED, now()
    current.save(update_fields=["state", "awarded_at", "updated_at"])
    made = certificates.award_all(_passed(verdicts(current)), by=by)
    audit.record(gettext_noop("finished an offering"), current, by=by, certificates=len(made))
    return made


def _let_the_list_go(offering: Offering) -> None:
    """Whoever still waited waits no more."""
    waiting = set(Enrolment.ACTIVE) - {Enrolment.State.ENROLLED}
    verb = gettext_noop("off the list: it is over")
    enrolment.close_list(offering, among=waiting, state=Enrolment.State.EXPIRED, verb=verb, by=None)


def _passed(found: Iterable[Verdict]) -> list[Enrolment]:
    return [one.enrolment for one in found if one.passes and not one.certificate]


def obstacle(offering: Offering) -> Any:
    """Why the offering cannot be finished now, in words; "" when it can."""
    if offering.state not in {Offering.State.PLANNED, Offering.State.FINISHED}:
        return _("Only an offering that was planned can be finished.")
    last = offering.sessions.going_on().aggregate(last=Max("ends_at"))["last"]
    if last is None:
        return _("No session went on. Cancel the offering instead.")
    if last > now():
        return _("There is still a session to come. After the last one you can finish.")
    return ""


@transaction.atomic
def approve_assignment(of: Enrolment, *, is_good: bool, by: User) -> None:
    """The trainer saw the assignment: good, or not good after all."""
    current = Enrolment.objects.select_for_update(of=("self",)).get(pk=of.pk)
    if bool(current.assignment_at) == is_good:
        return
    current.assignment_at = now() if is_good else None
    current.save(update_fields=["assignment_at", "updated_at"])
    good, not_good = gettext_noop("approved an assignment"), gettext_noop("took approval back")
    audit.record(good if is_good else not_good, current, by=by)
