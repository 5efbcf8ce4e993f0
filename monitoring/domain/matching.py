"""Which search terms find a mention: one matcher for all active terms, built when they change."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from core.clock import now
from core.searchquery import Document, Matcher, Query, QuerySyntaxError, compile_terms, parse
from monitoring.models import Mention, SearchTerm
from people.models import Institution

logger = logging.getLogger(__name__)

Lists = dict[str, list[str]]


class Edition(NamedTuple):
    """What the compiled matcher depends on; another edition means another matcher.

    The queries themselves: their times of change would not do, since of two changes at once the
    earlier may become visible last.
    """

    queries: tuple[tuple[int, str], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


_built: tuple[Edition, Matcher[int]] | None = None


def matcher() -> Matcher[int]:
    """The matcher of the terms in use today, by term id. Two small queries when nothing changed."""
    global _built  # one per process; a race only builds it twice
    lists = institution_lists()
    terms = SearchTerm.objects.active(on=today()).order_by("pk")
    edition = Edition(
        queries=tuple(terms.values_list("pk", "query")),
        lists=tuple((name, tuple(lists[name])) for name in sorted(lists)),
    )
    if _built is None or _built[0] != edition:
        _built = (edition, compile_terms(readable(edition.queries), lists))
    return _built[1]


def readable(queries: Iterable[tuple[int, str]]) -> dict[int, Query]:
    """The terms that can be read; one that cannot must not stop the others."""
    found: dict[int, Query] = {}
    for pk, query in queries:
        try:
            found[pk] = parse(query)
        except QuerySyntaxError:
            logger.warning("search term %s cannot be read and is left out", pk)
    return found


def matcher_of(term: SearchTerm) -> Matcher[int]:
    """A matcher of one term, in use or not. Raises `QuerySyntaxError`."""
    return compile_terms({term.pk: parse(term.query)}, institution_lists())


def document(mention: Mention) -> Document:
    """A stored mention as the matcher reads it."""
    return as_document(
        mention.title, mention.text, mention.author_handle, mention.lang, mention.platform
    )


def as_document(title: str, text: str, author: str, lang: str, platform: str) -> Document:
    return Document(f"{title}\n{text}" if title else text, author, lang, platform)


def institution_lists() -> Lists:
    """The lists that a query may name, as the institution has them now."""
    return Institution.objects.current().lists()


def today() -> date:
    """Today where the college is: terms end at the end of a day there."""
    return timezone.localdate(now())
