"""What an item and a scale look like, and which groups there are to ask."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

STAFF = ("leaders", "teachers", "support")
TEACHING = ("leaders", "teachers")
STUDENTS = ("students",)
TRAINERS = ("trainers",)


@dataclass(frozen=True, slots=True)
class Scale:
    """Five levels, each a sentence of its own; the first level counts as 1, the last as 5."""

    code: str
    levels: tuple[Bilingual, Bilingual, Bilingual, Bilingual, Bilingual]
    not_applicable: Bilingual


@dataclass(frozen=True, slots=True)
class Item:
    """One statement to answer on its scale; fixed items are asked everywhere, others by choice."""

    code: str
    block: str
    scale: str
    is_fixed: bool
    groups: tuple[str, ...]
    text: Bilingual
    for_students: Bilingual | None = None
    for_trainers: Bilingual | None = None

    def wording(self, group: str) -> Bilingual:
        """The same matter as this group meets it; without own words, in those of the staff."""
        own = {"students": self.for_students, "trainers": self.for_trainers}.get(group)
        return own or self.text
