"""Finding articles: by stem in their own language, best first, with the words marked.

First with all words, then with some, then with words that look alike (a typing error). The last
word may be unfinished. What a reader typed is only ever a word, never an operator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    TrigramWordSimilarity,
)
from django.db.models import Case, F, IntegerField, Q, TextField, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core import keyset
from training.domain import dutch_forms
from training.models import Article
from training.models.article import ArticleQuerySet

SIZE = 25
MOST_WORDS = 12
FINE = 1_000_000
"""Scores are compared as whole numbers, so that the place of a page can be named exactly."""
ALIKE = 0.45
OPEN, CLOSE = "\ue000", "\ue001"

ALL, SOME, NEAR = "all", "some", "near"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with the piece of it that answers, its words marked."""

    article: Article
    snippet: SafeString | str


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, the place of the next, and how near it comes: `how`."""

    rows: list[Hit]
    next: str
    how: str = ALL


def find(found: ArticleQuerySet, words: str, *, after: str = "", size: int = SIZE) -> Hits:
    """What of `found` is about these words; without words the newest."""
    typed = _typed(words)
    if not typed:
        page = keyset.newest(found.defer("search", "body"), "updated_at", after=after, size=size)
        return Hits([Hit(one, one.summary) for one in page.rows], page.next)
    how, _, place = after.partition("~")
    for level in (ALL, SOME, NEAR):
        if how in ("", level):
            hits = _page(found, typed, level, place, size)
            if hits.rows:
                return hits
    return Hits([], "", NEAR)


def with_words(found: ArticleQuerySet, words: str) -> ArticleQuerySet:
    """Those that hold all these words, in any order."""
    typed = _typed(words)
    return found.filter(search=query_for(typed)) if typed else found


def _typed(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower().replace("\0", ""))[:MOST_WORDS]


def _page(found: ArticleQuerySet, typed: list[str], level: str, place: str, size: int) -> Hits:
    query = None if level == NEAR else query_for(typed, any_word=level == SOME)
    scored = _near(found, " ".join(typed)) if query is None else _ranked(found, query, typed)
    ordered = scored.defer("search", "body").order_by("-score", "-pk")
    if named := re.fullmatch(r"(\d{1,9})~(\d{1,18})", place):
        score, pk = int(named[1]), int(named[2])
        ordered = ordered.filter(Q(score__lt=score) | Q(score=score, pk__lt=pk))
    rows: list[Any] = list(ordered[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    hits = [Hit(one, _snippet(one)) for one in rows[:size]]
    return Hits(hits, f"{level}~{last.score}~{last.pk}" if last else "", level)


def query_for(typed: list[str], *, any_word: bool = False) -> Any:
    """The same words for Dutch and for English articles; the last may be unfinished."""
    join, sign = (or_, " | ") if any_word else (and_, " & ")
    unfinished = [*typed[:-1], f"{typed[-1]}:*"]
    dutch = reduce(
        join, [_dutch(word, written) for word, written in zip(typed, unfinished, strict=True)]
    )
    return dutch | SearchQuery(sign.join(unfinished), config="english", search_type="raw")


def _dutch(word: str, written: str) -> Any:
    query = SearchQuery(written, config="dutch", search_type="raw")
    others = " | ".join(f"{one}:*" for one in dutch_forms.beginnings(word))
    return query | SearchQuery(others, config="simple", search_type="raw") if others else query


def _ranked(found: ArticleQuerySet, query: Any, typed: list[str]) -> Any:
    marked = query_for(typed, any_word=True)
    return found.filter(search=query).annotate(
        score=_score(SearchRank(F("search"), query)),
        headline=Case(
            When(language="en", then=_headline(marked, "english")),
            default=_headline(marked, "dutch"),
            output_field=TextField(),
        ),
    )


def _headline(query: Any, config: str) -> SearchHeadline:
    text = Concat("summary", Value(" "), "plain", output_field=TextField())
    return SearchHeadline(
        text, query, config=config, start_sel=OPEN, stop_sel=CLOSE, max_words=36, min_words=18
    )


def _near(found: ArticleQuerySet, words: str) -> Any:
    about = Concat("title", Value(" "), "summary", output_field=TextField())
    alike = TrigramWordSimilarity(words, about)
    return found.annotate(score=_score(alike)).filter(score__gte=int(ALIKE * FINE))


def _score(value: Any) -> Any:
    return Cast(value * Value(FINE), IntegerField())


def _snippet(article: Any) -> SafeString | str:
    """The piece around the words; the short answer when they stand only in the title."""
    headline = getattr(article, "headline", "")
    return _marked(f"{headline} …") if OPEN in headline else article.summary


def _marked(text: str) -> SafeString:
    """The words between our marks as <mark>; everything else is only text."""
    safe = str(escape(text)).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
    return mark_safe(safe)  # noqa: S308 - escaped in the line above
