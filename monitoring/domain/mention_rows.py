"""From a connector's `Post` to a row that can be stored: cleaned, cut to size and judged. Pure.

Everything that strangers fill in passes here once. What cannot be made storable raises
`Unstorable`, and the caller keeps it as an item not understood.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from connectors.text import clean
from connectors.types import Author, Post
from core.searchquery import Matcher
from governance.models.routing import Sentiment, Threat
from monitoring.domain import language, sentiment, threat
from monitoring.domain.matching import as_document

LONGEST_TEXT: Final = 50_000
_LONGEST_TITLE: Final = 500
_LONGEST_NAME: Final = 200
_LONGEST_URL: Final = 2_000
_LONGEST_ID: Final = 255
_OLDEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
_CLOCKS: Final = timedelta(minutes=1)
_SCHEMES: Final = ("https://", "http://")
_NOBODY: Final = Author("")


class Unstorable(ValueError):
    """A post without what every mention needs: an id and a moment."""


class Version(NamedTuple):
    """Which state of a post this is. A later one replaces an earlier one; deleted is final."""

    title: str
    text: str
    edited_at: datetime | None
    is_deleted: bool

    def replaces(self, other: Version) -> bool:
        """Whether this state must be kept instead of `other`, in whatever order they came."""
        if other.is_deleted or self == other:
            return False
        return self.is_deleted or (self.edited_at or _OLDEST) >= (other.edited_at or _OLDEST)


class Cleaned(NamedTuple):
    """A post whose id, text and times are safe to store, not judged yet."""

    post: Post
    external_id: str
    version: Version
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all posts of one page."""

    platform: str
    at: datetime
    source_id: int | None
    history_before: datetime
    is_about_us: bool
    own_ids: frozenset[str]
    own_handles: frozenset[str]
    forgotten_before: datetime | None = None

    def is_forgotten(self, row: Mapping[str, Any]) -> bool:
        """Whether retention took it away already, though the platform still shows it."""
        is_old = self.forgotten_before is not None and row["published_at"] < self.forgotten_before
        return is_old and not row["is_relevant"]

    def is_history(self, published_at: datetime) -> bool:
        """Whether a post of that moment is too old to ask for work."""
        return published_at < self.history_before


def cleaned(post: Post, *, at: datetime) -> Cleaned:
    """`post` made safe. `at` (aware) caps times in the future. Raises `Unstorable`."""
    external_id = stored_id(post.external_id)
    if not external_id:
        raise Unstorable("It has no id.")
    if not isinstance(post.published_at, datetime) or post.published_at.tzinfo is None:
        raise Unstorable("It has no moment of publication.")
    edited_at = post.edited_at
    version = Version(
        title="" if post.is_deleted else tidy(post.title, _LONGEST_TITLE),
        text="" if post.is_deleted else tidy(post.text, LONGEST_TEXT),
        edited_at=edited_at if edited_at and edited_at <= at + _CLOCKS else None,
        is_deleted=post.is_deleted,
    )
    published_at = min(max(post.published_at, _OLDEST), at)
    return Cleaned(post, external_id, version, published_at)


def latest(posts: Iterable[Cleaned]) -> dict[str, Cleaned]:
    """One state per id: a page may hold the same post twice."""
    kept: dict[str, Cleaned] = {}
    for one in posts:
        before = kept.get(one.external_id)
        if before is None or one.version.replaces(before.version):
            kept[one.external_id] = one
    return kept


def row(one: Cleaned, matcher: Matcher[int], setting: Setting) -> tuple[dict[str, Any], set[int]]:
    """The row of a mention, and the ids of the terms that find it."""
    post, version = one.post, one.version
    author = post.author or _NOBODY
    handle = tidy(author.handle, _LONGEST_NAME)
    lang = language.detect(version.text, post.lang)
    document = as_document(version.title, version.text, handle, lang, setting.platform)
    terms = set() if version.is_deleted else matcher.match(document)
    values = {
        "external_id": one.external_id,
        "author_handle": handle,
        "author_name": tidy(author.name, _LONGEST_NAME),
        "author_external_id": stored_id(author.external_id),
        "title": version.title,
        "text": version.text,
        "url": _address(post.url),
        "in_reply_to": stored_id(post.in_reply_to),
        "conversation": stored_id(post.conversation),
        "published_at": one.published_at,
        "edited_at": version.edited_at,
        "deleted_at": setting.at if version.is_deleted else None,
        "raw": {} if version.is_deleted else post.raw,
        "lang": lang,
        "is_relevant": not version.is_deleted and (bool(terms) or setting.is_about_us),
        "is_history": setting.is_history(one.published_at),
        "is_own": is_own(author, setting),
        "is_repost": post.is_repost,
        **judged(document.text),
    }
    return values, terms


def waits_for_triage(row: Mapping[str, Any]) -> bool:
    """Whether webcare must look at it, as `MentionQuerySet.untriaged` says of a new row."""
    return bool(row["is_relevant"] and not row["is_history"] and not row["is_own"])


def judged(text: str) -> dict[str, Any]:
    """The hints about a text: tone and danger."""
    tone, certainty = sentiment.judge(text)
    danger, words = threat.screen(text)
    if danger == Threat.LIKELY:
        tone, certainty = Sentiment.NEGATIVE, max(certainty, 0.6)
    return {
        "sentiment": tone.value,
        "sentiment_certainty": certainty,
        "threat": danger.value,
        "threat_words": words,
    }


def stored_id(external_id: str) -> str:
    """An id of any length in 255 characters, still different for different ids."""
    if not external_id:
        return ""
    found = tidy(external_id, _LONGEST_URL)
    if len(found) <= _LONGEST_ID:
        return found
    digest = hashlib.sha256(found.encode()).hexdigest()
    return f"{found[: _LONGEST_ID - len(digest) - 1]}:{digest}"


def tidy(value: str, longest: int) -> str:
    """`value` without what may not be stored, cut to size; most is printable as it comes."""
    return (value.strip() if value.isprintable() else clean(value))[:longest]


def is_own(author: Author, setting: Setting) -> bool:
    """Whether one of our own accounts wrote it."""
    return author.external_id in setting.own_ids or author.handle.lower() in setting.own_handles


def _address(url: str) -> str:
    """Only what may become a link; an address that does not fit is none at all."""
    found = tidy(url, _LONGEST_URL + 1)
    return found if found.startswith(_SCHEMES) and len(found) <= _LONGEST_URL else ""
