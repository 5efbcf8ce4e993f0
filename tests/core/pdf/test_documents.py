"""What comes out on paper: a real PDF, with the words as people wrote them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import typst
from django.utils import translation

from core import pdf, qr
from core.charts import radar
from core.pdf.typesetting import sources

HOSTILE = '#panic("x") *bold* _it_ $x$ \\ @ref <label> = head `raw` // no /* no */ “€” é'
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def document(*blocks: pdf.Block, **changes: Any) -> pdf.Document:
    return pdf.Document(**{"title": "Policy", "language": "en", "blocks": blocks, **changes})


def asked(made: pdf.Document, selector: str) -> list[Any]:
    """What the type setter itself says is in the document."""
    files: Any = sources(made)
    found: list[Any] = json.loads(typst.query(files, selector))
    return found


def words(content: Any) -> str:
    """All text in a piece of content."""
    if isinstance(content, dict):
        own = content.get("text", "") if content.get("func") in {"text", "raw"} else ""
        if content.get("func") == "space":
            own = " "
        if own:
            return own if isinstance(own, str) else words(own)
        return "".join(words(value) for value in content.values())
    return "".join(map(words, content)) if isinstance(content, list) else ""


def pages(made: bytes) -> int:
    found = re.search(rb"/Type\s*/Pages\s*/Count (\d+)", made)
    assert found
    return int(found[1])


def test_a_document_is_an_accessible_pdf() -> None:
    made = pdf.render(document(pdf.Heading(1, "Why"), pdf.Markdown("Because."), language="nl"))

    assert made.startswith(b"%PDF-")
    assert b"/Marked true" in made
    assert b"/Lang(nl)" in made.replace(b"/Lang (", b"/Lang(")
    assert b"pdfuaid" in made


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document(pdf.Markdown("Text"), footer="College")

    assert pdf.render(made) == pdf.render(made)


def test_a_long_document_runs_over_pages() -> None:
    chapter = pdf.Markdown("## Chapter\n\n" + "Some words that fill a line. " * 80)

    assert pages(pdf.render(document())) == 1
    assert pages(pdf.render(document(*[chapter] * 12, contents=True))) > 5


@pytest.mark.parametrize(
    "block",
    [
        pdf.Heading(1, HOSTILE),
        pdf.Notice(HOSTILE),
        pdf.KeyValues(((HOSTILE, HOSTILE),)),
        pdf.Table((HOSTILE,), ((HOSTILE,),)),
        pdf.Cards((pdf.Card("1", HOSTILE, HOSTILE),)),
        pdf.Markdown(f"```\n{HOSTILE}\n```"),
        pdf.Figure(SQUARE, HOSTILE, HOSTILE),
    ],
    ids=lambda block: type(block).__name__,
)
def test_words_are_never_markup(block: pdf.Block) -> None:
    made = document(
        block, title=HOSTILE, subtitle=HOSTILE, meta=(HOSTILE,), footer=HOSTILE, qr_caption=HOSTILE
    )

    assert pdf.render(made).startswith(b"%PDF-")
    assert [asked(made, kind) for kind in ("math.equation", "ref", "emph", "link")] == [
        [],
        [],
        [],
        [],
    ]


def test_words_come_out_as_they_were_written() -> None:
    heading = asked(document(pdf.Heading(1, HOSTILE)), "heading")[0]

    assert words(heading["body"]) == HOSTILE


def test_markdown_keeps_its_shape() -> None:
    text = """
# Who answers

We **always** answer *soon*, ~~never~~ late: `code`, [site](https://example.org).

1. one
2. two
   - deeper

> quoted

| a | b |
|---|---|
| 1 | **2** |
"""
    made = document(pdf.Markdown(text, top_level=2))

    assert pdf.render(made).startswith(b"%PDF-")
    assert [words(found["body"]) for found in asked(made, "strong")] == ["always", "2"]
    assert [words(found["body"]) for found in asked(made, "emph")] == ["soon"]
    assert [words(found["body"]) for found in asked(made, "strike")] == ["never"]
    assert [found["dest"] for found in asked(made, "link")] == ["https://example.org"]
    assert len(asked(made, "enum")) == len(asked(made, "list")) == 1
    assert len(asked(made, "quote")) == len(asked(made, "table")) == 1


@pytest.mark.parametrize(
    "address", ["/policies/3", "file:///etc/passwd", "ftp://example.org", "#x"]
)
def test_only_addresses_on_the_web_are_links(address: str) -> None:
    made = document(pdf.Markdown(f"[here]({address})"))

    assert asked(made, "link") == []


def test_headings_skip_no_level() -> None:
    made = document(
        pdf.Heading(3, "a"), pdf.Markdown("# b\n\n#### c", top_level=2), pdf.Heading(1, "d")
    )

    assert [found["level"] for found in asked(made, "heading")] == [1, 2, 3, 1]


@pytest.mark.parametrize(
    "text",
    [
        "> " * 19 + "x",
        "".join(f"{'  ' * depth}- item\n" for depth in range(30)),
        "*" * 60 + "x" + "*" * 60,
        "- > " * 9 + "x",
        "null \x00 bell \x07 end",
        "<script>x</script> <b>bold</b> &euro;",
        "![alt](https://example.org/x.png)",
        "",
    ],
)
def test_odd_markdown_can_be_set(text: str) -> None:
    assert pdf.render(document(pdf.Markdown(text))).startswith(b"%PDF-")


def test_signs_outside_the_fonts_do_not_stop_a_document() -> None:
    assert pdf.render(document(pdf.Markdown("Emoji \U0001f600, العربية, \ue000"))).startswith(
        b"%PDF-"
    )


@pytest.mark.parametrize(
    "broken",
    [
        document(title=" "),
        document(pdf.Figure("<svg", "caption", "alt")),
        document(pdf.Figure("no drawing", "caption", "alt")),
        document(pdf.Table((), ())),
        document(pdf.Table(("a", "b"), (("1",),))),
        document(pdf.Table(("a",), (("1",),), widths=(1, 2))),
        document(qr="<svg"),
    ],
)
def test_what_cannot_be_set_says_so(broken: pdf.Document) -> None:
    with pytest.raises(pdf.NotTypeset):
        pdf.render(broken)


@pytest.mark.parametrize("address", ["/etc/passwd", "../document.py", "https://example.org/x.png"])
def test_a_drawing_reads_nothing_else(address: str) -> None:
    drawing = SQUARE.replace("<path", f'<image width="9" height="9" href="{address}"/><path')

    with pytest.raises(pdf.NotTypeset):
        pdf.render(document(pdf.Figure(drawing, "caption", "alt")))


def test_figures_and_codes_of_ours_can_be_set() -> None:
    with translation.override("en"):
        chart = radar.draw("Where we stand", ["a", "b", "c"], [("May", [1, 2, None])])
        code = qr.svg("https://example.org/policy")
    made = document(
        pdf.Figure(chart.for_print(), "May", chart.title), qr=code, qr_caption="Read on"
    )

    assert b"pdfuaid" in pdf.render(made)
    assert [found["alt"] for found in asked(made, "figure")] == ["Where we stand"]


@pytest.mark.parametrize("tips", [1, 6, 12])
def test_a_flyer_is_one_page(tips: int) -> None:
    cards = tuple(
        pdf.Card(str(n), "Think before you post, and talk to a colleague.", "Wait a moment")
        for n in range(1, tips + 1)
    )
    made = document(
        pdf.Cards(cards),
        layout="flyer",
        title="Ten tips for social media",
        qr=qr.svg("https://example.org"),
        qr_caption="Read the policy",
    )

    assert pages(pdf.render(made)) == 1
