"""What waits for a person: asked of every app, shown on one page and in one mail.

People stand below the apps that have work for them, so an app registers itself here in its
`AppConfig.ready` (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

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


Source = Callable[[User, date], Iterable[Waiting]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let `source` be asked: what waits for this person on this day? Twice is once."""
    _sources[name] = source


SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Group:
    """Things that are about as urgent as each other, under one heading."""

    label: str
    things: list[Waiting]
    is_late: bool = False


def grouped(things: Iterable[Waiting], day: date) -> list[Group]:
    """Overdue, within a week, and later or without a date; empty groups are left out."""
    late: list[Waiting] = []
    soon: list[Waiting] = []
    later: list[Waiting] = []
    for one in things:
        if one.is_overdue(day):
            late.append(one)
        elif one.due and one.due <= day + SOON:
            soon.append(one)
        else:
            later.append(one)
    groups = (
        Group(_("Overdue"), late, is_late=True),
        Group(_("Within a week"), soon),
        Group(_("Later, or without a date"), later),
    )
    return [group for group in groups if group.things]


def for_person(user: User, day: date) -> list[Waiting]:
    """Everything that waits for `user`: what is due first comes first, then what has no date."""
    found = list(_asked(user, day))
    return sorted(found, key=lambda one: (one.due is None, one.due or day, one.kind, one.text))


def _asked(user: User, day: date) -> Iterator[Waiting]:
    for source in _sources.values():
        yield from source(user, day)
