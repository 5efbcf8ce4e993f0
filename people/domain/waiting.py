"""What waits for a person: asked of every app, shown on one page and in one mail.

People stand below the apps that have work for them, so an app registers itself here in its
`AppConfig.ready` (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from people.models import User


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: a sentence in the language of the reader, where to do it, and by when.

    `kind` groups things on the page and in the mail ("read", "decide", "answer", …); it is a label
    for people, already translated.
    """

    kind: str
    text: str
    url: str
    due: date | None = None


Source = Callable[[User, date], Iterable[Waiting]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let `source` be asked: what waits for this person on this day? Twice is once."""
    _sources[name] = source


def for_person(user: User, day: date) -> list[Waiting]:
    """Everything that waits for `user`: what is due first comes first, then what has no date."""
    found = list(_asked(user, day))
    return sorted(found, key=lambda one: (one.due is None, one.due or day, one.kind, one.text))


def _asked(user: User, day: date) -> Iterator[Waiting]:
    for source in _sources.values():
        yield from source(user, day)
