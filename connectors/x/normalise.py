"""From a page of the X API to `Post`s. Pure: no call, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from connectors.text import clean, storable
from connectors.types import Author, Identity, Json, Post, Receipt, Unparsed
from connectors.x.cursor import time_of
from connectors.x.text import readable

SITE = "https://x.com"
_NO_LANGUAGE = {"und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"}
# Entries of `errors` about these tell of a quoted post or an author; the post itself still stands.
_EXPANSIONS = {"author_id", "referenced_tweets.id", "in_reply_to_user_id", "edit_history_tweet_ids"}


def page(body: Json) -> tuple[tuple[Post, ...], tuple[Unparsed, ...]]:
    """The posts of one answer, and what of it we did not understand."""
    includes = body.get("includes")
    users = _by_id(includes.get("users") if isinstance(includes, Mapping) else None)
    posts: dict[str, Post] = {}
    unparsed: list[Unparsed] = []
    for tweet in _items(body, "data"):
        try:
            read = post(tweet, users)
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as fault:
            unparsed.append(Unparsed(storable(tweet), f"{type(fault).__name__}: {fault}"[:200]))
        else:
            posts.setdefault(read.external_id, read)  # newest first: an older version comes later
    unparsed += [
        Unparsed(storable(error), "X reported an error beside the posts")
        for error in _items(body, "errors")
        if not (isinstance(error, Mapping) and error.get("parameter") in _EXPANSIONS)
    ]
    return tuple(posts.values()), tuple(unparsed)


def post(tweet: Json, users: Mapping[str, Json]) -> Post:
    """One post. All versions of an edited post share the id of the first (X gives each its own)."""
    versions = [str(one) for one in tweet.get("edit_history_tweet_ids") or [tweet["id"]]]
    latest, first = str(int(tweet["id"])), str(int(versions[0]))
    made_at = _time(tweet, latest)
    references = _references(tweet)
    author_id = str(tweet.get("author_id") or "")
    user = users.get(author_id, {})
    return Post(
        external_id=first,
        text=readable(tweet),
        published_at=made_at if first == latest else time_of(int(first)),
        author=author(author_id, user) if author_id else None,
        url=address(latest, clean(str(user.get("username") or ""))),
        lang=_language(tweet),
        in_reply_to=references.get("replied_to", ""),
        conversation=str(tweet.get("conversation_id") or ""),
        edited_at=None if first == latest else made_at,
        is_repost="retweeted" in references,
        metrics=counts(tweet),
        raw=storable(tweet),
    )


def author(author_id: str, user: Json) -> Author:
    """Who wrote it; X leaves suspended accounts out of `includes`, then the id has to do."""
    handle = clean(str(user.get("username") or ""))
    return Author(
        handle=handle or author_id,
        name=clean(str(user.get("name") or "")),
        external_id=author_id,
        url=f"{SITE}/{handle}" if handle else f"{SITE}/i/user/{author_id}",
    )


def receipt(tweet: Json, handle: str = "") -> Receipt:
    """Proof of a post of ours. Raises KeyError or ValueError when `tweet` is none."""
    post_id = int(tweet["id"])
    return Receipt(str(post_id), address(str(post_id), handle), time_of(post_id))


def identity(user: Json) -> Identity:
    return Identity(
        external_id=str(user["id"]),
        handle=clean(str(user.get("username") or "")),
        name=clean(str(user.get("name") or "")),
    )


def counts(thing: Json) -> dict[str, int]:
    """`public_metrics` of a post or an account, by X's own names."""
    metrics = thing.get("public_metrics")
    pairs = metrics.items() if isinstance(metrics, Mapping) else ()
    return {clean(str(name)): value for name, value in pairs if type(value) is int}


def address(post_id: str, handle: str = "") -> str:
    return f"{SITE}/{handle or 'i'}/status/{post_id}"


def ids(body: Json) -> list[int]:
    """The ids of the posts of this page, also of those that we could not understand otherwise."""
    found = (tweet.get("id") for tweet in _items(body, "data") if isinstance(tweet, Mapping))
    return [int(one) for one in found if isinstance(one, str) and one.isdecimal()]


def _items(body: Json, name: str) -> list[Any]:
    found = body.get(name)
    return found if isinstance(found, list) else []


def _by_id(things: Any) -> dict[str, Json]:
    found = things if isinstance(things, list) else []
    return {str(one["id"]): one for one in found if isinstance(one, Mapping) and "id" in one}


def _references(tweet: Json) -> dict[str, str]:
    found = tweet.get("referenced_tweets") or []
    return {str(one["type"]): str(one["id"]) for one in found}


def _time(tweet: Json, post_id: str) -> datetime:
    written = tweet.get("created_at")
    if not written:
        return time_of(int(post_id))
    moment = datetime.fromisoformat(str(written))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(tweet: Json) -> str:
    lang = clean(str(tweet.get("lang") or ""))
    return "" if lang in _NO_LANGUAGE else lang
