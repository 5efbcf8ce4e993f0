"""A new or changed term looks back over what is stored already, a bit at a time.

What it finds there becomes visible and counts, but stays history: a new term must not flood the
inbox with old messages. Mentions are read by id, newest first, in portions with a commit each.
"""

from __future__ import annotations

import time
from typing import Final

from django.db import transaction
from django.db.models import Max

from core.clock import now
from core.searchquery import Matcher, QuerySyntaxError
from monitoring.domain import matching, mention_upsert
from monitoring.models import Match, Mention, SearchTerm

PORTION: Final = 2_000
SECONDS: Final = 10.0
_ON_THEIR_WAY: Final = 5_000
"""Ids beyond the newest: mentions that were being stored while the term was saved."""


def start(term: SearchTerm) -> None:
    """Let `term` look back from the newest mention on; what it found before is found again."""
    newest = Mention.objects.aggregate(newest=Max("pk"))["newest"] or 0
    term.look_back_from = newest + _ON_THEIR_WAY
    term.look_back_done_at = None
    SearchTerm.objects.filter(pk=term.pk).update(
        look_back_from=term.look_back_from, look_back_done_at=term.look_back_done_at
    )


def run_waiting(*, seconds: float = SECONDS) -> int:
    """Go on with the terms that still have to look back; how many mentions were read."""
    ends_at = time.monotonic() + seconds
    read = 0
    waiting = SearchTerm.objects.active(on=matching.today()).filter(look_back_from__gt=0)
    for term in waiting.order_by("pk"):
        matcher = _matcher(term)
        while matcher is not None and time.monotonic() < ends_at:
            portion = _portion(term.pk, matcher)
            read += portion
            if not portion:
                break
    return read


def _matcher(term: SearchTerm) -> Matcher[int] | None:
    try:
        return matching.matcher_of(term)
    except QuerySyntaxError:
        _finish(term.pk)
        return None


@transaction.atomic
def _portion(term_id: int, matcher: Matcher[int]) -> int:
    """Read one portion; 0 when done, or when another worker is at it."""
    locked = SearchTerm.objects.select_for_update(skip_locked=True).filter(pk=term_id)
    term = locked.first()
    if term is None or not term.look_back_from:
        return 0
    mentions = list(
        Mention.objects.filter(pk__lte=term.look_back_from, deleted_at__isnull=True)
        .only("title", "text", "author_handle", "lang", "platform")
        .order_by("-pk")[:PORTION]
    )
    if not mentions:
        _finish(term_id)
        return 0
    _remember(term, mentions, matcher)
    SearchTerm.objects.filter(pk=term_id).update(look_back_from=mentions[-1].pk - 1)
    return len(mentions)


def _remember(term: SearchTerm, mentions: list[Mention], matcher: Matcher[int]) -> None:
    """Make the stored matches of these mentions what the term finds now."""
    ids = [mention.pk for mention in mentions]
    found = [one.pk for one in mentions if matcher.match(matching.document(one))]
    outdated = Match.objects.filter(term=term, mention__in=ids)
    outdated.exclude(mention__in=found).delete()
    mention_upsert.add_matches((pk, term.pk) for pk in found)
    discovered = Mention.objects.filter(pk__in=found, is_relevant=False)
    discovered.filter(seen_at__gte=term.updated_at).update(is_relevant=True)
    discovered.update(is_relevant=True, is_history=True)


def _finish(term_id: int) -> None:
    SearchTerm.objects.filter(pk=term_id).update(look_back_from=0, look_back_done_at=now())
