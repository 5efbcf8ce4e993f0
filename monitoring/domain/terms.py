"""Search terms as people keep them: try out, start, change, stop, delete."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from core.searchquery import compile_terms, parse
from governance.models import PolicyVersion, RoutingRule
from monitoring.domain import look_back, matching
from monitoring.domain.doorbell import ring_on_commit
from monitoring.domain.queries import Piece, marked_text
from monitoring.models import Mention, SearchTerm
from people.models import User

DAYS: Final = 30
_MOST_READ: Final = 20_000
_SECONDS: Final = 2.0
_SAMPLE: Final = 5
_LONGEST_SLUG: Final = 70


@dataclass(frozen=True, slots=True)
class Example:
    """A mention that a query would find."""

    mention: Mention
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a query would have found in the last 30 days.

    `is_complete` is False when there was more to read than a page can wait for.
    """

    hits: int
    read: int
    is_complete: bool
    sample: list[Example]


def dry_run(text: str) -> DryRun:
    """Try a query on the mentions of the last 30 days, newest first.

    Raises `QuerySyntaxError`.
    """
    matcher = compile_terms({0: parse(text)}, matching.institution_lists())
    recent = (
        Mention.objects.filter(published_at__gte=now() - timedelta(days=DAYS))
        .newest_first()
        .only("title", "text", "author_handle", "author_name", "lang", "platform", "published_at")
    )
    hits = read = 0
    sample: list[Example] = []
    ends_at = time.monotonic() + _SECONDS
    for mention in recent[:_MOST_READ].iterator(chunk_size=1_000):
        read += 1
        document = matching.document(mention)
        if matcher.match(document):
            hits += 1
            if len(sample) < _SAMPLE:
                sample.append(Example(mention, marked_text(mention, matcher.explain(0, document))))
        if time.monotonic() > ends_at:
            return DryRun(hits, read, False, sample)
    return DryRun(hits, read, read < _MOST_READ, sample)


@transaction.atomic
def create(term: SearchTerm, *, by: User) -> SearchTerm:
    """Store a new term (its slug is made of its name) and let it look back."""
    term.slug = _free_slug(term.name)
    term.owner = term.owner or by
    term.save()
    _listen(term)
    audit.record(gettext_noop("created"), term, by=by, query=term.query)
    return term


@transaction.atomic
def change(term: SearchTerm, *, by: User, before: str) -> None:
    """Store a changed term; another query (it was `before`) looks back again."""
    term.save()
    if term.query != before:
        _listen(term)
    audit.record(gettext_noop("changed"), term, by=by, query=term.query, before=before)


@transaction.atomic
def stop(term: SearchTerm, *, by: User) -> None:
    """Listen for it no more; what it found stays."""
    term.is_active = False
    term.save(update_fields=["is_active", "updated_at"])
    audit.record(gettext_noop("stopped"), term, by=by)


@transaction.atomic
def resume(term: SearchTerm, *, by: User) -> None:
    """Listen for it again, also in what came in meanwhile."""
    term.is_active = True
    if term.end_date and term.end_date < matching.today():
        term.end_date = None
    term.save(update_fields=["is_active", "end_date", "updated_at"])
    _listen(term)
    audit.record(gettext_noop("resumed"), term, by=by)


@transaction.atomic
def delete(term: SearchTerm, *, by: User) -> None:
    """Delete a term with its matches; the mentions stay as long as they may."""
    audit.record(gettext_noop("deleted"), term, by=by, name=term.name, query=term.query)
    term.delete()


def rules_that_name(term: SearchTerm) -> list[RoutingRule]:
    """The routing rules in force or in the making that would miss this term."""
    states = (
        PolicyVersion.State.IN_FORCE,
        PolicyVersion.State.DRAFT,
        PolicyVersion.State.SUBMITTED,
    )
    rules = RoutingRule.objects.filter(terms__contains=[term.slug], version__state__in=states)
    return list(rules.select_related("version__policy").order_by("version", "position"))


def progress(term: SearchTerm) -> int | None:
    """How far the look-back is, in percent; None when there is nothing to wait for."""
    if not term.look_back_from or not term.is_active:
        return None
    newest = Mention.objects.aggregate(newest=Max("pk"))["newest"] or 1
    return max(0, min(99, round(100 * (1 - term.look_back_from / newest))))


def _listen(term: SearchTerm) -> None:
    look_back.start(term)
    ring_on_commit("monitoring.look_back", queue="ingest")


def _free_slug(name: str) -> str:
    """The name as routing rules write it, not in use yet."""
    wanted = slugify(name)[:_LONGEST_SLUG] or "term"
    taken = set(SearchTerm.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (wanted, *numbered) if slug not in taken)
