"""What a person hears when somebody else was first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _


def tell(request: HttpRequest) -> None:
    messages.warning(
        request, _("Somebody else changed this version in the meantime. Look and try again.")
    )


def frozen() -> str:
    """What the writer hears whose text can no longer be saved; it still stands on the screen."""
    return _("This version is not open for writing any more. Your text still stands below.")
