"""The same answer in a shape that nobody knows: a platform that changed its API overnight."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sandbox.wire import Json, Response, answer

LISTS = ("data", "items", "statuses")
_ITEM = re.compile(rb"(?<=<item>).*?(?=</item>)|(?<=<entry>).*?(?=</entry>)", re.DOTALL)
_TAG = re.compile(rb"(</?)(\w+)")


def reshape(response: Response, *, only_items: bool) -> Response:
    """Every name in the answer is another one; with `only_items` just those inside its items."""
    if "xml" in response.content_type:
        body = response.body
        other = _ITEM.sub(lambda item: _retagged(item[0]), body) if only_items else _retagged(body)
        return Response(response.status, other, response.content_type)
    if "json" not in response.content_type or not response.body:
        return response
    document = response.document()
    changed = _with_other_items(document) if only_items else _renamed(document)
    return answer(changed, response.status, response.content_type)


def _retagged(xml: bytes) -> bytes:
    return _TAG.sub(rb"\1new_\2", xml)


def _renamed(document: Any) -> Json:
    """A list becomes an object, an object gets other names."""
    if not isinstance(document, Mapping):
        return {"new_list": document}
    return {f"new_{name}": value for name, value in document.items()}


def _with_other_items(document: Any) -> Any:
    if isinstance(document, list):
        return [_renamed(item) for item in document]
    return {
        name: [_renamed(item) for item in value] if name in LISTS else value
        for name, value in document.items()
    }
