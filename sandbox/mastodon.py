"""The client API of a Mastodon server, under /mastodon/api/."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sandbox import ids
from sandbox import mastodon_format as toots
from sandbox.identity import HANDLE, MASTODON_ACCOUNT_ID, MASTODON_TOKEN
from sandbox.mastodon_format import TAG, Refusals, mastodon_error, notification_id
from sandbox.mastodon_paging import link_header, page_of
from sandbox.platform import Platform
from sandbox.store import Post
from sandbox.wire import Json, Request, Response, Route, answer, find_route, now

CALLS_PER_WINDOW = 300
WINDOW = 300
TEXT_LIMIT = 500
LINK_LENGTH = 23
KEYS_KEPT = timedelta(hours=1)
OPEN_ROUTES = ("/api/v1/timelines/tag/", "/api/v2/instance", "/api/v1/instance")


class Mastodon(Refusals, Platform):
    """The practice version of a Mastodon server."""

    name = "mastodon"
    own_id = MASTODON_ACCOUNT_ID
    account_floor = 109_000_000_000_000_000

    def new_id(self, draft: Post) -> str:
        candidate = ids.mastodon_snowflake(draft.created_at)
        return ids.free(candidate, lambda one: self.store.is_taken(self.name, one))

    def add_status(
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
        """A status by somebody; it is a mention only when it names our handle."""
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
        """A status that names us, also when `text` does not."""
        text = text if f"@{HANDLE}" in text.lower() else f"@{HANDLE} {text}"
        return self.add_status(text, author, at=at, in_reply_to=in_reply_to)

    def add_own(self, text: str, *, at: datetime | None = None) -> Post:
        return self.write(text, at=at)

    def handle(self, request: Request) -> Response:
        public = re.fullmatch(r"/@[^/]+/(\d+)", request.path)
        if public:
            address = f"{self.base_url}/bericht/mastodon/{public[1]}"
            return Response(302, b"", "text/html", {"Location": address})
        left = self.limits.spend("mastodon", limit=CALLS_PER_WINDOW, seconds=WINDOW)
        if left.is_over:
            return self.too_many(left.reset_at)
        response = self._refuse_key(request) or self._dispatch(request)
        headers = toots.limit_headers(left.limit, left.remaining, left.reset_at)
        return response.with_headers(headers)

    def _refuse_key(self, request: Request) -> Response | None:
        is_open = request.method == "GET" and request.path.startswith(OPEN_ROUTES)
        if request.bearer == MASTODON_TOKEN or (is_open and not request.bearer):
            return None
        if not request.bearer:
            return mastodon_error(401, "This method requires an authenticated user")
        return self.unauthorised()

    def _dispatch(self, request: Request) -> Response:
        routes: list[Route] = [
            ("GET", r"/api/v1/notifications", self._notifications),
            ("GET", r"/api/v2/search", self._search),
            ("GET", r"/api/v1/timelines/tag/(\w+)", self._tag),
            ("GET", r"/api/v1/statuses", self._several),
            ("POST", r"/api/v1/statuses", self._create),
            ("GET", r"/api/v1/statuses/(\d+)", self._status),
            ("DELETE", r"/api/v1/statuses/(\d+)", self._remove),
            ("GET", r"/api/v1/statuses/(\d+)/context", self._context),
            ("GET", r"/api/v1/accounts/verify_credentials", self._verify),
            ("GET", r"/api/v1/accounts/lookup", self._lookup),
            ("GET", r"/api/v1/accounts/(\d+)", self._account),
            ("GET", r"/api/v1/accounts/(\d+)/statuses", self._account_statuses),
            ("GET", r"/api/v[12]/instance", self._instance),
        ]
        found = find_route(routes, request)
        if found is None:
            return self.not_found()
        handler, parts = found
        return handler(request, *parts)

    def _notifications(self, request: Request) -> Response:
        types, excluded = request.values("types"), request.values("exclude_types")
        if (types and "mention" not in types) or "mention" in excluded:
            return answer([])
        mark = re.compile(rf"@{HANDLE}\b", re.IGNORECASE)
        found = self.store.posts(
            self.name, lambda post: not post.is_ours and bool(mark.search(post.text))
        )
        page = page_of(found, request, number=notification_id, default=40, most=80)
        items = [toots.notification(post, self.store, self.url) for post in page]
        return answer(items).with_headers(
            link_header(request, self.url, [notification_id(post) for post in page])
        )

    def _search(self, request: Request) -> Response:
        query, kind = request.get("q").strip(), request.get("type")
        if not query:
            return mastodon_error(400, "param is missing or the value is empty: q")
        statuses: list[Json] = []
        if kind in {"", "statuses"}:
            words = [word.strip('"').lower() for word in re.findall(r'"[^"]+"|\S+', query)]
            found = self.store.posts(
                self.name, lambda post: all(word in post.text.lower() for word in words)
            )
            start = int(request.get("offset", "0") or 0)
            page = page_of(found, request, number=_status_id, default=20, most=40, start=start)
            statuses = self._statuses(page)
        return answer({"accounts": [], "statuses": statuses, "hashtags": []})

    def _tag(self, request: Request, tag: str) -> Response:
        wanted = {tag.lower(), *(one.lower() for one in request.values("any"))}
        found = self.store.posts(
            self.name, lambda post: bool(wanted & {one.lower() for one in TAG.findall(post.text)})
        )
        return self._listed(request, found)

    def _account_statuses(self, request: Request, account_id: str) -> Response:
        if self.store.account(self.name, account_id) is None:
            return self.not_found()
        without_replies = request.get("exclude_replies") in {"true", "1"}
        found = self.store.posts(
            self.name,
            lambda post: (
                post.author_id == account_id and not (without_replies and post.in_reply_to)
            ),
        )
        return self._listed(request, found)

    def _listed(self, request: Request, found: list[Post]) -> Response:
        page = page_of(found, request, number=_status_id, default=20, most=40)
        header = link_header(request, self.url, [post.id for post in page])
        return answer(self._statuses(page)).with_headers(header)

    def _statuses(self, posts: list[Post]) -> list[Json]:
        return [toots.status(post, self.store, self.url) for post in posts]

    def _several(self, request: Request) -> Response:
        """Those that stand there; the others are left out without a word."""
        known = [self.store.get(self.name, one) for one in request.values("id")]
        return answer(self._statuses([post for post in known if post]))

    def _status(self, request: Request, post_id: str) -> Response:
        post = self.store.get(self.name, post_id)
        return answer(self._statuses([post])[0]) if post else self.not_found()

    def _context(self, request: Request, post_id: str) -> Response:
        post = self.store.get(self.name, post_id)
        if post is None:
            return self.not_found()
        above: list[Post] = []
        parent = self.store.get(self.name, post.in_reply_to)
        while parent:
            above.insert(0, parent)
            parent = self.store.get(self.name, parent.in_reply_to)
        below = self.store.descendants(post)
        return answer({"ancestors": self._statuses(above), "descendants": self._statuses(below)})

    def _verify(self, request: Request) -> Response:
        document = self._account_document(self.own_id)
        source = {
            "privacy": "public",
            "sensitive": False,
            "language": "nl",
            "note": "",
            "fields": [],
        }
        return answer({**document, "source": source})

    def _account(self, request: Request, account_id: str) -> Response:
        if self.store.account(self.name, account_id) is None:
            return self.not_found()
        return answer(self._account_document(account_id))

    def _lookup(self, request: Request) -> Response:
        found = self.store.find_account(self.name, request.get("acct").lstrip("@"))
        return answer(self._account_document(found.id)) if found else self.not_found()

    def _account_document(self, account_id: str) -> Json:
        posts = self.store.posts(self.name, lambda post: post.author_id == account_id)
        return toots.account(self.store.accounts[(self.name, account_id)], self.url, len(posts))

    def _instance(self, request: Request) -> Response:
        statuses = {
            "max_characters": TEXT_LIMIT,
            "max_media_attachments": 4,
            "characters_reserved_per_url": LINK_LENGTH,
        }
        return answer(
            {
                "domain": self.url.split("://", 1)[1],
                "uri": self.url.split("://", 1)[1],
                "title": "Oefenplatform",
                "version": "4.5.2",
                "source_url": "",
                "description": "Een oefenserver, niet echt",
                "languages": ["nl"],
                "configuration": {"statuses": statuses},
                "registrations": {"enabled": False},
                "api_versions": {"mastodon": 7},
            }
        )

    def _create(self, request: Request) -> Response:
        try:
            form = request.form()
        except ValueError:
            return mastodon_error(400, "Error occurred while parsing request parameters")
        text, target = str(form.get("status") or ""), str(form.get("in_reply_to_id") or "")
        key = request.headers.get("idempotency-key", "")
        with self.store.lock:
            known = self._already_made(key)
            if known:
                return answer(self._statuses([known])[0])
            return self._refused(text, target) or self._publish(text, target, key)

    def _already_made(self, key: str) -> Post | None:
        """What an earlier call with the same key made, for an hour."""
        post_id, at = self.store.keys.get(key, ("", now()))
        fresh = key and now() - at < KEYS_KEPT
        return self.store.get(self.name, post_id) if fresh else None

    def _refused(self, text: str, target: str) -> Response | None:
        if target and self.store.get(self.name, target) is None:
            return mastodon_error(
                404, "The post you are trying to reply to does not appear to exist."
            )
        if not text.strip():
            return mastodon_error(422, "Validation failed: Text can't be blank")
        if len(toots.LINK.sub("x" * LINK_LENGTH, text)) > TEXT_LIMIT:
            message = f"Validation failed: Text character limit of {TEXT_LIMIT} exceeded"
            return mastodon_error(422, message)
        return None

    def _publish(self, text: str, target: str, key: str) -> Response:
        post = self.write(text, in_reply_to=target)
        if key:
            self.store.keys[key] = (post.id, now())
        self.store.accept(post, text, in_reply_to=target, key=key)
        return answer(self._statuses([post])[0])

    def _remove(self, request: Request, post_id: str) -> Response:
        post = self.store.get(self.name, post_id)
        if post is None or not post.is_ours:
            return self.not_found()
        document = {**self._statuses([post])[0], "text": post.text}
        self.delete(post_id)
        return answer(document)


def _status_id(post: Post) -> str:
    return post.id
