"""Markdown as safe HTML: HTML in the source is shown, not obeyed; the result is cleaned again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

TAGS = {
    *("h1", "h2", "h3", "h4", "p", "br", "hr", "ul", "ol", "li", "strong", "em", "s", "a"),
    *("blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"),
}
LINK_SCHEMES = {"http", "https", "mailto"}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable(
        ["table", "strikethrough"]
    )


def tree(text: str) -> SyntaxTreeNode:
    """The same Markdown as a tree, for who writes something else than HTML."""
    return SyntaxTreeNode(_parser().parse(text))


def render(text: str) -> str:
    """HTML without images, scripts or styles; links only to web and mail addresses."""
    return nh3.clean(
        _parser().render(text),
        tags=TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes=LINK_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )


def plain(text: str) -> str:
    """The words alone, without marks: for searching, and for a line in a list."""
    lines = (
        "".join(_words_of(node)) for node in tree(text).walk() if node.type in {"inline", "fence"}
    )
    return "\n".join(line for line in lines if line)


def _words_of(node: SyntaxTreeNode) -> Iterator[str]:
    if not node.children:
        yield " " if node.type in {"softbreak", "hardbreak"} else node.content
    for child in node.children:
        yield from _words_of(child)
