"""What the portal brings along: questions, statements, goals, templates, in Dutch and English.

A text stands here beside its translation, not in the catalogue, because whoever edits it is not a
programmer and must see both at once (docs/decisions/0013). What a college chooses from it is copied
into its own rows and is then the college's; a code keeps pointing at the text it came from, so a
changed wording gets a new code.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in Dutch and in English; as a string it reads in the language of the reader."""

    nl: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "nl").startswith("en") else self.nl

    def in_language(self, language: str) -> str:
        return self.en if language.startswith("en") else self.nl
