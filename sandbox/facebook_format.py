"""How the Graph API writes nodes, errors and its two usage headers."""

from __future__ import annotations

import json
import math
import secrets
from datetime import UTC, datetime

from sandbox.identity import FACEBOOK_PAGE_ID
from sandbox.store import Post, Store
from sandbox.wire import Json, Response, answer, now

FACEBOOK_JSON = "application/json; charset=UTF-8"
DOCS = "https://developers.facebook.com/docs/graph-api"
PAGE_NAMES = "id name username link about category followers_count fan_count access_token website"
POST_NAMES = """
    id message created_time updated_time tagged_time from to story permalink_url status_type
    is_hidden is_published is_expired attachments full_picture shares reactions likes comments
    message_tags story_tags parent_id privacy place actions properties picture
    can_reply_privately admin_creator icon via timeline_visibility subscribed promotable_id
"""
COMMENT_NAMES = """
    id message created_time from permalink_url parent object comment_count like_count can_comment
    can_hide can_like can_remove can_reply_privately is_hidden is_private user_likes attachment
    message_tags comments likes reactions admin_creator live_broadcast_timestamp
"""
KNOWN = {
    "page": frozenset(PAGE_NAMES.split()),
    "post": frozenset(POST_NAMES.split()),
    "comment": frozenset(COMMENT_NAMES.split()),
}
DEFAULTS = {
    "page": ("name", "id"),
    "post": ("created_time", "message", "id"),
    "comment": ("created_time", "from", "message", "id"),
}


class NoSuchField(ValueError):
    """A field that this kind of node does not have."""


def graph_time(moment: datetime) -> str:
    """2026-11-23T12:30:00+0000: no colon in the zone."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}+0000"


def graph_error(
    status: int, code: int, message: str, kind: str = "OAuthException", **more: object
) -> Response:
    trace = secrets.token_urlsafe(8)
    body: Json = {
        "error": {"message": message, "type": kind, "code": code, **more, "fbtrace_id": trace}
    }
    return answer(body, status, FACEBOOK_JSON)


def parameter_error(message: str) -> Response:
    return graph_error(400, 100, f"(#100) {message}")


def no_such_object(object_id: str, method: str = "get") -> Response:
    message = (
        f"Unsupported {method} request. Object with ID '{object_id}' does not exist, cannot be "
        "loaded due to missing permissions, or does not support this operation. "
        f"Please read the Graph API documentation at {DOCS}"
    )
    return graph_error(400, 100, message, "GraphMethodException", error_subcode=33)


def usage_headers(percent: int, reset_at: datetime | None = None) -> dict[str, str]:
    """Percentages of the hour; a page that is stopped is told when it may go on (minutes)."""
    minutes = math.ceil((reset_at - now()).total_seconds() / 60) if reset_at else 0
    usage = {"call_count": percent, "total_cputime": percent // 2, "total_time": percent // 2}
    business = {"type": "pages", **usage, "estimated_time_to_regain_access": max(minutes, 0)}
    return {
        "X-App-Usage": json.dumps(usage, separators=(",", ":")),
        "X-Business-Use-Case-Usage": json.dumps(
            {FACEBOOK_PAGE_ID: [business]}, separators=(",", ":")
        ),
        "facebook-api-version": "v26.0",
    }


class Refusals:
    """How Facebook says no."""

    def too_many(self, reset_at: datetime | None) -> Response:
        if reset_at is None:
            message = "(#4) Application request limit reached"
            return graph_error(403, 4, message, is_transient=True)
        message = (
            "(#80001) There have been too many calls to this Page account. Wait a bit and try "
            f"again. For more info, please refer to {DOCS}/overview/rate-limiting."
        )
        response = graph_error(400, 80001, message, is_transient=False)
        return response.with_headers(usage_headers(100, reset_at))

    def server_error(self) -> Response:
        return graph_error(500, 1, "An unknown error occurred", is_transient=True)

    def unauthorised(self) -> Response:
        message = "Error validating access token: The session has been invalidated."
        response = graph_error(401, 190, message, error_subcode=460)
        challenge = f'OAuth "Facebook Platform" "invalid_token" "{message}"'
        return response.with_headers({"WWW-Authenticate": challenge})

    def forbidden(self) -> Response:
        message = (
            "(#200) If posting to a group, requires app being installed in the group, and either "
            "publish_to_groups permission with user token; if posting to a page, requires both "
            "pages_read_engagement and pages_manage_posts as an admin"
        )
        return graph_error(403, 200, message)

    def not_found(self) -> Response:
        return no_such_object("0")


def person(store: Store, post: Post) -> Json:
    account = store.author(post)
    return {"name": account.name, "id": account.id}


def post_values(post: Post, store: Store, base_url: str) -> Json:
    """All fields of a post that have a value. Who tagged the page is not told, as on Facebook."""
    below = store.descendants(post)
    touched = [
        post.created_at,
        *(one.created_at for one in below),
        post.edited_at or post.created_at,
    ]
    values: Json = {
        "id": post.id,
        "message": post.text,
        "created_time": graph_time(post.created_at),
        "updated_time": graph_time(max(touched)),
        "permalink_url": f"{base_url}/bericht/facebook/{post.id}",
        "status_type": "mobile_status_update",
        "is_hidden": False,
        "is_published": True,
        "is_expired": False,
        "can_reply_privately": False,
        "privacy": {
            "value": "EVERYONE",
            "description": "Public",
            "friends": "",
            "allow": "",
            "deny": "",
        },
    }
    if post.place == "tagged":
        values["tagged_time"] = graph_time(post.created_at)
        values["to"] = {"data": [{"name": "ROC De Waterlanden", "id": FACEBOOK_PAGE_ID}]}
    else:
        values["from"] = person(store, post)
    return values


def comment_values(post: Post, store: Store, base_url: str) -> Json:
    """All fields of a comment; `parent` is there only when it answers another comment."""
    parent = store.get("facebook", post.in_reply_to)
    values: Json = {
        "id": post.id,
        "message": post.text,
        "created_time": graph_time(post.created_at),
        "from": person(store, post),
        "permalink_url": f"{base_url}/bericht/facebook/{post.id}",
        "comment_count": len(store.children(post)),
        "like_count": len(post.text) % 4,
        "can_comment": True,
        "can_hide": not post.is_ours,
        "can_like": True,
        "can_remove": True,
        "can_reply_privately": not post.is_ours,
        "is_hidden": False,
        "is_private": False,
        "user_likes": False,
    }
    if parent and parent.place == "comment":
        values["parent"] = {
            "created_time": graph_time(parent.created_at),
            "from": person(store, parent),
            "message": parent.text,
            "id": parent.id,
        }
    root = store.get("facebook", post.conversation)
    if root:
        created = graph_time(root.created_at)
        values["object"] = {"created_time": created, "message": root.text, "id": root.id}
    return values
