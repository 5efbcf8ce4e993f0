"""How a Mastodon server writes accounts, statuses, notifications and errors."""

from __future__ import annotations

import html
import re
from datetime import datetime
from urllib.parse import urlsplit

from sandbox.store import Account, Post, Store
from sandbox.wire import Json, Response, answer, html_page, iso_millis, now

MENTION = re.compile(r"(?<![\w/])@(\w+)(?:@([\w.:-]+\w))?")
TAG = re.compile(r"(?<![\w/])#(\w+)")
LINK = re.compile(r"https?://[^\s<]+[^\s<.,;:!?)\"']")


def mastodon_error(status: int, message: str) -> Response:
    return answer({"error": message}, status)


class Refusals:
    """How Mastodon says no."""

    def too_many(self, reset_at: datetime | None) -> Response:
        response = mastodon_error(429, "Too many requests")
        return response.with_headers(limit_headers(300, 0, reset_at)) if reset_at else response

    def server_error(self) -> Response:
        return html_page("We're sorry, but something went wrong on our end.", 500)

    def unauthorised(self) -> Response:
        return mastodon_error(401, "The access token is invalid")

    def forbidden(self) -> Response:
        return mastodon_error(403, "This action is not allowed")

    def not_found(self) -> Response:
        return mastodon_error(404, "Record not found")


def limit_headers(limit: int, remaining: int, reset_at: datetime) -> dict[str, str]:
    """The reset is an ISO time here, not Unix seconds."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{reset_at:%Y-%m-%dT%H:%M:%S.%fZ}",
    }


def content(text: str, url: str) -> str:
    """Plain text as the HTML of a status: paragraphs, links, mentions and hashtags."""

    def link(found: re.Match[str]) -> str:
        return f'<a href="{found[0]}" target="_blank" rel="nofollow noopener">{found[0]}</a>'

    def mention(found: re.Match[str]) -> str:
        return (
            f'<span class="h-card" translate="no"><a href="{url}/@{found[1]}" '
            f'class="u-url mention">@<span>{found[1]}</span></a></span>'
        )

    def tag(found: re.Match[str]) -> str:
        return (
            f'<a href="{url}/tags/{found[1].lower()}" class="mention hashtag" rel="tag">'
            f"#<span>{found[1]}</span></a>"
        )

    paragraphs = html.escape(text, quote=False).split("\n\n")
    marked = (TAG.sub(tag, MENTION.sub(mention, LINK.sub(link, part))) for part in paragraphs)
    return "".join(f"<p>{part}</p>" for part in marked).replace("\n", "<br />")


def account(one: Account, url: str, statuses: int = 0) -> Json:
    """`acct` of somebody on another server carries that server."""
    username, _, server = one.handle.partition("@")
    home = f"https://{server}/@{username}" if server else f"{url}/@{username}"
    return {
        "id": one.id,
        "username": username,
        "acct": one.handle,
        "display_name": one.name,
        "locked": False,
        "bot": False,
        "discoverable": True,
        "group": False,
        "created_at": iso_millis(one.created_at),
        "note": "<p>Oefenaccount, niet echt</p>",
        "url": home,
        "uri": home,
        "avatar": "",
        "avatar_static": "",
        "header": "",
        "header_static": "",
        "followers_count": one.followers,
        "following_count": 18,
        "statuses_count": statuses,
        "last_status_at": f"{now():%Y-%m-%d}",
        "emojis": [],
        "fields": [],
    }


def status(post: Post, store: Store, url: str) -> Json:
    author = store.author(post)
    parent = store.get("mastodon", post.in_reply_to) if post.in_reply_to else None
    username, _, server = author.handle.partition("@")
    host = server or urlsplit(url).netloc
    return {
        "id": post.id,
        "created_at": iso_millis(post.created_at),
        "in_reply_to_id": post.in_reply_to or None,
        "in_reply_to_account_id": parent.author_id if parent else None,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": post.lang,
        "uri": f"https://{host}/users/{username}/statuses/{post.id}",
        "url": f"{url}/@{author.handle}/{post.id}",
        "replies_count": len(store.children(post)),
        "reblogs_count": 0,
        "favourites_count": len(post.text) % 5,
        "quotes_count": 0,
        "edited_at": iso_millis(post.edited_at) if post.edited_at else None,
        "content": content(post.text, url),
        "reblog": None,
        "account": account(author, url),
        "media_attachments": [],
        "mentions": _mentions(post.text, store, url),
        "tags": [
            {"name": found[1].lower(), "url": f"{url}/tags/{found[1].lower()}"}
            for found in TAG.finditer(post.text)
        ],
        "emojis": [],
        "card": None,
        "poll": None,
    }


def _mentions(text: str, store: Store, url: str) -> list[Json]:
    found = []
    for match in MENTION.finditer(text):
        known = store.find_account("mastodon", match[0].lstrip("@"))
        if known:
            short = account(known, url)
            found.append({name: short[name] for name in ("id", "username", "url", "acct")})
    return found


def notification(post: Post, store: Store, url: str) -> Json:
    """A mention, as the server tells it to the one who was mentioned."""
    return {
        "id": notification_id(post),
        "type": "mention",
        "group_key": f"ungrouped-{notification_id(post)}",
        "created_at": iso_millis(post.created_at),
        "account": account(store.author(post), url),
        "status": status(post, store, url),
    }


def notification_id(post: Post) -> str:
    """A number of its own, in the same order as the statuses."""
    return str(int(post.id) * 2 + 1)
