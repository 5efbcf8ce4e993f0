"""Finds every text in a piece of content, however deep it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from governance.content import Bilingual


def every_text(content: object) -> Iterator[Bilingual]:
    if isinstance(content, Bilingual):
        yield content
    elif isinstance(content, dict):
        yield from every_text(tuple(content.values()))
    elif isinstance(content, tuple):
        for each in content:
            yield from every_text(each)
    elif is_dataclass(content):
        for field in fields(content):
            yield from every_text(getattr(content, field.name))


def missing_or_same(content: object) -> list[Bilingual]:
    """Texts that lack a language, or say the very same in both."""
    return [
        text
        for text in every_text(content)
        if not text.nl.strip() or not text.en.strip() or text.nl == text.en
    ]


def untidy(content: object) -> list[str]:
    """Texts with a straight quote, a double space or a space at an end."""
    languages = [each for text in every_text(content) for each in (text.nl, text.en)]
    return [each for each in languages if re.search(r"['\"]|\s\s|^\s|\s$", each)]


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!](?=\s|$)", text))
