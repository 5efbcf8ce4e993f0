"""What a person hears when somebody else was first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _


def tell(request: HttpRequest) -> None:
    messages.warning(
        request, _("Somebody else changed this version in the meantime. Look and try again.")
    )
