"""Blanks of a template, such as "[confidential adviser]", that nobody filled in yet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from governance.models import PolicySection

BLANK = re.compile(r"\[[^\[\]\n]{2,60}\](?![(\[:])")
"""Words between brackets; a link in Markdown is none."""


def left_in(sections: Iterable[PolicySection]) -> list[str]:
    """Each once, in the order of the text."""
    texts = (text for section in sections for text in (section.what, section.why, section.tip))
    return list(dict.fromkeys(found for text in texts for found in BLANK.findall(text)))
