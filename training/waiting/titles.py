"""What an offering is called, where the database makes the sentence's facts."""

from __future__ import annotations

from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf


def offering(prefix: str = "") -> Combinable:
    """As `str(offering)`: its own name, or else the title of the course."""
    return Coalesce(NullIf(F(f"{prefix}name"), Value("")), F(f"{prefix}course__title"))
