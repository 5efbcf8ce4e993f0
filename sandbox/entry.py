"""One way in for posts from the page, the control API and the story."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.identity import FEEDS
from sandbox.store import Post

if TYPE_CHECKING:
    from sandbox.server import Server

PLACES = {
    "x": ("",),
    "facebook": ("tagged", "feed", "comment"),
    "mastodon": ("",),
    "feeds": tuple(FEEDS),
}


def place_post(
    server: Server,
    *,
    platform: str,
    text: str,
    author: str = "",
    name: str = "",
    title: str = "",
    place: str = "",
    in_reply_to: str = "",
    lang: str = "nl",
    at: datetime | None = None,
    script_key: str = "",
) -> Post:
    """Put somebody's post on a platform. Raises KeyError (no such platform, post) or ValueError.

    A reply on X or Mastodon gets the handles of the others in front, as their own apps do.
    """
    there = server.platforms[platform]
    place = place or PLACES[platform][0]
    if not text.strip():
        raise ValueError("a post needs a text")
    if in_reply_to and server.store.get(platform, in_reply_to) is None:
        raise KeyError(in_reply_to)
    if platform == "facebook" and (in_reply_to or place == "comment"):
        return server.facebook.add_comment(
            text, author or "Bezoeker", on=in_reply_to, at=at, script_key=script_key
        )
    if place not in PLACES[platform]:
        raise ValueError(f"{platform} has no place {place!r}")
    person = there.person(author or ("Redactie" if platform == "feeds" else "bezoeker"), name)
    if platform in {"x", "mastodon"} and in_reply_to:
        text = there.addressed(text, in_reply_to, person)
    return there.write(
        text,
        author=person,
        at=at,
        in_reply_to=in_reply_to,
        place=place,
        title=title or (text[:70] if platform == "feeds" else ""),
        lang=lang,
        script_key=script_key,
    )
