"""How things look: icons, times, the address of the same page with one parameter changed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@cache
def _svg(name: str) -> str:
    path = Path(settings.ICONS_DIR) / f"{name}.svg"
    if not path.is_file():
        return ""
    return path.read_text().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of Bootstrap Icons as inline SVG; decoration only, so write the word beside it."""
    return mark_safe(_svg(name))  # noqa: S308 - a file of a pinned package, not user text


@register.simple_tag(takes_context=True)
def url_with(context: dict[str, Any], **changes: Any) -> str:
    """The query string of this page with some parameters changed; an empty value removes one."""
    params = context["request"].GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            params.pop(name, None)
        else:
            params[name] = value
    return f"?{params.urlencode()}"
