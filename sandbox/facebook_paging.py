"""Which part of an edge the Graph API gives: fields, times, cursors and the `next` address."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode

from sandbox.facebook_fields import Field
from sandbox.facebook_format import DEFAULTS, KNOWN, NoSuchField
from sandbox.store import Post
from sandbox.wire import Json, Request

PAGE_SIZE = 25
LARGEST_PAGE = 100


def chosen(kind: str, values: Json, fields: Mapping[str, Field]) -> Json:
    """The wanted fields that have a value, and always the id. Raises NoSuchField."""
    for name in fields:
        if name not in KNOWN[kind]:
            raise NoSuchField(f"Tried accessing nonexisting field ({name})")
    names = [*fields, "id"] if fields else DEFAULTS[kind]
    return {name: values[name] for name in names if name in values}


def within_times(found: list[Post], request: Request) -> list[Post]:
    """`since` and `until`, as Unix seconds or as an ISO time."""
    since, until = _moment(request.get("since")), _moment(request.get("until"))
    return [
        post
        for post in found
        if (since is None or post.created_at >= since)
        and (until is None or post.created_at <= until)
    ]


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    if text.isdigit():
        return datetime.fromtimestamp(int(text), UTC)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def cursor(post: Post) -> str:
    return base64.urlsafe_b64encode(post.id.encode()).decode().rstrip("=")


def page_size(text: str) -> int:
    return min(int(text), LARGEST_PAGE) if text.isdigit() and int(text) else PAGE_SIZE


def cut(found: list[Post], after: str, size: int) -> tuple[list[Post], bool]:
    """One page behind the cursor `after`, and whether more follows.

    A cursor whose post is gone gives an empty page, as on Facebook.
    """
    start = 0
    if after:
        cursors = [cursor(post) for post in found]
        start = cursors.index(after) + 1 if after in cursors else len(found)
    return found[start : start + size], start + size < len(found)


def paging(page: list[Post], has_more: bool, address: str, query: Mapping[str, str]) -> Json:
    """The `paging` object; the token stands in `next`, as on Facebook."""
    if not page:
        return {}
    marks: Json = {"cursors": {"before": cursor(page[0]), "after": cursor(page[-1])}}
    if has_more:
        marks["next"] = f"{address}?{urlencode({**query, 'after': cursor(page[-1])})}"
    return marks
