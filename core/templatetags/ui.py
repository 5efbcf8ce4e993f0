"""How things look: icons, controls of forms, times, Markdown, the address of a page's sibling."""

from __future__ import annotations

from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import forms, template
from django.conf import settings
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.boundfield import BoundField
from django.forms.models import ModelChoiceIterator
from django.utils import dateformat
from django.utils.formats import get_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import clock, languages, markdown, tables
from core import qr as codes
from core.durations import roughly

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


@register.simple_tag
def qr(url: str, title: str = "") -> SafeString:
    """A QR code for an address, as inline SVG; `title` says in words where it leads."""
    return codes.svg(url, title)


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


@register.filter
def control_kind(field: BoundField) -> str:
    """Which kind of control a field is: "check", "choices", "select" or "input"."""
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "select" if isinstance(widget, forms.Select) else "input"


NO_WORDS = BLANK_CHOICE_DASH[0][1]
CONTROL_CLASSES = {"check": "form-check-input", "select": "form-select", "input": "form-control"}


@register.filter
def control(field: BoundField) -> SafeString:
    """The control of a field, dressed for our style sheet."""
    given = field.field.widget.attrs
    attrs: dict[str, Any] = {}
    if (
        classes
        := f"{CONTROL_CLASSES.get(control_kind(field), '')} {given.get('class', '')}".strip()
    ):
        attrs["class"] = classes
    if str(given.get("placeholder", "")).lower().startswith(str(field.label).lower()):
        attrs["placeholder"] = False  # it only repeats the label
    _word_emptiness(field.field)
    return field.as_widget(attrs=attrs)


def _word_emptiness(field: forms.Field) -> None:
    """Words instead of dashes for "no choice", where a form gave none of its own."""
    label = _("Choose …") if field.required else _("nothing chosen")
    if isinstance(field, forms.ModelChoiceField) and field.empty_label == NO_WORDS:
        field.empty_label = label
    widget = field.widget
    if isinstance(widget, forms.widgets.ChoiceWidget) and not isinstance(
        widget.choices, ModelChoiceIterator
    ):
        widget.choices = [
            (value, label if words == NO_WORDS else words) for value, words in widget.choices
        ]


@register.filter
def initials(name: str) -> str:
    """ "Anna de Vries" → "AV"."""
    words = name.split()
    return (
        "".join(word[0].upper() for word in dict.fromkeys((words[0], words[-1]))) if words else ""
    )


@register.filter
def language_label(code: str) -> str:
    """ "nl" → "Dutch"."""
    return languages.label(code)


@lru_cache(maxsize=10_000)
def _in_full(at: datetime, language: str) -> str:
    """Local time in a language. Kept: a list shows the same moments at every visit."""
    return dateformat.format(localtime(at), get_format("DATETIME_FORMAT", language))


def _time(at: datetime, label: str, css: str = "") -> SafeString:
    return format_html(
        '<time datetime="{}" title="{}"{}>{}</time>',
        at.isoformat(timespec="seconds"),
        _in_full(at, get_language() or ""),
        mark_safe(f' class="{css}"') if css else "",  # noqa: S308 - our own class names
        label,
    )


@register.filter
def since(at: datetime | None) -> SafeString:
    """How long ago (or how soon), short, with the exact time on hover."""
    if at is None:
        return SafeString("")
    distance = clock.now() - at
    if abs(distance).total_seconds() < 45:
        is_past = distance.total_seconds() >= 0
        return _time(at, _("just now") if is_past else _("in a moment"))
    if distance.total_seconds() < 0:
        return _time(at, _("in %(time)s") % {"time": roughly(-distance)})
    return _time(at, _("%(time)s ago") % {"time": roughly(distance)})


@register.filter
def due(at: datetime | None) -> SafeString:
    """A deadline: what is left, or how late it is, in words and not by colour alone."""
    if at is None:
        return SafeString("")
    left = at - clock.now()
    if left.total_seconds() < 0:
        return _time(at, _("%(time)s late") % {"time": roughly(-left)}, "is-late")
    return _time(at, _("%(time)s left") % {"time": roughly(left)})


@register.filter("markdown")
def markdown_filter(text: str) -> SafeString:
    """Markdown of our own people as safe HTML, its tables ready for a phone."""
    return mark_safe(tables.with_labels(markdown.render(text)))  # noqa: S308 - cleaned by nh3


@register.simple_block_tag
def stacked(content: str) -> SafeString:
    """Round a table: on a phone each row is a card in which every value has its name."""
    return mark_safe(tables.with_labels(content))  # noqa: S308 - a template escaped it before
