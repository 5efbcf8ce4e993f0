"""Markdown as data for the type setter: a tree of dicts, with nothing but words in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it.tree import SyntaxTreeNode

from core import markdown

Node = dict[str, Any]

# People do not write so deep; the type setter gives up somewhat deeper.
DEEPEST = 6

MARKS = {"strong": "strong", "em": "emph", "s": "strike"}


def clean(text: str) -> str:
    """Text without control characters, which have no shape on paper and none in a PDF's words."""
    return "".join(
        sign if sign.isprintable() or sign in "\n\t\u200d\u00ad" else " " for sign in text
    )


def blocks(text: str, top_level: int) -> list[Node]:
    """The blocks of a Markdown text; its highest heading gets `top_level`."""
    root = markdown.tree(text)
    levels = [int(node.tag[1]) for node in root.walk() if node.type == "heading"]
    return _blocks(root.children, top_level - min(levels, default=1), depth=0)


def _blocks(nodes: Sequence[SyntaxTreeNode], shift: int, depth: int) -> list[Node]:
    return [made for node in nodes for made in _block(node, shift, depth)]


def _block(node: SyntaxTreeNode, shift: int, depth: int) -> list[Node]:
    match node.type:
        case "heading":
            level = int(node.tag[1]) + shift
            return [{"kind": "heading", "level": level, "body": _inline(node)}]
        case "paragraph":
            return [{"kind": "paragraph", "body": _inline(node)}]
        case "bullet_list" | "ordered_list" | "blockquote" if depth >= DEEPEST:
            inside = [child for item in node.children for child in (item.children or [item])]
            known = inside if node.type != "blockquote" else node.children
            return _blocks(known, shift, depth)
        case "bullet_list" | "ordered_list":
            return [
                {
                    "kind": "list",
                    "ordered": node.type == "ordered_list",
                    "start": int(node.attrs.get("start", 1)),
                    "items": [_blocks(item.children, shift, depth + 1) for item in node.children],
                }
            ]
        case "blockquote":
            return [{"kind": "quote", "body": _blocks(node.children, shift, depth + 1)}]
        case "fence" | "code_block":
            return [{"kind": "code", "text": clean(node.content.rstrip("\n"))}]
        case "hr":
            return [{"kind": "rule"}]
        case "table":
            return [_table(node)]
        case _:
            return [{"kind": "paragraph", "body": [{"kind": "text", "text": clean(node.content)}]}]


def _table(node: SyntaxTreeNode) -> Node:
    head, *rest = node.children
    rows = [row for part in rest for row in part.children]
    return {
        "kind": "table",
        "head": [_inline(cell) for cell in head.children[0].children],
        "rows": [[_inline(cell) for cell in row.children] for row in rows],
        "widths": [],
    }


def _inline(node: SyntaxTreeNode, depth: int = 0) -> list[Node]:
    return [made for child in node.children for made in _piece(child, depth)]


def _piece(node: SyntaxTreeNode, depth: int) -> list[Node]:
    match node.type:
        case "inline":
            return _inline(node, depth)
        case "text" | "text_special" | "html_inline":
            return [{"kind": "text", "text": clean(node.content)}]
        case "code_inline":
            return [{"kind": "code", "text": clean(node.content)}]
        case "softbreak":
            return [{"kind": "text", "text": " "}]
        case "hardbreak":
            return [{"kind": "break"}]
        case "image":  # no pictures from elsewhere: the words that stand for it
            return [{"kind": "text", "text": clean(node.content)}]
        case "link" if _leads_out(str(node.attrs.get("href", ""))):
            address = str(node.attrs["href"])
            return [{"kind": "link", "to": address, "body": _inline(node, depth)}]
        case "strong" | "em" | "s" if depth < DEEPEST:
            return [{"kind": MARKS[node.type], "body": _inline(node, depth + 1)}]
        case _:
            return _inline(node, depth)


def _leads_out(address: str) -> bool:
    try:
        return urlsplit(address).scheme in markdown.LINK_SCHEMES
    except ValueError:
        return False
