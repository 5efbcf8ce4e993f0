"""What strangers write, made safe to store and to show as plain text.

Markup that survives here is harmless: pages escape all text. What must not survive are characters
that the database refuses (NUL, half surrogates) and those that turn a line of text around.
"""

from __future__ import annotations

import html
import math
import re
from typing import Any
from urllib.parse import urlsplit

import nh3

LONGEST_TEXT = 100_000
LONGEST_NAME = 200
LONGEST_TITLE = 500
LONGEST_LINK = 2_000
_LONGEST_RAW_STRING = 20_000
_LONGEST_RAW_LIST = 1_000
_DEEPEST_RAW = 40
_MOST_TAGS = 2_000
"""Beyond this the HTML parser grows quadratic (200,000 open tags took it two minutes)."""

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_PARAGRAPHS = frozenset({"p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset(
    {"br", "div", "li", "ul", "ol", "dd", "dt", "tr", "hr", "section", "article", "figcaption"}
)
_SILENT = {"script", "style", "template", "noscript"}
_ANCHOR = re.compile(r'<a(?: href="([^"]*)")?>(.*?)</a>', re.DOTALL)
_BREAK = re.compile(r"</?(\w+)>")
_SOURCE_LINES = re.compile(r"\s+")
_CRUDE_TAG = re.compile(r"<[^<>]*>")


def clean(text: str) -> str:
    """`text` cut to size, without control characters and direction overrides; lines end in \\n."""
    text = text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    return _UNWANTED.sub("", text).strip()


def plain_text(markup: str, *, keep_links: bool = False) -> str:
    """HTML as readable text: a paragraph becomes an empty line, `keep_links` shows addresses."""
    markup = markup[:LONGEST_TEXT]
    if "<" not in markup and "&" not in markup:
        return clean(markup)
    if markup.count("<") > _MOST_TAGS:
        return _tidy(html.unescape(_CRUDE_TAG.sub(" ", markup)))
    tags = _PARAGRAPHS | _LINES | ({"a"} if keep_links else set())
    safe = nh3.clean(
        markup,
        tags=set(tags),
        clean_content_tags=_SILENT,
        attributes={"a": {"href"}} if keep_links else {},
        url_schemes={"http", "https"},
        link_rel=None,
    )
    if "<" in safe:
        safe = _SOURCE_LINES.sub(" ", safe)
    return _tidy(html.unescape(_BREAK.sub(_line_break, _ANCHOR.sub(_link, safe))))


def web_address(value: Any) -> str:
    """`value` when it is an http(s) address of sensible length, else an empty text."""
    address = clean(value) if isinstance(value, str) else ""
    good = address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK
    return address if good else ""


def language(tag: Any) -> str:
    """The first part of a language tag: "nl" of "nl-NL"."""
    found = _LANGUAGE.match(tag) if isinstance(tag, str) else None
    return found[0].lower() if found else ""


def storable(value: Any, depth: int = 0) -> Any:
    """A platform's answer as JSON that Postgres takes: no NUL, no NaN, nothing endless."""
    if isinstance(value, str):
        return _UNWANTED.sub("", value[:_LONGEST_RAW_STRING])
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**63 else str(value)[:_LONGEST_RAW_STRING]
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if depth > _DEEPEST_RAW:
        return "…"
    if isinstance(value, dict):
        return {storable(str(key)): storable(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [storable(item, depth + 1) for item in value[:_LONGEST_RAW_LIST]]
    return storable(str(value))


def _link(anchor: re.Match[str]) -> str:
    """A link as text: only its words for a mention or hashtag, else with its address."""
    address, words = anchor[1] or "", anchor[2]
    shown = _BREAK.sub("", words).strip()
    if not address or shown.startswith(("@", "#")):
        return words
    bare = shown.rstrip("…").removeprefix("https://").removeprefix("http://")
    if bare in address and (not bare or urlsplit(html.unescape(address)).netloc in shown):
        return address
    return f"{words} ({address})"


def _line_break(tag: re.Match[str]) -> str:
    return "\n\n" if tag[1] in _PARAGRAPHS else "\n"


def _tidy(text: str) -> str:
    """Single spaces, no spaces at line ends, at most one empty line in a row."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
