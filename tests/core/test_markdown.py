from __future__ import annotations

import pytest

from core import markdown


def test_markdown_becomes_html() -> None:
    html = markdown.render("# Title\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |")

    assert "<h1>Title</h1>" in html
    assert "<strong>two</strong>" in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[click](javascript:alert(1))",
        "![x](https://example.org/pixel.png)",
        "<a href='data:text/html,x'>x</a>",
    ],
)
def test_nothing_dangerous_comes_through(attack: str) -> None:
    html = markdown.render(attack)

    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html


def test_links_out_do_not_tell_where_they_come_from() -> None:
    html = markdown.render("[site](https://example.org)")

    assert html.strip() == (
        '<p><a href="https://example.org" rel="noopener noreferrer nofollow">site</a></p>'
    )


def test_the_words_alone_hold_no_marks() -> None:
    text = "## Kop\n\n- een **vet** woord\nen [een link](https://example.org)\n\n|a|b|\n|---|---|\n|c|d|"

    assert markdown.plain(text) == "Kop\neen vet woord en een link\na\nb\nc\nd"
