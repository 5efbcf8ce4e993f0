"""The shape of a text of the starter set."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class StarterArticle:
    """One question with its short and its longer answer."""

    code: str
    theme: str
    policy_kind: str
    is_public: bool
    title: Bilingual
    summary: Bilingual
    body: Bilingual
