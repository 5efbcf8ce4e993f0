"""The `fields` parameter of the Graph API: names, modifiers and nested fields.

`id,message,comments.limit(5).filter(stream){id,from}` becomes a tree of `Field`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = re.compile(r"[a-z_0-9]+")
MODIFIER = re.compile(r"\.([a-z_]+)\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Field:
    """One wanted field."""

    modifiers: Mapping[str, str] = field(default_factory=dict)
    children: Mapping[str, Field] = field(default_factory=dict)


class BadFields(ValueError):
    """The parameter cannot be understood."""


def parse_fields(text: str) -> dict[str, Field]:
    """The wanted fields by name. Raises BadFields."""
    text = re.sub(r"\s", "", text)
    if not text:
        return {}
    fields, end = _several(text, 0)
    if end != len(text):
        raise BadFields(f"Syntax error \"Expected end of string instead of '{text[end]}'.\"")
    return fields


def _several(text: str, at: int) -> tuple[dict[str, Field], int]:
    found: dict[str, Field] = {}
    while True:
        name = NAME.match(text, at)
        if name is None:
            raise BadFields(f'Syntax error "Expected name at character {at}: {text}"')
        found[name[0]], at = _details(text, name.end())
        if at >= len(text) or text[at] != ",":
            return found, at
        at += 1


def _details(text: str, at: int) -> tuple[Field, int]:
    modifiers: dict[str, str] = {}
    while modifier := MODIFIER.match(text, at):
        modifiers[modifier[1]] = modifier[2]
        at = modifier.end()
    if at >= len(text) or text[at] != "{":
        return Field(modifiers), at
    children, at = _several(text, at + 1)
    if at >= len(text) or text[at] != "}":
        raise BadFields(f"Syntax error \"Expected '}}' at character {at}: {text}\"")
    return Field(modifiers, children), at + 1
