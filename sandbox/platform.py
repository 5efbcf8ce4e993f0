"""What the four platforms share on this side of the wire: accounts, posts and who we are there."""

from __future__ import annotations

import abc
import re
from dataclasses import replace
from datetime import UTC, datetime

from sandbox import ids
from sandbox.identity import COLLEGE, HANDLE
from sandbox.limits import Limits
from sandbox.store import Accepted, Account, Post, Store
from sandbox.wire import Request, Response, now

HANDLES = re.compile(r"(?<!\w)@(\w+(?:@[\w.-]+\w)?)")
OPENED_AT = datetime(2019, 9, 2, 8, 0, tzinfo=UTC)


class Platform(abc.ABC):
    """One platform: posts are put on it with `add_*`, and asked for with `handle`."""

    name = ""
    own_id = ""
    account_floor = 1_000_000

    def __init__(self, store: Store, limits: Limits, base_url: str) -> None:
        self.store = store
        self.limits = limits
        self.base_url = base_url
        self.url = f"{base_url}/{self.name}"
        self.open()

    @abc.abstractmethod
    def handle(self, request: Request) -> Response: ...

    @abc.abstractmethod
    def new_id(self, draft: Post) -> str:
        """An id that is free, in the platform's own form."""

    @abc.abstractmethod
    def too_many(self, reset_at: datetime | None) -> Response: ...

    @abc.abstractmethod
    def server_error(self) -> Response: ...

    @abc.abstractmethod
    def unauthorised(self) -> Response: ...

    @abc.abstractmethod
    def forbidden(self) -> Response: ...

    @abc.abstractmethod
    def not_found(self) -> Response: ...

    def budget_spent(self) -> Response:
        """Only X sells its calls; elsewhere it is the same as too many."""
        return self.too_many(None)

    def open(self) -> None:
        """Make sure that the college has its account here (also after a reset)."""
        self.store.add_account(
            Account(self.name, self.own_id, HANDLE, COLLEGE, OPENED_AT, followers=4812)
        )

    @property
    def own(self) -> Account:
        return self.store.accounts[(self.name, self.own_id)]

    @property
    def accepted(self) -> list[Accepted]:
        """Every reply that this platform accepted, in order."""
        return [one for one in self.store.accepted if one.platform == self.name]

    def person(self, handle: str, name: str = "") -> Account:
        """The account of someone by handle; made when it is not there yet."""
        handle = handle.lstrip("@") or "bezoeker"
        known = self.store.find_account(self.name, handle)
        if known:
            return known
        number = ids.account_number(handle, floor=self.account_floor)
        account = Account(self.name, number, handle, name or handle, OPENED_AT)
        return self.store.add_account(account)

    def write(
        self,
        text: str,
        *,
        author: Account | None = None,
        at: datetime | None = None,
        in_reply_to: str = "",
        place: str = "",
        title: str = "",
        lang: str = "nl",
        script_key: str = "",
    ) -> Post:
        """Put a post on the platform; without an author it is the college's own."""
        author = author or self.own
        draft = Post(
            self.name,
            "",
            author.id,
            text,
            at or now(),
            in_reply_to=in_reply_to,
            place=place,
            title=title,
            lang=lang,
            is_ours=author == self.own,
            script_key=script_key,
        )
        with self.store.lock:
            post_id = self.new_id(draft)
            return self.store.add(
                replace(draft, id=post_id, conversation=self.root_of(in_reply_to) or post_id)
            )

    def root_of(self, post_id: str) -> str:
        parent = self.store.get(self.name, post_id) if post_id else None
        return parent.conversation if parent else post_id

    def addressed(self, text: str, in_reply_to: str, author: Account) -> str:
        """`text` with the handles in front of whom it answers, and of whom they named."""
        parent = self.store.get(self.name, in_reply_to)
        if parent is None:
            return text
        named = HANDLES.findall(parent.text)
        handles = dict.fromkeys([self.store.author(parent).handle, *named])
        front = [
            f"@{handle}"
            for handle in handles
            if handle.lower() != author.handle.lower() and f"@{handle}".lower() not in text.lower()
        ]
        return " ".join([*front, text])

    def edit(self, post_id: str, text: str) -> Post:
        """Change a post. Raises KeyError when it is not there."""
        return self.store.edit(self.name, post_id, text)

    def delete(self, post_id: str) -> Post:
        """Take a post away. Raises KeyError when it is not there."""
        return self.store.delete(self.name, post_id)
