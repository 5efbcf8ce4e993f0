"""Documents on paper: plain data in, a PDF out.

    render(Document(title="Webcare policy", language="en", blocks=(Markdown("## Who answers…"),)))

- `Document` says what is in it, as blocks; `layout="flyer"` makes one A4 with big cards.
- The words of people are data. They never become markup of the type setter.
- Headings are put in order (no level is skipped), figures have an alternative text, and language
  and title are set: the file is PDF/UA-1, unless it holds a sign that no font here has.
- What cannot be set raises `NotTypeset`, with the reason.
"""

from __future__ import annotations

from core.pdf.document import (
    Block,
    Card,
    Cards,
    Document,
    Figure,
    Heading,
    KeyValues,
    Markdown,
    Notice,
    Table,
)
from core.pdf.typesetting import NotTypeset, render

__all__ = [
    "Block",
    "Card",
    "Cards",
    "Document",
    "Figure",
    "Heading",
    "KeyValues",
    "Markdown",
    "NotTypeset",
    "Notice",
    "Table",
    "render",
]
