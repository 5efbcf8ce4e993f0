"""Everything that stands on the practice platform, and every reply it accepted.

The list of accepted replies is the oracle of the fault tests: what is in it was really published,
whatever the caller was told. All access goes through one lock; a state file is replaced as a whole.
"""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sandbox.wire import Json, now


@dataclass(frozen=True, slots=True)
class Account:
    """Someone on one platform. `handle` has no @; on Mastodon it may carry a server."""

    platform: str
    id: str
    handle: str
    name: str
    created_at: datetime
    followers: int = 40


@dataclass(frozen=True, slots=True)
class Post:
    """One post. `place` tells where it stands: a Facebook edge, or the name of a feed."""

    platform: str
    id: str
    author_id: str
    text: str
    created_at: datetime
    in_reply_to: str = ""
    conversation: str = ""
    place: str = ""
    title: str = ""
    lang: str = "nl"
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    is_ours: bool = False
    script_key: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A reply (or post, when `in_reply_to` is empty) that was accepted from outside."""

    platform: str
    id: str
    text: str
    in_reply_to: str
    at: datetime
    key: str = ""


class Store:
    """Accounts, posts and accepted replies, safe for many threads."""

    def __init__(self, path: Path | None = None) -> None:
        self.lock = threading.RLock()
        self.path = path
        self.revision = 0
        self._clear()
        if path and path.exists():
            self._load(json.loads(path.read_text("utf-8")))

    def _clear(self) -> None:
        self.accounts: dict[tuple[str, str], Account] = {}
        self._posts: dict[tuple[str, str], Post] = {}
        self._below: dict[tuple[str, str], list[str]] = {}
        self.accepted: list[Accepted] = []
        self.refused: list[Accepted] = []
        self.keys: dict[str, tuple[str, datetime]] = {}
        self.story: Json = {}

    def reset(self) -> None:
        """Forget everything, on disk as well."""
        with self.lock:
            self._clear()
            self.changed()

    def account(self, platform: str, account_id: str) -> Account | None:
        return self.accounts.get((platform, account_id))

    def add_account(self, account: Account) -> Account:
        """Keep `account`; the one that is known already wins."""
        with self.lock:
            return self.accounts.setdefault((account.platform, account.id), account)

    def find_account(self, platform: str, handle: str) -> Account | None:
        with self.lock:
            found = (
                account
                for account in self.accounts.values()
                if account.platform == platform and account.handle.lower() == handle.lower()
            )
            return next(found, None)

    def author(self, post: Post) -> Account:
        return self.accounts[(post.platform, post.author_id)]

    def add(self, post: Post) -> Post:
        with self.lock:
            self._keep(post)
            self.changed()
        return post

    def _keep(self, post: Post) -> None:
        where = (post.platform, post.id)
        if post.in_reply_to and where not in self._posts:
            self._below.setdefault((post.platform, post.in_reply_to), []).append(post.id)
        self._posts[where] = post

    def accept(self, post: Post, text: str, *, in_reply_to: str, key: str = "") -> Accepted:
        """Count a post that came in through an API: `text` and `in_reply_to` as they were sent."""
        record = Accepted(post.platform, post.id, text, in_reply_to, now(), key)
        with self.lock:
            self.accepted.append(record)
            self.changed()
        return record

    def refuse(self, platform: str, text: str, in_reply_to: str) -> None:
        """Count a reply that the platform itself stopped as a duplicate."""
        with self.lock:
            self.refused.append(Accepted(platform, "", text, in_reply_to, now()))

    def get(self, platform: str, post_id: str) -> Post | None:
        """The post, unless it was deleted."""
        post = self._posts.get((platform, post_id))
        return post if post and not post.deleted_at else None

    def is_taken(self, platform: str, post_id: str) -> bool:
        return (platform, post_id) in self._posts

    def posts(self, platform: str, wanted: Callable[[Post], bool] | None = None) -> list[Post]:
        """What stands on `platform` now, newest first."""
        with self.lock:
            found = [
                post
                for post in self._posts.values()
                if post.platform == platform and not post.deleted_at
            ]
        found = [post for post in found if wanted is None or wanted(post)]
        return sorted(
            found, key=lambda post: (post.created_at, len(post.id), post.id), reverse=True
        )

    def children(self, post: Post) -> list[Post]:
        """Direct replies, oldest first."""
        with self.lock:
            below = list(self._below.get((post.platform, post.id), ()))
        found = [self.get(post.platform, one) for one in below]
        return sorted((one for one in found if one), key=lambda one: one.created_at)

    def descendants(self, post: Post) -> list[Post]:
        """All replies below `post`, each before its own replies."""
        return list(self._walk(post))

    def _walk(self, post: Post) -> Iterator[Post]:
        for child in self.children(post):
            yield child
            yield from self._walk(child)

    def edit(self, platform: str, post_id: str, text: str) -> Post:
        """Change the text. Raises KeyError when the post is not there."""
        return self._replace(platform, post_id, text=text, edited_at=now())

    def delete(self, platform: str, post_id: str) -> Post:
        """Take the post away. Raises KeyError when it is not there."""
        return self._replace(platform, post_id, deleted_at=now())

    def _replace(self, platform: str, post_id: str, **values: Any) -> Post:
        with self.lock:
            post = self.get(platform, post_id)
            if post is None:
                raise KeyError(f"{platform} {post_id}")
            return self.add(replace(post, **values))

    def duplicates(self) -> dict[tuple[str, str, str], int]:
        """(platform, in reply to, text) that was accepted more than once, with how often."""
        with self.lock:
            seen = Counter((one.platform, one.in_reply_to, one.text) for one in self.accepted)
        return {what: times for what, times in seen.items() if times > 1}

    def changed(self) -> None:
        """Save when there is a state file; the file is always whole, also after a kill."""
        self.revision += 1
        if self.path is None:
            return
        with self.lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(self.path.name + ".new")
            with fresh.open("w", encoding="utf-8") as out:
                json.dump(self.dump(), out, ensure_ascii=False, default=_plain)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(self.path)

    def dump(self) -> Json:
        with self.lock:
            return {
                "accounts": [asdict(one) for one in self.accounts.values()],
                "posts": [asdict(one) for one in self._posts.values()],
                "accepted": [asdict(one) for one in self.accepted],
                "refused": [asdict(one) for one in self.refused],
                "keys": {key: [post_id, at] for key, (post_id, at) in self.keys.items()},
                "story": self.story,
            }

    def _load(self, state: Json) -> None:
        for row in state["accounts"]:
            self.add_account(Account(**_revive(Account, row)))
        for row in state["posts"]:
            self._keep(Post(**_revive(Post, row)))
        self.accepted = [Accepted(**_revive(Accepted, row)) for row in state["accepted"]]
        self.refused = [Accepted(**_revive(Accepted, row)) for row in state["refused"]]
        self.keys = {
            key: (post_id, datetime.fromisoformat(at))
            for key, (post_id, at) in state["keys"].items()
        }
        self.story = state["story"]


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _revive(kind: type, row: Json) -> Json:
    """Turn the times of a saved row into datetimes again, and drop what is no field any more."""
    names = {one.name for one in fields(kind)}
    return {
        name: datetime.fromisoformat(value) if value and name.endswith("at") else value
        for name, value in row.items()
        if name in names
    }
