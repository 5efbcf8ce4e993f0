from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils import translation

from core import qr
from tests import markup

ADDRESS = 'https://example.org/?a=1&b="><script>'


def test_a_code_is_a_drawing_with_a_title() -> None:
    with translation.override("en"):
        made = qr.svg(ADDRESS)
    root = ElementTree.fromstring(made)  # noqa: S314 - our own drawing

    assert root.get("role") == "img"
    assert root[0].text == f"QR code for {ADDRESS}"
    assert markup.problems(made) == []


def test_a_code_is_dark_on_white_with_a_quiet_zone() -> None:
    made = qr.svg("https://example.org")
    root = ElementTree.fromstring(made)  # noqa: S314
    size = (root.get("viewBox") or "").split()[2]

    assert f'fill="#fff" d="M0 0h{size}v{size}h-{size}z"' in made
    assert 'd="M4 4.5h7' in made  # the corner begins after four modules of white


def test_a_page_shows_a_code() -> None:
    made = Template('{% qr url "Read & see" %}').render(Context({"url": "https://example.org"}))

    assert made == qr.svg("https://example.org", "Read & see")
    assert "<title>Read &amp; see</title>" in made


@pytest.mark.parametrize("address", ["", "https://example.org/" + "x" * 4000])
def test_what_no_code_can_hold_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"address|data|fit"):
        qr.svg(address)
