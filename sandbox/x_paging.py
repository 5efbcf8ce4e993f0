"""Which part of a timeline X gives: bounds by id or time, and page tokens."""

from __future__ import annotations

from datetime import datetime

from sandbox.store import Post
from sandbox.wire import Request

TOKEN_MARK = "b26v89c19zqg8o3f"  # noqa: S105 (a mark on page tokens, no key)


def within_bounds(found: list[Post], request: Request) -> list[Post]:
    """Both bounds are exclusive, for ids as for times."""
    since_id, until_id = request.get("since_id"), request.get("until_id")
    start, end = request.get("start_time"), request.get("end_time")
    if since_id.isdigit():
        found = [post for post in found if int(post.id) > int(since_id)]
    if until_id.isdigit():
        found = [post for post in found if int(post.id) < int(until_id)]
    if start:
        found = [post for post in found if post.created_at >= datetime.fromisoformat(start)]
    if end:
        found = [post for post in found if post.created_at < datetime.fromisoformat(end)]
    return sorted(found, key=lambda post: int(post.id), reverse=True)


def position(found: list[Post], token: str) -> int | None:
    """Where the page of `token` starts; None for a token that we never gave."""
    if not token:
        return 0
    number = token.removeprefix(TOKEN_MARK)
    if number == token or not number.isdigit():
        return None
    return sum(int(post.id) >= int(number) for post in found)


def token_after(post: Post) -> str:
    return f"{TOKEN_MARK}{post.id}"
