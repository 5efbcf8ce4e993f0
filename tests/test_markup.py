from __future__ import annotations

import pytest

from tests import markup


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<p style="color: red">x</p>', "inline style"),
        ("<style>p {}</style>", "inline style"),
        ('<button onclick="go()">x</button>', "inline handler"),
        ('<a href="javascript:go()">x</a>', "script address"),
        ("<script>go()</script>", "inline script"),
        ('<a class="btn btn-outline-primary">x</a>', "button without contrast"),
    ],
)
def test_code_inside_a_page_is_found(html: str, problem: str) -> None:
    assert markup.problems(html) == [problem]


def test_code_from_files_and_data_are_fine() -> None:
    page = '<script src="/a.js"></script><script type="application/json">{}</script><p>on=1</p>'

    assert markup.problems(page) == []
