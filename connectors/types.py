"""The words that every platform is translated into, frozen, so that they travel safely."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = Mapping[str, Any]


class Kind(enum.StrEnum):
    """What a source delivers; a connector says in `Ability` which of these it can fetch."""

    MENTIONS = "mentions"
    COMMENTS = "comments"
    SEARCH = "search"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a post. Platforms may hide the author: then the post's `author` is None."""

    handle: str
    name: str = ""
    external_id: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One public utterance. Times are aware and in UTC; ids are strings, never numbers.

    `external_id` is unique within the platform for ever (a Mastodon id carries its server).
    `conversation` is the id of the post at the root of the thread, where the platform tells.
    `raw` is the platform's own answer for this item, without tokens.
    """

    external_id: str
    text: str
    published_at: datetime
    author: Author | None = None
    title: str = ""
    url: str = ""
    lang: str = ""
    in_reply_to: str = ""
    conversation: str = ""
    edited_at: datetime | None = None
    is_deleted: bool = False
    is_repost: bool = False
    metrics: Mapping[str, int] = field(default_factory=dict)
    raw: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unparsed:
    """An item that we could not understand: kept raw and counted, never dropped."""

    raw: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Rate:
    """What the platform said is left of our allowance; None where it does not say."""

    limit: int | None = None
    remaining: int | None = None
    reset_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One page of the platform's answer.

    `cursor` is what the next `fetch` must be given once this page is stored; it holds `walk` while
    we read back from the newest and older items are still to come. `more` says that a next page is
    waiting now. `moved_to` is the new address of a feed that moved for good (HTTP
    301/308). `gap` tells in plain words what could not be reached any more (X keeps 800 mentions).
    """

    posts: tuple[Post, ...]
    cursor: Json
    more: bool = False
    unparsed: tuple[Unparsed, ...] = ()
    rate: Rate | None = None
    moved_to: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a connector must look at, and with which keys.

    `base_url` overrides the platform's address (proxy, test server). `address` is the platform's
    own name for the thing: feed URL, X user id, Facebook page id, Mastodon server. `query` is a
    search or hashtag for `Kind.SEARCH`. `trusted_hosts` ("host:port") may be private addresses.
    """

    kind: Kind
    address: str = ""
    query: str = ""
    base_url: str = ""
    credentials: Mapping[str, str] = field(default_factory=dict)
    trusted_hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply to be put on a platform. `key` is ours, and the same for every try of this reply."""

    text: str
    in_reply_to: str
    key: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The platform's proof that something stands there."""

    external_id: str
    url: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of one account at one moment, by the platform's own metric names."""

    at: datetime
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are on the platform, as the platform says it: proof that the credentials work."""

    external_id: str
    handle: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ability:
    """What a platform allows, as data: what pages and forms ask instead of platform names.

    `text_limit` is in the platform's own way of counting (`measure_text` of the connector).
    `answers_by_name`: an answer must begin with the author's account, or they do not hear of it.
    """

    kinds: frozenset[Kind]
    can_reply: bool = False
    can_measure: bool = False
    text_limit: int = 0
    min_interval: int = 60
    keys: tuple[str, ...] = ()
    answers_by_name: bool = False
