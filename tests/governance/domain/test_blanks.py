"""What a template left open is seen before anybody decides."""

from __future__ import annotations

from governance.domain import blanks
from governance.models import PolicySection


def test_blanks_are_named_once_and_a_link_is_none() -> None:
    sections = [
        PolicySection(what="Ask [adviser] or [the board]. See [here](https://a.example)."),
        PolicySection(what="Again [adviser].", why="Call [press]."),
    ]

    assert blanks.left_in(sections) == ["[adviser]", "[the board]", "[press]"]
