"""A figure as the pages and documents take it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString

from core.charts.paint import FONT, ON_PAPER
from core.charts.table import Table


@dataclass(frozen=True)
class Chart:
    """A drawing, its numbers and its title. `narrow` is for a phone; CSS shows one of the two."""

    svg: SafeString
    narrow: SafeString
    table: Table
    title: str

    def for_print(self) -> str:
        """The drawing with literal colours and a font, for paper or a file that stands alone."""
        painted = re.sub(
            r' class="([^"]*)"',
            lambda found: "".join(f" {ON_PAPER[name]}" for name in found[1].split()),
            str(self.svg),
        )
        return painted.replace("<svg ", f'<svg font-family="{FONT}" ', 1)
