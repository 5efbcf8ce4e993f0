"""What stands in a document, as plain data. Nothing here knows how it is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest below the title of the document."""

    level: int
    text: str


@dataclass(frozen=True)
class Markdown:
    """Text with Markdown, as people write it. Its highest heading comes at `top_level`."""

    text: str
    top_level: int = 1


@dataclass(frozen=True)
class Table:
    """A table whose head comes back on every page; `widths` are shares, equal when left out."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A drawing as SVG with literal colours. `alt` says in words what it shows."""

    svg: str
    caption: str
    alt: str


@dataclass(frozen=True)
class Notice:
    """Something that stands out from the rest, as plain text."""

    text: str


@dataclass(frozen=True)
class KeyValues:
    """Facts with their names: owner, version, date."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """One tip: a number, some words, and a title when it has one."""

    number: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Cards:
    """Cards beside each other."""

    cards: tuple[Card, ...]
    columns: int = 2


Block = Heading | Markdown | Table | Figure | Notice | KeyValues | Cards


@dataclass(frozen=True)
class Document:
    """One document. `qr` is an SVG (core.qr), `qr_caption` says in words where it leads.

    `meta` are short lines under the title; `contents` adds a table of contents.
    """

    title: str
    subtitle: str = ""
    language: Literal["nl", "en"] = "nl"
    meta: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    footer: str = ""
    qr: str = ""
    qr_caption: str = ""
    layout: Literal["document", "flyer", "certificate"] = "document"
    contents: bool = False
