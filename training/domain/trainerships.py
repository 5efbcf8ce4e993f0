"""Train the trainer: who trained whom, and what came of it.

A tree for people, though rows can make any shape: whoever was trained by two stands below the
first, and a circle is cut where it closes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from people.models import User
from training.domain import reach
from training.models import Certificate, Course, Trainership

SMALL = 8
"""Who trained more than this is shown folded, unless at the top."""


@dataclass(slots=True)
class Branch:
    """A trainer with those whom they trained. Without `person`: somebody from outside, by name."""

    name: str
    person: User | None = None
    row: Trainership | None = None
    course: str = ""
    also_by: list[str] = field(default_factory=list)
    work: reach.Work = field(default_factory=reach.Work)
    below: list[Branch] = field(default_factory=list)

    @property
    def trained(self) -> int:
        """How many trainers came of this one, directly or through others."""
        return len(self.below) + sum(one.trained for one in self.below)

    @property
    def is_small(self) -> bool:
        """Whether it can be looked at without opening it first."""
        return len(self.below) <= SMALL


def derive(certificate: Certificate) -> None:
    """Whoever finishes train-the-trainer was trained by the trainers of that offering."""
    enrolment = certificate.enrolment
    if enrolment is None or certificate.course.form != Course.Form.TRAIN_TRAINER:
        return
    for trainer in enrolment.offering.trainers.exclude(pk=certificate.user_id):
        Trainership.objects.get_or_create(
            person=certificate.user,
            trained_by=trainer,
            trained_by_name="",
            defaults={"course": certificate.course, "since": certificate.awarded_on},
        )


@transaction.atomic
def write(trainership: Trainership, *, by: User) -> Trainership:
    trainership.save()
    audit.record(gettext_noop("wrote who trained whom"), trainership, by=by)
    return trainership


@transaction.atomic
def end(trainership: Trainership, *, day: date, by: User) -> None:
    """This person gives no training any more; what they did stays. Twice is once."""
    current = Trainership.objects.select_for_update(of=("self",)).get(pk=trainership.pk)
    if current.ended_on is None:
        current.ended_on = max(day, current.since)
        current.save(update_fields=["ended_on", "updated_at"])
        audit.record(gettext_noop("ended a trainership"), current, by=by)


@dataclass(slots=True)
class _Known:
    """The rows, ready to be made a tree: per trainer the rows of those they trained first."""

    first: dict[int, Trainership]
    others: dict[int, list[str]]
    below: dict[object, list[Trainership]]


def tree() -> list[Branch]:
    """The roots: people from outside, and trainers of whom nobody knows who trained them."""
    rows = list(
        Trainership.objects.select_related("person", "trained_by", "course").order_by("since", "pk")
    )
    forest = _Forest(_known(rows), reach.of_trainers())
    people = {one.pk: one for one in User.objects.filter(offerings__isnull=False).distinct()}
    for row in rows:
        people |= {one.pk: one for one in (row.person, row.trained_by) if one}
    outside = sorted({row.trained_by_name for row in rows if row.trained_by_name})
    roots = [forest.from_outside(name) for name in outside]
    by_name = sorted(people.values(), key=lambda one: one.name.casefold())
    roots += [forest.branch(one) for one in by_name if one.pk not in forest.known.first]
    for one in by_name:  # a circle has no top: begin anywhere
        if one.pk not in forest.placed:
            roots.append(forest.branch(one))
    return [root for root in roots if root.person or root.below]


@dataclass(slots=True)
class _Forest:
    """Makes branches, each person once."""

    known: _Known
    work: dict[int, reach.Work]
    placed: set[int] = field(default_factory=set)

    def from_outside(self, name: str) -> Branch:
        return Branch(name, below=self._below(name))

    def branch(self, person: User) -> Branch:
        self.placed.add(person.pk)
        row = self.known.first.get(person.pk)
        return Branch(
            str(person),
            person=person,
            row=row,
            course=str(row.course) if row and row.course else "",
            also_by=self.known.others[person.pk],
            work=self.work.get(person.pk, reach.Work()),
            below=self._below(person.pk),
        )

    def _below(self, by: object) -> list[Branch]:
        rows = self.known.below[by]
        return [self.branch(row.person) for row in rows if row.person_id not in self.placed]


def _known(rows: list[Trainership]) -> _Known:
    known = _Known({}, defaultdict(list), defaultdict(list))
    for row in rows:
        by = row.trained_by_id or row.trained_by_name
        if row.person_id in known.first:
            known.others[row.person_id].append(str(row.trained_by or row.trained_by_name))
        else:
            known.first[row.person_id] = row
            known.below[by].append(row)
    return known
