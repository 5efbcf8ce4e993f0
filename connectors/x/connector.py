"""The calls to X: mentions, search, replies, figures and rechecks. One pass each, never a sleep."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar

import requests
import tweepy

from connectors.errors import AuthExpired, ConnectorError, OutcomeUnknown, Rejected, Temporary
from connectors.types import (
    Ability,
    Batch,
    Identity,
    Json,
    Kind,
    Outgoing,
    Post,
    Receipt,
    Stats,
    Target,
)
from connectors.x import answer, normalise, problems
from connectors.x import cursor as cursors
from connectors.x.session import XSession, clean_keys
from connectors.x.text import LIMIT, comparable, weigh

USER_KEYS = ("consumer_key", "consumer_secret", "access_token", "access_token_secret")
LOOKUP_SIZE = 100
OWN_PAGES = 5
"""Pages of our own posts that a search for a lost reply may take: 500 posts since it was sent."""

_CLOCKS = timedelta(minutes=5)
_FIELDS = {
    "tweet_fields": [
        "author_id",
        "conversation_id",
        "created_at",
        "edit_history_tweet_ids",
        "entities",
        "in_reply_to_user_id",
        "lang",
        "note_tweet",
        "public_metrics",
        "referenced_tweets",
    ],
    "expansions": ["author_id"],
    "user_fields": ["id", "name", "username"],
}


class X:
    """One account's mentions, or one search, on X."""

    ability: ClassVar[Ability] = Ability(
        kinds=frozenset({Kind.MENTIONS, Kind.SEARCH}),
        can_reply=True,
        can_measure=True,
        text_limit=LIMIT,
        min_interval=60,
        keys=("bearer_token", *USER_KEYS),
    )

    def __init__(self, target: Target) -> None:
        self._target = target

    def fetch(self, cursor: Json) -> Batch:
        """One page of the walk back to the `high` mark (see `connectors.x.cursor`)."""
        walk = cursors.resume(cursor, self._target.kind, now=datetime.now(UTC))
        try:
            response = self._page(walk)
        except problems.InvalidRequest:
            if not walk.token:
                raise
            onwards = cursors.unfinished(cursor, cursors.without_token(walk))
            return Batch(posts=(), cursor=onwards, more=True)
        body = answer.page(response)
        posts, unparsed = normalise.page(body)
        walk = cursors.step(walk, normalise.ids(body), answer.next_token(body))
        more = bool(walk.token)
        return Batch(
            posts=posts,
            cursor=(cursors.unfinished if more else cursors.finished)(cursor, walk),
            more=more,
            unparsed=unparsed,
            rate=answer.rate(response.headers),
            gap="" if more else cursors.gap(cursor, walk, self._target.kind),
        )

    def check(self) -> Identity:
        """Who the keys belong to; a bearer without an account only proves its own project."""
        if not self._has_user_keys and not self._target.address:
            response = self._client.request("GET", "/2/usage/tweets")
            project = answer.one(response, "project_id")["project_id"]
            return Identity(external_id=str(project), handle="")
        found = normalise.identity(self._account())
        if self._has_user_keys and not self._reads_as_user:
            # Reading goes by the bearer: a wrong one must show now, not at the first poll.
            self._client.get_user(id=_number(found.external_id, "user"), user_auth=False)
        return found

    def measure(self) -> Stats:
        return Stats(at=datetime.now(UTC), values=normalise.counts(self._account()))

    def reply(self, outgoing: Outgoing) -> Receipt:
        """Post once, as the user. X knows no key of ours: a doubtful outcome must be looked up."""
        client = self._user_client()
        response = client.create_tweet(
            text=outgoing.text, in_reply_to_tweet_id=_number(outgoing.in_reply_to, "post")
        )
        try:
            return normalise.receipt(answer.one(response))
        except (ConnectorError, ValueError, OverflowError):
            raise OutcomeUnknown("X took the reply, but its answer was unreadable.") from None

    def find_reply(
        self, outgoing: Outgoing, *, since: datetime, besides: Collection[str] = ()
    ) -> Receipt | None:
        """Our own post since `since` with this parent and this text."""
        token = ""
        for _ in range(OWN_PAGES):
            body = self._own_posts(since, token)
            for post in normalise.page(body)[0]:
                if post.external_id not in besides and _is_ours(post, outgoing):
                    return Receipt(post.external_id, post.url, post.published_at)
            token = answer.next_token(body)
            if not token:
                return None
        raise Temporary("Our own posts on X are too many to say that a reply is not among them.")

    def measure_text(self, text: str) -> int:
        return weigh(text)

    def still_there(self, external_ids: Sequence[str]) -> frozenset[str]:
        """Which of these posts X still shows to us; suspended and protected ones it does not."""
        asked = [one for one in dict.fromkeys(external_ids) if one.isascii() and one.isdigit()]
        standing: set[str] = set()
        for start in range(0, len(asked), LOOKUP_SIZE):
            part = asked[start : start + LOOKUP_SIZE]
            body = answer.body(self._client.get_tweets(part, user_auth=self._reads_as_user))
            standing |= _standing(body)
        return frozenset(standing & set(asked))

    def _page(self, walk: cursors.Walk) -> requests.Response:
        bounds: dict[str, Any] = {
            "max_results": cursors.PAGE_SIZE,
            "since_id": walk.since or None,
            "until_id": walk.until or None,
            "user_auth": self._reads_as_user,
        }
        client, token = self._client, walk.token or None
        if self._target.kind is Kind.SEARCH:
            if not self._target.query.strip():
                raise Rejected("There is no query to search X for.")
            query = self._target.query
            found: requests.Response = client.search_recent_tweets(
                query, next_token=token, **bounds, **_FIELDS
            )
            return found
        if self._target.kind is not Kind.MENTIONS:
            raise Rejected(f"X cannot deliver {self._target.kind}.")
        account = _number(self._target.address, "user")
        found = client.get_users_mentions(account, pagination_token=token, **bounds, **_FIELDS)
        return found

    def _own_posts(self, since: datetime, token: str) -> dict[str, Any]:
        response = self._user_client().get_users_tweets(
            self._own_id,
            start_time=since - _CLOCKS,
            max_results=cursors.PAGE_SIZE,
            pagination_token=token or None,
            tweet_fields=_FIELDS["tweet_fields"],
            user_auth=True,
        )
        return answer.page(response)

    def _account(self) -> Json:
        """The account that the user keys stand for, else the one of the target."""
        fields = ["public_metrics"]
        if self._has_user_keys:
            return answer.one(self._client.get_me(user_fields=fields, user_auth=True))
        account = _number(self._target.address, "user")
        return answer.one(self._client.get_user(id=account, user_fields=fields, user_auth=False))

    @cached_property
    def _own_id(self) -> str:
        """The user that replies; X writes its id before the dash of an access token."""
        prefix = self._keys["access_token"].partition("-")[0]
        if prefix.isdigit():
            return prefix
        return normalise.identity(self._account()).external_id

    def _user_client(self) -> tweepy.Client:
        if not self._has_user_keys:
            raise AuthExpired("A reply on X needs the four keys of the user; some are missing.")
        return self._client

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return clean_keys(self._target.credentials)

    @property
    def _has_user_keys(self) -> bool:
        return all(name in self._keys for name in USER_KEYS)

    @property
    def _reads_as_user(self) -> bool:
        return "bearer_token" not in self._keys

    @cached_property
    def _client(self) -> tweepy.Client:
        if self._reads_as_user and not self._has_user_keys:
            raise AuthExpired("There are no keys for X: a bearer token or the four user keys.")
        client = tweepy.Client(
            **{name: self._keys.get(name) for name in USER_KEYS},
            return_type=requests.Response,
            wait_on_rate_limit=False,
        )
        client.session = XSession(self._keys, self._target.base_url)
        return client


def _number(text: str, what: str) -> str:
    """An id of X, which becomes part of a path and so must be digits and nothing else."""
    if not (text.isascii() and text.isdigit()):
        raise Rejected(f"This is no {what} id of X: {text[:40]!r}")
    return text


def _is_ours(post: Post, outgoing: Outgoing) -> bool:
    return post.in_reply_to == outgoing.in_reply_to and comparable(post.text) == comparable(
        outgoing.text
    )


def _standing(body: Json) -> set[str]:
    """The ids of a lookup that stand; an error that does not say "gone" proves nothing."""
    doubtful = [one for one in answer.items(body, "errors") if not problems.is_missing(one)]
    return {str(one.get("id", "")) for one in answer.items(body, "data")} | {
        str(one.get("resource_id") or one.get("value") or "") for one in doubtful
    }
