"""Traces of a person in a text that should name nobody: an address, a phone or student number.

Only a hint for the writer. A name cannot be found this way, so the writer is asked as well.
"""

from __future__ import annotations

import re

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trace(models.TextChoices):
    """What a text seems to hold."""

    ADDRESS = "address", _("an e-mail address")
    PHONE = "phone", _("a phone number")
    STUDENT = "student", _("a student number")


ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d.])(?:(?:\+|00)\d{2}[\s-]?(?:\(0\))?\d|0\d)(?:[\s-]?\d){8}(?!\d)")
STUDENT = re.compile(r"(?<![\w.€-])[a-z]?\d{6,8}(?![\w-])", re.IGNORECASE)


def found_in(*texts: str) -> list[Trace]:
    """Which traces these texts hold, each once."""
    text = "\n".join(texts)
    without_phones = PHONE.sub(" ", text)
    hits = {
        Trace.ADDRESS: ADDRESS.search(text),
        Trace.PHONE: PHONE.search(text),
        Trace.STUDENT: STUDENT.search(without_phones),
    }
    return [trace for trace, hit in hits.items() if hit]
