"""Files that a page hands out."""

from __future__ import annotations

from django.http import HttpResponse


def attachment(content: str | bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
