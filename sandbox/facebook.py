"""The Facebook Graph API: a page, its posts, tags, comments and figures, under /facebook/v26.0/."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import replace
from datetime import datetime

from sandbox import facebook_format as graph
from sandbox import facebook_insights as insights
from sandbox import ids
from sandbox.facebook_fields import BadFields, Field, parse_fields
from sandbox.facebook_format import (
    FACEBOOK_JSON,
    NoSuchField,
    Refusals,
    no_such_object,
    parameter_error,
)
from sandbox.facebook_paging import chosen, cut, page_size, paging, within_times
from sandbox.identity import (
    COLLEGE,
    FACEBOOK_APP_SECRET,
    FACEBOOK_PAGE_ID,
    FACEBOOK_TOKEN,
    HANDLE,
)
from sandbox.platform import Platform
from sandbox.store import Post
from sandbox.wire import Json, Request, Response, Route, answer, find_route

CALLS_PER_HOUR = 4800
NODE = r"/(\d+(?:_\d+)*)"


class Facebook(Refusals, Platform):
    """The practice version of Facebook."""

    name = "facebook"
    own_id = FACEBOOK_PAGE_ID
    account_floor = 61_550_000_000_000

    def new_id(self, draft: Post) -> str:
        """Author or page and number; a comment has the number of its post in front."""
        root = self.root_of(draft.in_reply_to)
        owner = draft.author_id if draft.place == "tagged" else FACEBOOK_PAGE_ID
        front = root.rpartition("_")[2] if draft.place == "comment" else owner
        number = ids.facebook_number(draft.created_at)
        free = ids.free(number, lambda one: self.store.is_taken(self.name, f"{front}_{one}"))
        return f"{front}_{free}"

    def add_tagged(
        self,
        text: str,
        author: str = "Bezoeker",
        *,
        at: datetime | None = None,
        script_key: str = "",
    ) -> Post:
        """A public post elsewhere that tags the page."""
        person = self.person(author)
        return self.write(text, author=person, at=at, place="tagged", script_key=script_key)

    def add_visitor_post(
        self,
        text: str,
        author: str = "Bezoeker",
        *,
        at: datetime | None = None,
        script_key: str = "",
    ) -> Post:
        """A post by somebody on the page itself."""
        person = self.person(author)
        return self.write(text, author=person, at=at, place="feed", script_key=script_key)

    def add_own(self, text: str, *, at: datetime | None = None) -> Post:
        return self.write(text, at=at, place="feed")

    def add_comment(
        self,
        text: str,
        author: str = "Bezoeker",
        *,
        on: str = "",
        at: datetime | None = None,
        script_key: str = "",
    ) -> Post:
        """A comment on a post or comment; without `on`, on the newest post of the page."""
        person = self.person(author)
        target = self._hook(on or self._newest_own(at).id)
        return self.write(
            text, author=person, at=at, place="comment", in_reply_to=target, script_key=script_key
        )

    def _newest_own(self, at: datetime | None) -> Post:
        own = self.store.posts(self.name, lambda post: post.is_ours and post.place == "feed")
        return own[0] if own else self.add_own(f"Welkom op de pagina van {COLLEGE}.", at=at)

    def handle(self, request: Request) -> Response:
        request = replace(request, path=re.sub(r"^/v\d+\.\d+(?=/|$)", "", request.path) or "/")
        refused = self._refuse_key(request)
        left = self.limits.spend("facebook", limit=CALLS_PER_HOUR, seconds=3600)
        if left.is_over:
            return self.too_many(left.reset_at)
        percent = (left.limit - left.remaining) * 100 // left.limit
        return (refused or self._dispatch(request)).with_headers(graph.usage_headers(percent))

    def _dispatch(self, request: Request) -> Response:
        routes: list[Route] = [
            ("GET", r"/", self._several),
            ("GET", NODE, self._node),
            ("GET", rf"{NODE}/(tagged|feed|posts|published_posts)", self._edge),
            ("GET", rf"{NODE}/comments", self._comments),
            ("GET", rf"{NODE}/insights", self._insights),
            ("POST", rf"{NODE}/comments", self._comment),
            ("POST", rf"{NODE}/feed", self._publish),
            ("DELETE", NODE, self._remove),
        ]
        request = replace(request, path=re.sub(r"^/me\b", f"/{FACEBOOK_PAGE_ID}", request.path))
        found = find_route(routes, request)
        if found is None:
            return no_such_object(request.path.strip("/"), request.method.lower())
        handler, parts = found
        try:
            return handler(request, *parts)
        except BadFields as fault:
            return graph.graph_error(400, 2500, str(fault))
        except NoSuchField as fault:
            return parameter_error(str(fault))

    def _refuse_key(self, request: Request) -> Response | None:
        form = {} if request.method == "GET" else _form(request)
        token = request.get("access_token") or form.get("access_token") or request.bearer
        if not token:
            message = "An access token is required to request this resource."
            return graph.graph_error(400, 104, message)
        if token != FACEBOOK_TOKEN:
            return graph.graph_error(
                400, 190, "Invalid OAuth access token - Cannot parse access token"
            )
        proof = request.get("appsecret_proof") or form.get("appsecret_proof")
        wanted = hmac.new(FACEBOOK_APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
        if proof and not hmac.compare_digest(str(proof), wanted):
            message = "Invalid appsecret_proof provided in the API argument"
            return graph.graph_error(400, 100, message, "GraphMethodException")
        return None

    def _several(self, request: Request) -> Response:
        wanted = request.values("ids")
        if not wanted:
            return no_such_object("", "get")
        if len(wanted) > 50:
            return parameter_error("Too many IDs. Maximum: 50.")
        nodes: Json = {}
        for node_id in wanted:
            node = self._read(node_id, parse_fields(request.get("fields")))
            # One unknown id fails the whole call.
            if node is None:
                return no_such_object(node_id)
            nodes[node_id] = node
        return answer(nodes, content_type=FACEBOOK_JSON)

    def _node(self, request: Request, node_id: str) -> Response:
        node = self._read(node_id, parse_fields(request.get("fields")))
        return no_such_object(node_id) if node is None else answer(node, 200, FACEBOOK_JSON)

    def _read(self, node_id: str, fields: dict[str, Field]) -> Json | None:
        if node_id == FACEBOOK_PAGE_ID:
            return chosen("page", self._page_values(), fields)
        post = self.store.get(self.name, node_id)
        return self._post(post, fields) if post else None

    def _page_values(self) -> Json:
        return {
            "id": FACEBOOK_PAGE_ID,
            "name": COLLEGE,
            "username": HANDLE,
            "link": f"{self.base_url}/?platform=facebook",
            "about": "Oefenpagina, niet echt",
            "category": "School",
            "followers_count": self.own.followers,
            "fan_count": self.own.followers - 210,
        }

    def _post(self, post: Post, fields: dict[str, Field]) -> Json:
        kind = "comment" if post.place == "comment" else "post"
        read = graph.comment_values if kind == "comment" else graph.post_values
        values = read(post, self.store, self.base_url)
        if "comments" in fields:
            values["comments"] = self._comment_page(post, fields["comments"])
        return chosen(kind, values, fields)

    def _edge(self, request: Request, page_id: str, edge: str) -> Response:
        if page_id != FACEBOOK_PAGE_ID:
            return no_such_object(page_id)
        found = self.store.posts(self.name, lambda post: _stands_on(post, edge))
        return self._listed(request, within_times(found, request))

    def _comments(self, request: Request, node_id: str) -> Response:
        post = self.store.get(self.name, node_id)
        if post is None:
            return no_such_object(node_id)
        found = self._below(post, request.get("filter"), request.get("order"))
        return self._listed(request, within_times(found, request))

    def _below(self, post: Post, which: str, order: str) -> list[Post]:
        """Comments under a post or comment; `stream` takes the answers to comments as well."""
        if which == "stream":
            found = sorted(self.store.descendants(post), key=lambda one: one.created_at)
        else:
            found = self.store.children(post)
        return found[::-1] if order == "reverse_chronological" else found

    def _comment_page(self, post: Post, wanted: Field) -> Json:
        """Comments that were asked for as a field of their post."""
        how = wanted.modifiers
        found = self._below(post, how.get("filter", ""), how.get("order", ""))
        page, has_more = cut(found, how.get("after", ""), page_size(how.get("limit", "")))
        query = {name: value for name, value in how.items() if name != "after"}
        address = f"{self.url}/v26.0/{post.id}/comments"
        marks = paging(page, has_more, address, {"access_token": FACEBOOK_TOKEN, **query})
        items = [self._post(one, dict(wanted.children)) for one in page]
        return {"data": items, "paging": marks} if page else {"data": []}

    def _listed(self, request: Request, found: list[Post]) -> Response:
        fields = parse_fields(request.get("fields"))
        page, has_more = cut(found, request.get("after"), page_size(request.get("limit")))
        query = {name: values[-1] for name, values in request.query.items()}
        address = f"{self.url}/v26.0{request.path}"
        document: Json = {"data": [self._post(post, fields) for post in page]}
        if marks := paging(page, has_more, address, query):
            document["paging"] = marks
        return answer(document, content_type=FACEBOOK_JSON)

    def _insights(self, request: Request, node_id: str) -> Response:
        metrics = request.values("metric")
        period = request.get("period", "day")
        known = ", ".join(sorted(insights.METRICS))
        if not metrics or any(metric not in insights.METRICS for metric in metrics):
            message = f"The value must be a valid insights metric (oefenplatform: {known})"
            return parameter_error(message)
        if period not in insights.PERIODS:
            return parameter_error("The value must be a valid insights period")
        rows = [insights.figures(node_id, metric, period, days=2) for metric in metrics]
        return answer({"data": rows, "paging": {}}, content_type=FACEBOOK_JSON)

    def _comment(self, request: Request, target: str) -> Response:
        text = str(_form(request).get("message") or "")
        if self.store.get(self.name, target) is None:
            return no_such_object(target, "post")
        return self._accept(text, target, "comment")

    def _hook(self, target: str) -> str:
        """Where a comment hangs: an answer to an answer stands below the first comment."""
        post = self.store.get(self.name, target)
        above = self.store.get(self.name, post.in_reply_to) if post else None
        return above.id if above and above.place == "comment" else target

    def _publish(self, request: Request, page_id: str) -> Response:
        if page_id != FACEBOOK_PAGE_ID:
            return no_such_object(page_id, "post")
        text = str(_form(request).get("message") or "")
        last = self.accepted[-1:]
        if last and (last[0].text, last[0].in_reply_to) == (text, ""):
            self.store.refuse(self.name, text, "")
            return graph.graph_error(400, 506, "Duplicate status message")
        return self._accept(text, "", "feed")

    def _accept(self, text: str, target: str, place: str) -> Response:
        """Facebook takes the same comment twice: the caller must see to that."""
        if not text.strip():
            return parameter_error("Missing message or attachment")
        post = self.write(text, in_reply_to=self._hook(target), place=place)
        self.store.accept(post, text, in_reply_to=target)
        return answer({"id": post.id}, content_type=FACEBOOK_JSON)

    def _remove(self, request: Request, node_id: str) -> Response:
        if self.store.get(self.name, node_id) is None:
            return no_such_object(node_id, "delete")
        self.delete(node_id)
        return answer({"success": True}, content_type=FACEBOOK_JSON)


def _stands_on(post: Post, edge: str) -> bool:
    if edge == "tagged":
        return post.place == "tagged"
    if edge == "feed":
        return post.place in {"feed", "tagged"}
    return post.place == "feed" and post.is_ours


def _form(request: Request) -> Json:
    try:
        return request.form()
    except ValueError:
        return {}
