"""From a document to a PDF: blocks become JSON, and one fixed template walks over them.

The template is ours and never changes with the words; the words are a file beside it. So `#`, `*`
or `$` in a text are signs on paper and nothing more. Drawings are files too, and may not read
others: the only folder that can be reached is the one of the templates.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typst

from core.pdf import prose
from core.pdf.document import (
    Block,
    Cards,
    Document,
    Figure,
    Heading,
    KeyValues,
    Markdown,
    Notice,
    Table,
)
from core.pdf.prose import Node, clean

TEMPLATES = Path(__file__).parent / "templates"
LOWEST_HEADING = 6

log = logging.getLogger(__name__)


class NotTypeset(Exception):
    """The document cannot be set: a drawing is no SVG, a row has too many cells, no title."""


def render(document: Document) -> bytes:
    """The document as a PDF, the same bytes for the same document. Raises `NotTypeset`."""
    files = sources(document)
    compiler = typst.Compiler(root=TEMPLATES, font_paths=_fonts())
    try:
        return _compile(compiler, files, standards=["ua-1"])
    except typst.TypstError as error:
        objection = error.message
    try:
        made = _compile(compiler, files, standards=[])
    except typst.TypstError as error:
        raise NotTypeset(error.message) from error
    log.warning("A document is no PDF/UA-1: %s", objection)  # a sign that no font here has
    return made


def sources(document: Document) -> dict[str, bytes]:
    """The files that the type setter reads: our templates, the words, the drawings."""
    if not clean(document.title).strip():
        raise NotTypeset("The document has no title.")
    drawings: dict[str, bytes] = {}
    blocks = [made for block in document.blocks for made in _block(block, drawings)]
    _order_headings(blocks)
    words = {
        "title": _line(document.title),
        "subtitle": _line(document.subtitle),
        "language": document.language,
        "meta": [_line(line) for line in document.meta],
        "footer": _line(document.footer),
        "qr": _drawing(document.qr, drawings) if document.qr else None,
        "qr_caption": clean(document.qr_caption),
        "layout": document.layout,
        "contents": document.contents,
        "blocks": blocks,
    }
    return {**_templates(), "words.json": json.dumps(words).encode(), **drawings}


@cache
def _fonts() -> typst.Fonts:
    """The type setter's own fonts, and those of the machine for signs that they lack (emoji)."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


@cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))}


def _compile(compiler: typst.Compiler, files: Any, standards: list[typst.PDFStandard]) -> bytes:
    made = compiler.compile(input=files, format="pdf", pdf_standards=standards)
    if not isinstance(made, bytes):
        raise NotTypeset("The type setter gave no single file.")
    return made


def _block(block: Block, drawings: dict[str, bytes]) -> Iterable[Node]:
    match block:
        case Heading(level, text):
            yield {"kind": "heading", "level": level, "body": _words(text)}
        case Markdown(text, top_level):
            yield from prose.blocks(text, top_level)
        case Table():
            yield _table(block)
        case Figure(svg, caption, alt):
            name = _drawing(svg, drawings)
            alt = _line(alt) or _line(caption)
            yield {"kind": "figure", "file": name, "caption": _line(caption), "alt": alt}
        case Notice(text):
            yield {"kind": "notice", "body": _paragraph(text)}
        case KeyValues(rows):
            facts = [[_line(name), clean(value)] for name, value in rows]
            yield {"kind": "facts", "rows": facts}
        case Cards(cards, columns):
            yield {
                "kind": "cards",
                "columns": max(1, columns),
                "cards": [
                    {
                        "number": _line(card.number),
                        "title": _line(card.title),
                        "body": _paragraph(card.text),
                    }
                    for card in cards
                ],
            }


def _table(table: Table) -> Node:
    width = len(table.head)
    if not width:
        raise NotTypeset("A table has no columns.")
    if any(len(row) != width for row in table.rows):
        raise NotTypeset("A row of a table has another number of cells than its head.")
    if table.widths and (len(table.widths) != width or min(table.widths) <= 0):
        raise NotTypeset("A table has widths that do not fit its columns.")
    return {
        "kind": "table",
        "head": [_words(cell) for cell in table.head],
        "rows": [[_paragraph(cell) for cell in row] for row in table.rows],
        "widths": list(table.widths),
    }


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _words(text: str) -> list[Node]:
    return [{"kind": "text", "text": _line(text)}]


def _paragraph(text: str) -> list[Node]:
    """Plain text that keeps its line ends."""
    lines = [_words(line) for line in clean(text).strip().split("\n")]
    return [piece for line in lines for piece in ({"kind": "break"}, *line)][1:]


def _drawing(svg: str, drawings: dict[str, bytes]) -> str:
    """Puts a drawing among the files; gives its name. The same drawing is one file."""
    content = str(svg).encode()
    for name, known in drawings.items():
        if known == content:
            return name
    name = f"drawing-{len(drawings)}.svg"
    drawings[name] = content
    return name


def _headings(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node["kind"] == "heading":
            yield node
        elif node["kind"] == "quote":
            yield from _headings(node["body"])
        elif node["kind"] == "list":
            for item in node["items"]:
                yield from _headings(item)


def _order_headings(blocks: list[Node]) -> None:
    """A heading is at most one level below the one before it, or a screen reader loses its way."""
    before = 0
    for heading in _headings(blocks):
        heading["level"] = before = min(max(1, heading["level"]), before + 1, LOWEST_HEADING)
