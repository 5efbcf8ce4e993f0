"""A proposal for the post in which a college says that it leaves a channel. Dutch: it is what the
college itself says to its Dutch audience (docs/decisions/0013)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import dateformat
from django.utils.translation import override


def proposal(platform: str, college: str, on: date | None, elsewhere: Sequence[str]) -> str:
    """The text, with the date and where to go instead; what is not known stays out."""
    with override("nl"):
        day = f"op {dateformat.format(on, 'j F Y')}" if on else "binnenkort"
    college = college or "onze school"
    where = _listed([*elsewhere, "onze website"])
    return (
        f"Wij stoppen {day} met dit account van {college} op {platform}. "
        "Dank je wel voor het volgen, meepraten en meedenken!\n\n"
        f"Je vindt ons nog wel via {where}. "
        "Heb je hier nog een vraag openstaan? Stel die voor die tijd, dan krijg je nog antwoord."
    )


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} en {names[-1]}"
