"""How X API v2 writes posts, users and problems."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from datetime import datetime

from sandbox.identity import X_USER_ID
from sandbox.store import Account, Post, Store
from sandbox.wire import Json, Response, answer, iso_millis

PROBLEM_TYPE = "application/problem+json"
PROBLEMS = "https://api.twitter.com/2/problems/"
URL = re.compile(r"https?://[^\s]+[^\s.,;:!?)\"']")
MENTION = re.compile(r"(?<!\w)@(\w{1,15})")
TAG = re.compile(r"(?<!\w)#(\w+)")
LINK_LENGTH = 23
# Code points that count for one; all others count for two.
SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def problem(status: int, title: str, detail: str, kind: str = "about:blank") -> Response:
    body: Json = {"title": title, "detail": detail, "type": kind, "status": status}
    return answer(body, status, PROBLEM_TYPE)


def forbidden(detail: str) -> Response:
    return problem(403, "Forbidden", detail)


class Refusals:
    """How X says no."""

    def too_many(self, reset_at: datetime | None) -> Response:
        response = problem(429, "Too Many Requests", "Too Many Requests")
        return response.with_headers(limit_headers(300, 0, reset_at)) if reset_at else response

    def server_error(self) -> Response:
        return problem(500, "Internal Server Error", "Something is broken.")

    def unauthorised(self) -> Response:
        return problem(401, "Unauthorized", "Unauthorized")

    def forbidden(self) -> Response:
        return forbidden("You are not permitted to perform this action.")

    def not_found(self) -> Response:
        return problem(404, "Not Found", "Not Found")

    def budget_spent(self) -> Response:
        detail = "Usage cap exceeded: Monthly product cap"
        body: Json = {
            "title": "UsageCapExceeded",
            "detail": detail,
            "type": f"{PROBLEMS}usage-capped",
            "period": "Monthly",
            "scope": "Product",
            "account_id": X_USER_ID,
        }
        return answer(body, 429, PROBLEM_TYPE)


def limit_headers(limit: int, remaining: int, reset_at: datetime) -> dict[str, str]:
    return {
        "x-rate-limit-limit": str(limit),
        "x-rate-limit-remaining": str(remaining),
        "x-rate-limit-reset": str(int(reset_at.timestamp())),
    }


def invalid(parameter: str, value: str, message: str) -> Response:
    body: Json = {
        "errors": [{"parameters": {parameter: [value]}, "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": f"{PROBLEMS}invalid-request",
    }
    return answer(body, 400, PROBLEM_TYPE)


def missing(resource: str, parameter: str, value: str) -> Json:
    """One entry of `errors` beside an HTTP 200."""
    return {
        "value": value,
        "detail": f"Could not find {resource} with {parameter}: [{value}].",
        "title": "Not Found Error",
        "resource_type": resource,
        "parameter": parameter,
        "resource_id": value,
        "type": f"{PROBLEMS}resource-not-found",
    }


def short_link(url: str) -> str:
    digest = hashlib.sha256(url.encode()).hexdigest()
    return f"https://t.co/{digest[:10]}"


def written(text: str) -> str:
    """Text as X gives it back: links shortened, and & < > escaped."""
    return html.escape(URL.sub(lambda found: short_link(found[0]), text), quote=False)


def weight(text: str) -> int:
    """Length as X counts it (a link 23, most emoji and all CJK 2)."""
    text = unicodedata.normalize("NFC", text)
    plain, links = URL.subn("", text)
    joined = re.sub(r"[\u200d\ufe0f\U0001f3fb-\U0001f3ff]", "", plain)
    single = sum(any(low <= ord(char) <= high for low, high in SINGLE) for char in joined)
    return links * LINK_LENGTH + single + 2 * (len(joined) - single)


def entities(text: str, store: Store) -> Json:
    found: Json = {}
    mentions = []
    for match in MENTION.finditer(text):
        account = store.find_account("x", match[1])
        place = {"start": match.start(), "end": match.end(), "username": match[1]}
        mentions.append({**place, "id": account.id} if account else place)
    if mentions:
        found["mentions"] = mentions
    if tags := [{"start": m.start(), "end": m.end(), "tag": m[1]} for m in TAG.finditer(text)]:
        found["hashtags"] = tags
    return found


def tweet(post: Post, wanted: set[str], store: Store) -> Json:
    """One post with the default fields and those that were asked for."""
    text = written(post.text)
    parent = store.get("x", post.in_reply_to) if post.in_reply_to else None
    optional: Json = {
        "author_id": post.author_id,
        "conversation_id": post.conversation,
        "created_at": iso_millis(post.created_at.replace(microsecond=0)),
        "lang": post.lang,
        "edit_controls": {"edits_remaining": 5, "is_edit_eligible": False},
        "public_metrics": {
            "retweet_count": 0,
            "reply_count": len(store.children(post)) if "public_metrics" in wanted else 0,
            "like_count": len(post.text) % 7,
            "quote_count": 0,
            "bookmark_count": 0,
            "impression_count": 40 + len(post.text) * 3,
        },
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "source": "Oefenplatform",
    }
    if post.in_reply_to:
        optional["referenced_tweets"] = [{"type": "replied_to", "id": post.in_reply_to}]
    if parent:
        optional["in_reply_to_user_id"] = parent.author_id
    known = entities(text, store) if "entities" in wanted else {}
    if links := [{"url": short_link(u), "expanded_url": u} for u in URL.findall(post.text)]:
        known["urls"] = links
    if known:
        optional["entities"] = known
    basics = {"id": post.id, "text": text, "edit_history_tweet_ids": [post.id]}
    return basics | {name: value for name, value in optional.items() if name in wanted}


def user(account: Account, wanted: set[str], posts: int = 0) -> Json:
    optional: Json = {
        "created_at": iso_millis(account.created_at.replace(microsecond=0)),
        "description": "Oefenaccount, niet echt",
        "location": "",
        "profile_image_url": "",
        "protected": False,
        "verified": False,
        "public_metrics": {
            "followers_count": account.followers,
            "following_count": 31,
            "tweet_count": posts,
            "listed_count": 2,
            "like_count": 12,
        },
    }
    basics = {"id": account.id, "name": account.name, "username": account.handle}
    return basics | {name: value for name, value in optional.items() if name in wanted}
