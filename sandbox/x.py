"""X API v2: mentions, recent search, timelines, users and posting, under /x/2/."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sandbox import ids, x_format
from sandbox.identity import HANDLE, X_BEARER, X_OAUTH1_TOKEN, X_USER_ID
from sandbox.platform import Platform
from sandbox.store import Account, Post
from sandbox.wire import Json, Request, Response, Route, answer, find_route, now
from sandbox.x_format import Refusals, forbidden, invalid, limit_headers, missing, weight
from sandbox.x_paging import position, token_after, within_bounds
from sandbox.x_query import BadQuery, Subject, compile_query

WINDOW = 900
REACH = 800
SEARCH_DAYS = 7
TEXT_LIMIT = 280
LIMITS = {
    "mentions": 300,
    "search": 300,
    "timeline": 900,
    "me": 75,
    "user": 900,
    "lookup": 900,
    "create": 100,
    "remove": 50,
}


class X(Refusals, Platform):
    """The practice version of X."""

    name = "x"
    own_id = X_USER_ID
    account_floor = 1_590_000_000_000_000_000

    def new_id(self, draft: Post) -> str:
        return ids.free(
            ids.x_snowflake(draft.created_at), lambda one: self.store.is_taken("x", one)
        )

    def add_post(
        self,
        text: str,
        author: str = "bezoeker",
        *,
        name: str = "",
        at: datetime | None = None,
        in_reply_to: str = "",
        lang: str = "nl",
        script_key: str = "",
    ) -> Post:
        """A post by somebody; it is a mention only when it names our handle."""
        person = self.person(author, name)
        return self.write(
            text, author=person, at=at, in_reply_to=in_reply_to, lang=lang, script_key=script_key
        )

    def add_mention(
        self,
        text: str,
        author: str = "bezoeker",
        *,
        at: datetime | None = None,
        in_reply_to: str = "",
    ) -> Post:
        """A post that names us, also when `text` does not."""
        text = text if f"@{HANDLE}" in text.lower() else f"@{HANDLE} {text}"
        return self.add_post(text, author, at=at, in_reply_to=in_reply_to)

    def add_own(self, text: str, *, at: datetime | None = None) -> Post:
        return self.write(text, at=at)

    def handle(self, request: Request) -> Response:
        routes: list[Route] = [
            ("GET", r"/2/users/(\d+)/mentions", self._mentions),
            ("GET", r"/2/tweets/search/recent", self._search),
            ("GET", r"/2/users/(\d+)/tweets", self._timeline),
            ("GET", r"/2/users/me", self._me),
            ("GET", r"/2/users/(\d+)", self._user),
            ("GET", r"/2/users/by/username/(\w+)", self._by_name),
            ("GET", r"/2/tweets", self._lookup),
            ("GET", r"/2/tweets/(\d+)", self._single),
            ("POST", r"/2/tweets", self._create),
            ("DELETE", r"/2/tweets/(\d+)", self._remove),
        ]
        if not self._is_known(request):
            return self.unauthorised()
        found = find_route(routes, request)
        if found is None:
            return self.not_found()
        handler, parts = found
        return handler(request, *parts)

    def _is_known(self, request: Request) -> bool:
        token = re.search(r'oauth_token="([^"]*)"', request.headers.get("authorization", ""))
        return request.bearer == X_BEARER or bool(token and token[1] == X_OAUTH1_TOKEN)

    def _within(self, route: str, response: Response) -> Response:
        """Add the limit headers, or say 429 when the allowance of this route is over."""
        left = self.limits.spend(f"x {route}", limit=LIMITS[route], seconds=WINDOW)
        if left.is_over:
            return self.too_many(left.reset_at)
        return response.with_headers(limit_headers(left.limit, left.remaining, left.reset_at))

    def _mentions(self, request: Request, user_id: str) -> Response:
        account = self.store.account("x", user_id)
        if account is None:
            return answer({"errors": [missing("user", "id", user_id)]})
        mark = re.compile(rf"@{re.escape(account.handle)}\b", re.IGNORECASE)
        found = self.store.posts("x", lambda post: bool(mark.search(post.text)))
        return self._within("mentions", self._page(request, found[:REACH], low=5, default=10))

    def _timeline(self, request: Request, user_id: str) -> Response:
        found = self.store.posts("x", lambda post: post.author_id == user_id)
        if "replies" in request.values("exclude"):
            found = [post for post in found if not post.in_reply_to]
        return self._within("timeline", self._page(request, found, low=5, default=10))

    def _search(self, request: Request) -> Response:
        query = request.get("query")
        edge = now() - timedelta(days=SEARCH_DAYS)
        if not 1 <= len(query) <= 512:
            return invalid("query", query, f"query length ({len(query)}) must be from 1 to 512")
        since_id = request.get("since_id")
        if since_id.isdigit() and int(since_id) < ids.x_snowflake(edge):
            return invalid(
                "since_id",
                since_id,
                f"'since_id' must be a tweet id created after [{edge:%Y-%m-%dT%H:%M}Z]. "
                f"Please use a 'since_id' that is larger than {ids.x_snowflake(edge)}",
            )
        try:
            fits = compile_query(query)
        except BadQuery as fault:
            return invalid("query", query, f"There were errors processing your request: {fault}")
        found = self.store.posts(
            "x", lambda post: post.created_at >= edge and fits(self._subject(post))
        )
        return self._within("search", self._page(request, found, low=10, default=10))

    def _subject(self, post: Post) -> Subject:
        parent = self.store.get("x", post.in_reply_to) if post.in_reply_to else None
        return Subject(
            text=post.text,
            author=self.store.author(post).handle,
            to=self.store.author(parent).handle if parent else "",
            lang=post.lang,
            conversation=post.conversation,
            is_reply=bool(post.in_reply_to),
        )

    def _page(self, request: Request, found: list[Post], *, low: int, default: int) -> Response:
        size_text = request.get("max_results", str(default))
        if not size_text.isdigit() or not low <= int(size_text) <= 100:
            message = (
                f"The `max_results` query parameter value [{size_text}] "
                f"is not between {low} and 100"
            )
            return invalid("max_results", size_text, message)
        found = within_bounds(found, request)
        token = request.get("pagination_token") or request.get("next_token")
        start = position(found, token)
        if start is None:
            return invalid("pagination_token", token, "The pagination_token is not valid")
        page = found[start : start + int(size_text)]
        meta: Json = {"result_count": len(page)}
        if page:
            numbers = [int(post.id) for post in page]
            meta |= {"newest_id": str(max(numbers)), "oldest_id": str(min(numbers))}
            if start + len(page) < len(found):
                meta["next_token"] = token_after(page[-1])
        return answer(self._document(request, page) | {"meta": meta})

    def _document(self, request: Request, page: list[Post]) -> Json:
        """`data` and `includes` for these posts; neither is there when it would be empty."""
        wanted = set(request.values("tweet.fields"))
        document: Json = {}
        if page:
            document["data"] = [x_format.tweet(post, wanted, self.store) for post in page]
        people = self._expanded(request, page)
        if people:
            fields = set(request.values("user.fields"))
            document["includes"] = {"users": [x_format.user(one, fields) for one in people]}
        return document

    def _expanded(self, request: Request, page: list[Post]) -> list[Account]:
        expansions = request.values("expansions")
        people: dict[str, Account] = {}
        for post in page:
            if "author_id" in expansions:
                people[post.author_id] = self.store.author(post)
            parent = self.store.get("x", post.in_reply_to) if post.in_reply_to else None
            if parent and "in_reply_to_user_id" in expansions:
                people[parent.author_id] = self.store.author(parent)
        return list(people.values())

    def _me(self, request: Request) -> Response:
        return self._within("me", self._user_answer(request, self.own))

    def _user(self, request: Request, user_id: str) -> Response:
        account = self.store.account("x", user_id)
        if account is None:
            return answer({"errors": [missing("user", "id", user_id)]})
        return self._within("user", self._user_answer(request, account))

    def _by_name(self, request: Request, handle: str) -> Response:
        account = self.store.find_account("x", handle)
        if account is None:
            return answer({"errors": [missing("user", "username", handle)]})
        return self._within("user", self._user_answer(request, account))

    def _user_answer(self, request: Request, account: Account) -> Response:
        posts = self.store.posts("x", lambda post: post.author_id == account.id)
        return answer(
            {"data": x_format.user(account, set(request.values("user.fields")), len(posts))}
        )

    def _lookup(self, request: Request) -> Response:
        wanted = request.values("ids")
        if not 1 <= len(wanted) <= 100:
            return invalid("ids", ",".join(wanted), f"size must be 1 to 100, is {len(wanted)}")
        known = {one: self.store.get("x", one) for one in wanted}
        document = self._document(request, [post for post in known.values() if post])
        if errors := [missing("tweet", "ids", one) for one, post in known.items() if not post]:
            document["errors"] = errors
        return self._within("lookup", answer(document))

    def _single(self, request: Request, post_id: str) -> Response:
        post = self.store.get("x", post_id)
        if post is None:
            return self._within("lookup", answer({"errors": [missing("tweet", "id", post_id)]}))
        document = self._document(request, [post])
        return self._within("lookup", answer(document | {"data": document["data"][0]}))

    def _create(self, request: Request) -> Response:
        try:
            form = request.form()
        except ValueError:
            return invalid("body", "", "The body is not valid JSON")
        text = str(form.get("text") or "")
        target = str((form.get("reply") or {}).get("in_reply_to_tweet_id") or "")
        if not text.strip():
            return invalid("text", text, "$.text: must not be empty")
        with self.store.lock:
            return self._within(
                "create", self._refused(text, target) or self._publish(text, target)
            )

    def _refused(self, text: str, target: str) -> Response | None:
        if target and self.store.get("x", target) is None:
            return forbidden(
                "You attempted to reply to a Tweet that is deleted or not visible to you."
            )
        if weight(text) > TEXT_LIMIT:
            return forbidden("You are not permitted to perform this action.")
        if self._stands_there(text, target):
            self.store.refuse("x", text, target)
            return forbidden("You are not allowed to create a Tweet with duplicate content.")
        return None

    def _stands_there(self, text: str, target: str) -> bool:
        """Whether the same text was sent in the last day, to the same post, and still stands."""
        day_ago = now() - timedelta(days=1)
        return any(
            (one.text, one.in_reply_to) == (text, target)
            and one.at >= day_ago
            and self.store.get("x", one.id)
            for one in self.accepted
        )

    def _publish(self, text: str, target: str) -> Response:
        # X itself puts the handles of the others in front of a reply.
        full = self.addressed(text, target, self.own)
        post = self.write(full, in_reply_to=target)
        self.store.accept(post, text, in_reply_to=target)
        return answer({"data": x_format.tweet(post, set(), self.store)}, 201)

    def _remove(self, request: Request, post_id: str) -> Response:
        post = self.store.get("x", post_id)
        if post and not post.is_ours:
            return forbidden("You are not authorized to delete this Tweet.")
        if post:
            self.delete(post_id)
        return self._within("remove", answer({"data": {"deleted": bool(post)}}))
