"""What somebody said in the name of the college with the approval of a colleague, counted.

Answers and posts are made above training, so the apps that have them register a source in their
`AppConfig.ready`. Each source gives rows; training counts them beside the person.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import IntegerField, Value
from django.db.models.expressions import Combinable

from training.domain.person_rows import PersonRows

Source = Callable[[], PersonRows]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let the approved messages of `source` count. Twice is once."""
    _sources[name] = source


def number() -> Combinable:
    """For a query of people: how many approved messages of this person there are in all."""
    total: Combinable = Value(0, output_field=IntegerField())
    for source in _sources.values():
        total = total + source().number()
    return total
