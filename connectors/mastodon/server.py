"""One Mastodon server: where it is, how it is called, and which ids are its own."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import httpx2

from connectors.errors import AuthExpired, Rejected
from connectors.http import Answer, Client, Headers, retry_after
from connectors.mastodon import normalise
from connectors.types import Json, Target

_SENDABLE = re.compile(r"[\x21-\x7e]+")
_PROFILE = re.compile(r"/@[^/]*$")


class Server:
    """Calls go to `base_url` where that is set; ids carry the host of `address` where that is."""

    def __init__(self, target: Target, transport: httpx2.BaseTransport | None) -> None:
        self._root = _root(target.base_url) or _root(target.address)
        self._public_root = _root(target.address) or self._root
        self._token = target.credentials.get("access_token", "").strip()
        self._client = Client(
            trusted_hosts=target.trusted_hosts,
            headers={"Authorization": f"Bearer {self._token}"} if self._token else {},
            wait_until=_wait_until,
            transport=transport,
        )

    @property
    def host(self) -> str:
        """The server's name, as it stands in front of our ids."""
        try:
            return httpx2.URL(self._public_root).netloc.decode().lower()
        except httpx2.InvalidURL as error:
            raise Rejected("The address of the Mastodon server is not an address.") from error

    def get(self, *path: str, **params: Any) -> Answer:
        """Read `/api/…`; each part of `path` is escaped, empty parameters are left out."""
        given = {name: value for name, value in params.items() if value}
        return self._client.read(self._address(path), params=given)

    def post(self, *path: str, form: Json, key: str) -> Answer:
        """Write once; the server answers a second call with the same `key` with the first post."""
        return self._client.write(
            "POST", self._address(path), json=form, headers={"Idempotency-Key": key}
        )

    def need_token(self) -> None:
        """Raises AuthExpired without a token that can be sent."""
        if not _SENDABLE.fullmatch(self._token):
            raise AuthExpired("There is no usable access token for this Mastodon account.")

    def owns(self, external_id: str) -> bool:
        """True for an id of this server, and for an old one that names no server."""
        return external_id.rpartition(":")[0] in ("", self.host)

    def local(self, external_id: str) -> str:
        """The server's own id of a post. Raises Rejected for a post of another server."""
        if not self.owns(external_id):
            raise Rejected(f"This post is not on {self.host} and cannot be answered from here.")
        return normalise.local_id(external_id)

    def _address(self, path: tuple[str, ...]) -> str:
        if not self._root:
            raise Rejected("There is no address of a Mastodon server.")
        return "/".join([self._root, "api", *(quote(part, safe="") for part in path)])


def _root(name: str) -> str:
    """The address of a server from itself, from a profile's address or from "@roc@social.nl"."""
    name = _PROFILE.sub("", name.strip().rstrip("/"))
    if not name or "://" in name:
        return name
    return f"https://{name.rpartition('@')[2]}"


def _wait_until(headers: Headers) -> datetime | None:
    """Retry-After, else the start of the next window when this one is used up."""
    used_up = headers.get("x-ratelimit-remaining", "0") == "0"
    reset = normalise.reset(headers, now=datetime.now(UTC)) if used_up else None
    return retry_after(headers) or reset
