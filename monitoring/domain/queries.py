"""What pages and the API read: mentions by filter and keyset, a conversation, marked words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from core.searchquery.highlighting import Span
from monitoring.domain import matching
from monitoring.models import Match, Mention, SearchTerm
from monitoring.models.mention import MentionQuerySet

PAGE_SIZE: Final = 50
CONVERSATION_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of mentions is narrowed to; an empty value narrows nothing.

    `shows_all` also brings up what no term finds.
    """

    text: str = ""
    term: SearchTerm | None = None
    platform: str = ""
    source_id: int | None = None
    tone: str = ""
    threat: str = ""
    since: datetime | None = None
    shows_all: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some mentions, and where the next page starts ("" at the end)."""

    mentions: list[Mention]
    next: str


def mentions(filters: Filters) -> MentionQuerySet:
    """The mentions that fit, in no order yet."""
    found = Mention.objects.all()
    if not filters.shows_all:
        found = found.filter(is_relevant=True)
    if filters.text:
        found = found.with_words(filters.text)
    if filters.term is not None:
        found = found.filter(matches__term=filters.term)
    if filters.since is not None:
        found = found.filter(published_at__gte=filters.since)
    exact = {
        "platform": filters.platform,
        "source": filters.source_id,
        "sentiment": filters.tone,
        "threat": filters.threat,
    }
    return found.filter(**{name: value for name, value in exact.items() if value})


def page(filters: Filters, *, after: str = "", size: int = PAGE_SIZE) -> Page:
    """The newest `size` mentions that fit, after the row that `after` names."""
    found = with_surroundings(mentions(filters)).newest_first()
    if place := place_of(after):
        found = found.before(*place)
    rows = list(found[: size + 1])
    has_more = len(rows) > size
    rows = rows[:size]
    return Page(rows, next=name_of(rows[-1]) if has_more else "")


def with_surroundings(found: MentionQuerySet) -> MentionQuerySet:
    """Mentions with their source, terms and ticket (webcare's, by its reverse name)."""
    matches = Match.objects.select_related("term").order_by("term__name")
    return (
        found.select_related("source", "ticket_message__ticket")
        .prefetch_related(Prefetch("matches", queryset=matches))
        .defer("raw", "search")
    )


def name_of(mention: Mention) -> str:
    """The place of a mention in the list, for an address."""
    return f"{mention.published_at.isoformat()}~{mention.pk}"


def place_of(name: str) -> tuple[datetime, int] | None:
    """What `name_of` made, or None for anything else."""
    moment, _, pk = name.partition("~")
    try:
        published_at, number = datetime.fromisoformat(moment), int(pk)
    except ValueError:
        return None
    return (published_at, number) if published_at.tzinfo else None


def conversation(mention: Mention) -> list[Mention]:
    """What was said around `mention` on its platform, oldest first, itself included."""
    roots = {mention.conversation or mention.external_id, mention.external_id}
    around = Q(pk=mention.pk) | Q(conversation__in=roots) | Q(in_reply_to__in=roots)
    around |= Q(external_id__in=roots | ({mention.in_reply_to} - {""}))
    found = Mention.objects.filter(around, platform=mention.platform).defer("raw", "search")
    return list(found.order_by("published_at", "pk")[:CONVERSATION_SIZE])


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `is_hit` when a search term found it."""

    text: str
    is_hit: bool


def marked(mention: Mention, terms: Iterable[SearchTerm]) -> tuple[list[Piece], list[Piece]]:
    """Title and text of `mention`, cut where the words of `terms` stand."""
    document = matching.document(mention)
    matcher = matching.matcher()
    spans = sorted(span for term in terms for span in matcher.explain(term.pk, document))
    offset = len(document.text) - len(mention.text)
    return _pieces(mention.title, spans, 0), _pieces(mention.text, spans, offset)


def marked_text(mention: Mention, spans: Iterable[Span]) -> list[Piece]:
    """Only the text of `mention`, cut at `spans` of its document."""
    document = matching.document(mention)
    return _pieces(mention.text, sorted(spans), len(document.text) - len(mention.text))


def _pieces(text: str, spans: list[Span], offset: int) -> list[Piece]:
    pieces: list[Piece] = []
    place = 0
    for start, end in spans:
        start, end = max(start - offset, place), min(end - offset, len(text))
        if start >= end:
            continue
        pieces += [Piece(text[place:start], False), Piece(text[start:end], True)]
        place = end
    return [piece for piece in (*pieces, Piece(text[place:], False)) if piece.text]


def terms_with_counts(*, at: datetime) -> QuerySet[SearchTerm]:
    """All terms with how much they found in the last 30 days, those in use first."""
    recent = Q(matches__mention__seen_at__gte=at - timedelta(days=30))
    return (
        SearchTerm.objects.select_related("owner")
        .annotate(
            recent=Count("matches", filter=recent),
            newest=Max("matches__mention__published_at", filter=recent),
        )
        .order_by("-is_active", "name")
    )
