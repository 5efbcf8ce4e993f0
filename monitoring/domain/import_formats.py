"""Reading files with messages: what format it is, and each message as a `Post`. Pure.

Known are CSV (`;`, `,` or tab), JSON Lines, RSS, Atom, JSON Feed and the saved JSON answers of X,
Facebook and Mastodon. A message that cannot be read is reported with its place; the rest goes on.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from connectors.errors import ConnectorError
from connectors.facebook import normalise as facebook
from connectors.mastodon import normalise as mastodon
from connectors.rss import document as feed_document
from connectors.rss import normalise as feed
from connectors.types import Author, Post
from connectors.x import normalise as x

HERE: Final = ZoneInfo("Europe/Amsterdam")
_ODD: Final = (KeyError, TypeError, ValueError, AttributeError, OverflowError)
_NAMES: Final = {
    "id": ("id", "external_id", "bericht_id", "message_id"),
    "text": ("text", "tekst", "bericht", "message", "content", "inhoud"),
    "author": ("author", "auteur", "afzender", "account", "handle", "from", "gebruiker"),
    "name": ("author_name", "naam", "name"),
    "published_at": (
        "published_at", "created_at", "datum", "date", "tijdstip", "time", "tijd", "published",
    ),
    "platform": ("platform", "kanaal", "bron", "channel"),
    "url": ("url", "link", "adres"),
    "in_reply_to": ("in_reply_to", "antwoord_op", "reply_to"),
    "title": ("title", "titel", "onderwerp"),
    "lang": ("lang", "taal", "language"),
}  # fmt: skip
_DATE_FORMATS: Final = (
    "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y",
)  # fmt: skip


class UnknownFormat(ValueError):
    """Nothing in this file is something that we can read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A message that could not be read, and where it stands in the file."""

    place: str
    reason: str


@dataclass(slots=True)
class Contents:
    """What a file held: posts with their platform ("" when the file does not say)."""

    posts: list[tuple[str, Post]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(body: bytes, *, at: datetime) -> Contents:
    """The messages in `body`; `at` (aware) stands in for a missing date.

    Raises `UnknownFormat`.
    """
    text = body.decode("utf-8-sig", errors="replace").strip()
    if text.startswith("<"):
        return _feed(body, at=at)
    if text.startswith(("{", "[")):
        return _json(text, body, at=at)
    if text:
        return _csv(text, at=at)
    raise UnknownFormat("The file is empty.")


def _feed(body: bytes, *, at: datetime) -> Contents:
    try:
        found = feed_document.read(body, content_type="", address="")
    except ConnectorError as error:
        raise UnknownFormat(str(error)) from error
    posts, empty = feed.posts(found.items, host="", now=at)
    problems = [Problem("item", one.reason) for one in (*found.unparsed, *empty)]
    return Contents([("rss", post) for post in posts], problems)


def _json(text: str, body: bytes, *, at: datetime) -> Contents:
    try:
        found = json.loads(text)
    except ValueError:
        return _lines(text, at=at)
    if isinstance(found, dict) and "jsonfeed" in str(found.get("version", "")):
        return _feed(body, at=at)
    return _answer(found, at=at)


def _lines(text: str, *, at: datetime) -> Contents:
    contents = Contents()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            for platform, thing in _things(json.loads(line)):
                contents.posts += _of_thing(platform, thing, at=at)
        except _ODD as fault:
            contents.problems.append(_problem(f"line {number}", fault))
    if not contents.posts:
        raise UnknownFormat("No line of this file is a message in JSON.")
    return contents


def _csv(text: str, *, at: datetime) -> Contents:
    first_line = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first_line.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    names = {_known_name(name) for name in reader.fieldnames or ()}
    if "text" not in names:
        raise UnknownFormat("The first line names no column with the text of the messages.")
    contents = Contents()
    for row in reader:
        try:
            contents.posts.append(_plain(row, at=at))
        except _ODD as fault:
            contents.problems.append(_problem(f"line {reader.line_num}", fault))
    return contents


def _answer(found: Any, *, at: datetime) -> Contents:
    """A saved answer of a platform, or a list of plain messages."""
    contents = Contents()
    if isinstance(found, dict) and isinstance(found.get("data"), list) and _is_of_x(found):
        posts, unparsed = x.page(found)
        contents.posts = [("x", post) for post in posts]
        contents.problems = [Problem("data", one.reason) for one in unparsed]
        return contents
    for number, (platform, thing) in enumerate(_things(found), start=1):
        try:
            contents.posts += _of_thing(platform, thing, at=at)
        except _ODD as fault:
            contents.problems.append(_problem(f"item {number}", fault))
    if not contents.posts:
        raise UnknownFormat("This JSON is not an answer of a platform that we know.")
    return contents


def _is_of_x(found: Mapping[str, Any]) -> bool:
    first: Any = next(iter(found["data"]), {})
    return "text" in first and "created_time" not in first


def _things(found: Any) -> Iterator[tuple[str, Any]]:
    """The items of an answer, with the platform whose shape they have."""
    if isinstance(found, dict):
        inner = found.get("data") or found.get("statuses") or found.get("messages")
        found = inner if isinstance(inner, list) else [found]
    for thing in found:
        held = thing.get("status", thing) if isinstance(thing, dict) else thing
        if isinstance(held, dict) and "content" in held and "account" in held:
            yield "mastodon", held
        elif isinstance(held, dict) and "created_time" in held:
            yield "facebook", held
        else:
            yield "", thing


def _of_thing(platform: str, thing: Any, *, at: datetime) -> Iterable[tuple[str, Post]]:
    if platform == "mastodon":
        host = urlsplit(str(thing.get("url") or thing.get("uri") or "")).hostname or ""
        return [(platform, mastodon.status(thing, host=host))]
    if platform == "facebook":
        post = facebook.post(thing)
        comments = (thing.get("comments") or {}).get("data") or []
        below = [facebook.comment(one, post.external_id) for one in comments]
        return [(platform, one) for one in (post, *below)]
    return [_plain(thing, at=at)]


def _plain(thing: Mapping[str, Any], *, at: datetime) -> tuple[str, Post]:
    """A message with plain fields, whatever they are called in Dutch or English."""
    row = {_known_name(name): value for name, value in thing.items() if value not in (None, "")}
    text = str(row["text"])
    handle = str(row.get("author", "")).removeprefix("@")
    published_at = _moment(row["published_at"]) if "published_at" in row else at
    platform = str(row.get("platform", "")).lower()
    digest = hashlib.sha256(f"{platform}\n{handle}\n{text}\n{row.get('published_at', '')}".encode())
    post = Post(
        external_id=str(row.get("id") or f"import:{digest.hexdigest()[:32]}"),
        text=text,
        published_at=published_at,
        author=Author(handle, name=str(row.get("name", "")) or handle) if handle else None,
        title=str(row.get("title", "")),
        url=str(row.get("url", "")),
        lang=str(row.get("lang", "")),
        in_reply_to=str(row.get("in_reply_to", "")),
        raw={str(name): value for name, value in thing.items()},
    )
    return platform, post


def _known_name(name: Any) -> str:
    plain = str(name or "").strip().lower().replace(" ", "_")
    return next((known for known, names in _NAMES.items() if plain in names), plain)


def _moment(written: Any) -> datetime:
    """A date as people and programs write it; without zone it is Dutch time."""
    text = str(written).strip()
    if text.isdigit():
        return datetime.fromtimestamp(int(text) / (1000 if len(text) > 11 else 1), UTC)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = _by_format(text)
    return found if found.tzinfo else found.replace(tzinfo=HERE)


def _by_format(text: str) -> datetime:
    for pattern in _DATE_FORMATS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - the caller adds the zone
        except ValueError:
            continue
    raise ValueError(f"no date: {text[:40]!r}")


def _problem(place: str, fault: Exception) -> Problem:
    reason = f"{fault} is missing" if isinstance(fault, KeyError) else str(fault)
    return Problem(place, reason[:200])
