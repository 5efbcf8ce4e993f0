"""Which part of a list a Mastodon server gives, and its Link header."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from sandbox.store import Post
from sandbox.wire import Request


def link_header(request: Request, url: str, ids: list[str]) -> dict[str, str]:
    """`next` goes to what is older, `prev` to what is newer."""
    if not ids:
        return {}
    kept = [
        (name, value)
        for name, values in request.query.items()
        if name not in {"max_id", "min_id", "since_id"}
        for value in values
    ]
    older = urlencode([*kept, ("max_id", ids[-1])])
    newer = urlencode([*kept, ("min_id", ids[0])])
    address = f"{url}{request.path}"
    return {"Link": f'<{address}?{older}>; rel="next", <{address}?{newer}>; rel="prev"'}


def page_of(
    found: list[Post],
    request: Request,
    *,
    number: Callable[[Post], str],
    default: int,
    most: int,
    start: int = 0,
) -> list[Post]:
    """One page, newest first. `min_id` gives those right above it, `since_id` the newest ones."""
    size_text = request.get("limit")
    size = min(int(size_text), most) if size_text.isdigit() and int(size_text) else default
    newest_first = sorted(found, key=lambda post: int(number(post)), reverse=True)
    max_id, since_id, min_id = (request.get(name) for name in ("max_id", "since_id", "min_id"))
    if max_id.isdigit():
        newest_first = [post for post in newest_first if int(number(post)) < int(max_id)]
    if since_id.isdigit() and not min_id:
        newest_first = [post for post in newest_first if int(number(post)) > int(since_id)]
    if min_id.isdigit():
        above = [post for post in newest_first if int(number(post)) > int(min_id)]
        return above[-size:]
    return newest_first[start : start + size]
