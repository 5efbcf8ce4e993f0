"""RSS 2.0, Atom and JSON Feed with conditional GET, under /feeds/<name>.rss, .atom and .json."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from sandbox import ids
from sandbox.identity import FEEDS, Feed
from sandbox.platform import Platform
from sandbox.store import Post
from sandbox.wire import Json, Request, Response, answer, find_route, html_page, http_date

ATOM = "http://www.w3.org/2005/Atom"
ITEMS = 20


class Feeds(Platform):
    """The practice version of a few news sites."""

    name = "feeds"
    own_id = "1"

    def new_id(self, draft: Post) -> str:
        number = ids.millis(draft.created_at)
        front = f"{draft.place}-"
        return front + ids.free(number, lambda one: self.store.is_taken(self.name, front + one))

    def add_item(
        self,
        feed: str,
        title: str,
        text: str,
        author: str = "",
        *,
        at: datetime | None = None,
        script_key: str = "",
    ) -> Post:
        """A new item in a feed. Raises KeyError for a feed that we do not have."""
        person = self.person(author or FEEDS[feed].title)
        return self.write(
            text, author=person, at=at, place=FEEDS[feed].name, title=title, script_key=script_key
        )

    def handle(self, request: Request) -> Response:
        found = find_route([("GET", r"/(\w+)\.(rss|atom|json)", self._feed)], request)
        if found is None:
            return self.not_found()
        handler, parts = found
        return handler(request, *parts)

    def _feed(self, request: Request, name: str, form: str) -> Response:
        feed = FEEDS.get(name)
        if feed is None:
            return self.not_found()
        items = self.store.posts(self.name, lambda post: post.place == name)[:ITEMS]
        response = WRITERS[form](feed, items, self.base_url)
        touched = [
            moment for post in items for moment in (post.created_at, post.edited_at) if moment
        ]
        changed_at = max(touched, default=datetime(2026, 1, 1, tzinfo=UTC))
        tag = f'"{hashlib.sha256(response.body).hexdigest()[:20]}"'
        headers = {"ETag": tag, "Last-Modified": http_date(changed_at), "Cache-Control": "no-cache"}
        if _is_unchanged(request, tag, changed_at):
            return Response(304, b"", response.content_type, headers)
        return response.with_headers(headers)

    def too_many(self, reset_at: datetime | None) -> Response:
        response = html_page("429 Too Many Requests", 429)
        return response.with_headers({"Retry-After": http_date(reset_at)}) if reset_at else response

    def server_error(self) -> Response:
        return html_page("500 Internal Server Error", 500)

    def unauthorised(self) -> Response:
        page = html_page("401 Authorization Required", 401)
        return page.with_headers({"WWW-Authenticate": 'Basic realm="Abonnees"'})

    def forbidden(self) -> Response:
        return html_page("403 Forbidden", 403)

    def not_found(self) -> Response:
        return html_page("404 Not Found", 404)


def _is_unchanged(request: Request, tag: str, changed_at: datetime) -> bool:
    """An ETag decides when it was sent; only without one the time does."""
    sent = request.headers.get("if-none-match")
    if sent is not None:
        return sent.strip() == "*" or tag in (
            one.strip().removeprefix("W/") for one in sent.split(",")
        )
    since = request.headers.get("if-modified-since", "")
    try:
        return parsedate_to_datetime(since) >= changed_at.replace(microsecond=0)
    except (TypeError, ValueError):
        return False


def _page_of(post: Post, base_url: str) -> str:
    return f"{base_url}/bericht/feeds/{post.id}"


def _xml(root: Element, content_type: str) -> Response:
    body = tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(200, body, content_type)


def _rss(feed: Feed, items: list[Post], base_url: str) -> Response:
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _texts(
        channel,
        title=feed.title,
        link=f"{base_url}/?platform=feeds",
        description=feed.about,
        language="nl",
    )
    for post in items:
        item = SubElement(channel, "item")
        published = format_datetime(post.created_at)
        link = _page_of(post, base_url)
        _texts(item, title=post.title, link=link, description=post.text, pubDate=published)
        SubElement(item, "guid", {"isPermaLink": "false"}).text = f"urn:oefenplatform:{post.id}"
    return _xml(root, "application/rss+xml; charset=utf-8")


def _atom(feed: Feed, items: list[Post], base_url: str) -> Response:
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    updated = max((post.edited_at or post.created_at for post in items), default=None)
    _texts(root, id=f"urn:oefenplatform:{feed.name}", title=feed.title, subtitle=feed.about)
    _texts(root, updated=_iso(updated or datetime(2026, 1, 1, tzinfo=UTC)))
    SubElement(root, "link", {"rel": "self", "href": f"{base_url}/feeds/{feed.name}.atom"})
    _texts(SubElement(root, "author"), name=feed.title)
    for post in items:
        entry = SubElement(root, "entry")
        _texts(entry, id=f"urn:oefenplatform:{post.id}", title=post.title, summary=post.text)
        _texts(entry, published=_iso(post.created_at))
        _texts(entry, updated=_iso(post.edited_at or post.created_at))
        SubElement(entry, "link", {"rel": "alternate", "href": _page_of(post, base_url)})
    return _xml(root, "application/atom+xml; charset=utf-8")


def _json(feed: Feed, items: list[Post], base_url: str) -> Response:
    document: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": f"{base_url}/?platform=feeds",
        "feed_url": f"{base_url}/feeds/{feed.name}.json",
        "language": "nl",
        "items": [
            {
                "id": f"urn:oefenplatform:{post.id}",
                "url": _page_of(post, base_url),
                "title": post.title,
                "content_text": post.text,
                "date_published": _iso(post.created_at),
                **({"date_modified": _iso(post.edited_at)} if post.edited_at else {}),
            }
            for post in items
        ],
    }
    return answer(document, content_type="application/feed+json; charset=utf-8")


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


WRITERS: dict[str, Callable[[Feed, list[Post], str], Response]] = {
    "rss": _rss,
    "atom": _atom,
    "json": _json,
}
