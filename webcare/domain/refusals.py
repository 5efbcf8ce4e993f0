"""The words with which the domain says no.

Every refusal is a sentence that a person may read, so that a page can show any of them.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Refusal(Exception):
    """What was asked cannot be done now; nothing was changed. `str()` is for people."""

    sentence: StrOrPromise = _("This cannot be done now.")

    def __str__(self) -> str:
        return str(self.sentence)


class ReasonNeeded(Refusal):
    """This asks for a reason, because colleagues and the router learn from it."""

    sentence = _("Say why, in a few words.")
