"""facebook-sdk as we use it: the current version, objects and edges, and no token in a URL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import facebook

from connectors.errors import Rejected, Temporary
from connectors.facebook.session import GraphSession, clean_keys
from connectors.types import Json, Rate

VERSION = "v26.0"


class Graph:
    """One target's way to the Graph API. Raises a `ConnectorError`, whatever Facebook does."""

    def __init__(self, credentials: Mapping[str, str], base_url: str) -> None:
        self._session = GraphSession(clean_keys(credentials), base_url)
        self._sdk = facebook.GraphAPI(session=self._session)
        # The SDK's constructor knows no version after 3.1, but takes any that is set afterwards.
        self._sdk.version = VERSION

    @property
    def rate(self) -> Rate | None:
        """What the last answer said is left."""
        return self._session.rate

    def read(self, object_id: str, **args: Any) -> dict[str, Any]:
        """One object. Raises `Temporary` when the answer holds none."""
        found: dict[str, Any] = self._sdk.get_object(object_id, **args)
        if not found.get("id"):
            raise Temporary("Facebook answered without the object that we asked for.")
        return found

    def several(self, object_ids: Sequence[str], **args: Any) -> dict[str, Any]:
        """Objects by id; one that is gone makes the whole call `Gone`."""
        found: dict[str, Any] = self._sdk.get_objects(list(object_ids), **args)
        return found

    def edge(self, object_id: str, name: str, **args: Any) -> dict[str, Any]:
        """One page of an edge. A page without `data` would look like the last one."""
        found: dict[str, Any] = self._sdk.get_connections(object_id, name, **args)
        if not isinstance(found.get("data"), list):
            raise Temporary("Facebook answered without the page that we asked for.")
        return found

    def write(self, object_id: str, edge: str, **fields: str) -> dict[str, Any]:
        """Add to an edge; not by `put_object`, which insists on a token of its own."""
        path = f"{VERSION}/{object_id}/{edge}"
        found: dict[str, Any] = self._sdk.request(path, post_args=fields, method="POST")
        return found


def items(found: Json, name: str) -> list[dict[str, Any]]:
    """The objects in the list `name`; whatever is no object says nothing to us."""
    listed = found.get(name)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def is_id(text: str) -> bool:
    """Whether this is an id of the Graph API: numbers, joined by underscores."""
    return text.isascii() and all(part.isdigit() for part in text.split("_"))


def checked_id(text: str, what: str) -> str:
    """`text`, which becomes part of a path. Raises `Rejected` when it is no id."""
    if not is_id(text):
        raise Rejected(f"This is no {what} id of Facebook: {text[:40]!r}")
    return text
