"""The ten ways of chapter 7: what a teacher did of them, read from the portal where it can be seen.

Other subjects and apps register what shows a way ("a device was lent"). What nobody can see, the
teacher ticks. Managers see numbers, never names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.urls import reverse

from governance.models import Acknowledgement, Policy
from people.models import Role, User
from training.content.ten_ways import CODES, WAYS, Way
from training.domain.people_pages import in_units
from training.domain.person_rows import PersonRows
from training.models import (
    Article,
    Certificate,
    Enrolment,
    Experience,
    LessonPlan,
    Loan,
    Question,
    TpackProfile,
    WayTick,
)

Source = Callable[[], PersonRows]
FEWEST: Final = 5
"""Of fewer teachers the numbers would say something about one of them."""


def _courses() -> PersonRows:
    return PersonRows(Certificate.objects.filter(revoked_at__isnull=True))


def _plans_done() -> PersonRows:
    return PersonRows(LessonPlan.objects.filter(done_at__isnull=False), user="owner")


def _plans_shared() -> PersonRows:
    return PersonRows(LessonPlan.objects.filter(shared_at__isnull=False), user="owner")


def _assessments() -> PersonRows:
    return PersonRows(TpackProfile.objects.filter(finished_at__isnull=False))


def _evaluations() -> PersonRows:
    return PersonRows(Enrolment.objects.filter(evaluated_at__isnull=False))


def _experiences() -> PersonRows:
    return PersonRows(Experience.objects.filter(author__isnull=False), user="author")


def _loans() -> PersonRows:
    return PersonRows(Loan.objects.all())


def _articles() -> PersonRows:
    return PersonRows(Article.objects.filter(owner__isnull=False), user="owner")


def _questions() -> PersonRows:
    return PersonRows(Question.objects.all(), user="asker")


def _confirmed() -> PersonRows:
    kinds = [Policy.Kind.PROTOCOL, Policy.Kind.NEARNESS]
    return PersonRows(Acknowledgement.objects.filter(version__policy__kind__in=kinds))


_sources: dict[str, dict[str, Source]] = {
    "course": {"training.certificates": _courses},
    "device": {"training.loans": _loans},
    "knowledge": {"training.articles": _articles, "training.questions": _questions},
    "try": {"training.plans": _plans_done},
    "share": {"training.plans": _plans_shared, "training.experiences": _experiences},
    "needs": {"training.tpack": _assessments, "training.evaluations": _evaluations},
    "frames": {"governance.acknowledgements": _confirmed},
}


def register(code: str, name: str, source: Source) -> None:
    """Let `source` show that people did the way `code`. Twice is once."""
    if code not in CODES:
        raise ValueError(code)
    _sources.setdefault(code, {})[name] = source


@dataclass(frozen=True, slots=True)
class Mine:
    """One of the ten, and where somebody stands with it."""

    way: Way
    is_seen: bool
    tick: WayTick | None

    @property
    def is_done(self) -> bool:
        return self.is_seen or (self.tick is not None and self.tick.is_done)

    @property
    def note(self) -> str:
        return self.tick.note if self.tick else ""

    @property
    def url(self) -> str:
        """Where one does it; "" for what is done elsewhere."""
        return reverse(self.way.url_name) if self.way.url_name else ""


def of_person(user: User) -> list[Mine]:
    """The ten, in their order. Two queries."""
    row: Any = _with_seen(User.objects.filter(pk=user.pk)).get()
    ticks = {one.code: one for one in WayTick.objects.filter(user=user)}
    return [Mine(way, getattr(row, f"seen_{way.code}", False), ticks.get(way.code)) for way in WAYS]


def _with_seen(people: Any) -> Any:
    """These people, with `seen_<code>` for each way that the portal can see."""
    found = {}
    for code, sources in _sources.items():
        shown = Q()
        for source in sources.values():
            shown |= Q(source().exists())
        found[f"seen_{code}"] = ExpressionWrapper(shown, output_field=BooleanField())
    return people.annotate(**found)


@transaction.atomic
def tick(user: User, code: str, *, is_done: bool, note: str) -> WayTick:
    """Keep what a teacher says about one of the ten, for themselves."""
    kept, _is_new = WayTick.objects.update_or_create(
        user=user, code=code, defaults={"is_done": is_done, "note": note}
    )
    return kept


@dataclass(frozen=True, slots=True)
class Counted:
    """How many teachers did one of the ten."""

    way: Way
    number: int
    people: int

    @property
    def percent(self) -> int:
        return 100 * self.number // self.people if self.people else 0


def counts(seen: frozenset[int] | None) -> list[Counted] | None:
    """Of the teachers in these units; None when there are too few. One query."""
    teachers = in_units(seen).filter(role_grants__role=Role.TEACHER)
    wanted: dict[str, Any] = {"people": Count("pk")}
    people = _with_seen(teachers)
    for way in WAYS:
        ticked = PersonRows(WayTick.objects.filter(code=way.code, is_done=True)).exists()
        done = Q(ticked)
        if way.code in _sources:
            done |= Q(**{f"seen_{way.code}": True})
        wanted[f"done_{way.code}"] = Count("pk", filter=done)
    found = people.aggregate(**wanted)
    if found["people"] < FEWEST:
        return None
    return [Counted(way, found[f"done_{way.code}"], found["people"]) for way in WAYS]
