"""What waits for a person: asked of every app, shown on one page and in one mail.

People stand below the apps that have work for them, so an app registers itself here in its
`AppConfig.ready` (docs/decisions/0017). Most of what waits is a `Question`: all questions together
are one query (docs/decisions/0026).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import DateField, F, IntegerField, Model, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, JSONObject, NullIf
from django.utils.translation import gettext as _

from people.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: a sentence in the language of the reader, where to do it, and by when.

    `kind` groups things on the page and in the mail ("read", "decide", "answer", …); it is a label
    for people, already translated. What is a duty is mailed once it is late, also to somebody who
    wants no mail.
    """

    kind: str
    text: str
    url: str
    due: date | None = None
    is_duty: bool = False

    def is_overdue(self, day: date) -> bool:
        return self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class Found:
    """A row that waits: its id, by when, and the facts that its sentence needs."""

    pk: int
    due: date | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of thing that may wait.

    `rows` finds them for a person and a day (None: this person is not asked); `facts` names what
    the sentence needs of each, as JSON carries it; `due` is a field or an expression that gives a
    day; `tell` makes the sentence, or None when there is nothing to tell after all. Called, it
    answers for itself alone.
    """

    rows: Callable[[User, date], QuerySet[Any] | None]
    tell: Callable[[Found, date], Waiting | None]
    facts: Mapping[str, str | Combinable] = field(default_factory=dict)
    due: str | Combinable | None = None

    def __call__(self, user: User, day: date) -> list[Waiting]:
        return ask([self], user, day)


Row = TypeVar("Row", bound=Model)
Source = Callable[[User, date], Iterable[Waiting]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let `source` be asked: what waits for this person on this day? Twice is once."""
    _sources[name] = source


def register_all(sources: Iterable[tuple[str, Source]]) -> None:
    """The same for all that an app has."""
    for name, source in sources:
        register(name, source)


def named(relation: str) -> Combinable:
    """The name of the person at the other end of a foreign key; empty when there is none."""
    name = NullIf(F(f"{relation}__name"), Value(""))
    return Coalesce(name, F(f"{relation}__email"), Value(""))


def first_of(rows: QuerySet[Row], number: int) -> QuerySet[Row]:
    """The first so many of `rows` in their order, still free to be put together with others."""
    return rows.model._default_manager.filter(pk__in=rows.values("pk")[:number])


def ask(questions: Sequence[Question], user: User, day: date) -> list[Waiting]:
    """What waits by all of these, in one query."""
    asked = [
        _alike(rows, question, number)
        for number, question in enumerate(questions)
        if (rows := question.rows(user, day)) is not None
    ]
    if not asked:
        return []
    first, *others = asked
    found = first.union(*others, all=True) if others else first
    told = (questions[number].tell(Found(pk, due, facts), day) for number, pk, due, facts in found)
    return [one for one in told if one is not None]


def _alike(rows: QuerySet[Any], question: Question, number: int) -> QuerySet[Any, Any]:
    """The same four columns whatever the table, so that the database can put them together."""
    due = F(question.due) if isinstance(question.due, str) else question.due or Value(None)
    alike = rows.order_by().annotate(
        waits_by=Value(number, IntegerField()),
        waits_until=Cast(due, DateField()),
        waits_with=JSONObject(**question.facts),
    )
    columns: QuerySet[Any, Any] = alike.values_list("waits_by", "pk", "waits_until", "waits_with")
    return columns


SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are about as urgent as each other, under one heading."""

    label: str
    things: list[Waiting]
    is_late: bool = False


def grouped(things: Iterable[Waiting], day: date) -> list[Group]:
    """Overdue, today, within a week, and later or without a date; empty groups are left out."""
    late: list[Waiting] = []
    today: list[Waiting] = []
    soon: list[Waiting] = []
    later: list[Waiting] = []
    for one in things:
        if one.is_overdue(day):
            late.append(one)
        elif one.due == day:
            today.append(one)
        elif one.due and one.due <= day + SOON:
            soon.append(one)
        else:
            later.append(one)
    groups = (
        Group(_("Overdue"), late, is_late=True),
        Group(_("Today"), today),
        Group(_("Within a week"), soon),
        Group(_("Later, or without a date"), later),
    )
    return [group for group in groups if group.things]


def for_person(user: User, day: date) -> list[Waiting]:
    """Everything that waits for `user`: what is due first comes first, then what has no date."""
    found = list(_asked(user, day))
    return sorted(found, key=lambda one: (one.due is None, one.due or day, one.kind, one.text))


def _asked(user: User, day: date) -> Iterator[Waiting]:
    yield from ask([one for one in _sources.values() if isinstance(one, Question)], user, day)
    for source in _sources.values():
        if not isinstance(source, Question):
            yield from source(user, day)
