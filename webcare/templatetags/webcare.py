"""How tickets and what strangers wrote are shown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from core.models import LogEntry
from webcare.domain.verbs import Verb
from webcare.models import Ticket

register = template.Library()

# The clock of a row: calm until four fifths of the time is gone (Spotler's rule, features.md A1).
LAST_PART = 0.8


@register.filter
def clock_tone(ticket: Ticket, at: datetime) -> str:
    """ "good", "warn" in the last fifth of the time, "bad" when late."""
    if at > ticket.due_at:
        return "bad"
    given = (ticket.due_at - ticket.opened_at).total_seconds()
    used = (at - ticket.opened_at).total_seconds()
    return "warn" if given <= 0 or used / given > LAST_PART else "neutral"


@register.filter
def danger(ticket: Ticket) -> str:
    """The words that made a ticket a threat."""
    stored = (one["params"] for one in ticket.reasons if one.get("code") == "threat")
    return ", ".join(dict.fromkeys(params.get("words", "") for params in stored))


@register.filter
def seems_needless(ticket: Ticket) -> bool:
    """Whether the router thinks that nobody has to answer, but is not sure."""
    codes = {stored.get("code") for stored in ticket.reasons}
    return ticket.is_unsure and not ticket.is_threat and "judged_noise" in codes


@register.filter
def of(found: Mapping[int, Sequence[Any]] | str, key: int) -> Sequence[Any]:
    """What a mapping holds for `key`; nothing when there is no mapping."""
    return found.get(key, []) if isinstance(found, Mapping) else []


@register.filter
def figure(value: float | None) -> str:
    """A count, or a share with three decimals, as the reader's language writes it."""
    if value is None:
        return "–"
    return number_format(value, 3 if isinstance(value, float) else None)


@register.filter
def outside(url: str) -> str:
    """An address of a stranger, if it is one that a browser may follow; else nothing."""
    return url if urlsplit(url).scheme in {"http", "https"} else ""


@register.filter
def host(url: str) -> str:
    """The host that a link leads to, shown so that nobody clicks blindly."""
    return urlsplit(url).hostname or ""


@register.filter
def happened(entry: LogEntry) -> str:
    """A step of the timeline in words."""
    return str(dict(Verb.choices).get(entry.verb, entry.verb))


@register.filter
def highlight(text: str, words: Sequence[str]) -> SafeString:
    """`text`, escaped, with each of `words` marked where it stands as a whole word."""
    wanted = sorted((word for word in words if word), key=len, reverse=True)
    if not wanted:
        return SafeString(conditional_escape(text))
    either = "|".join(map(re.escape, wanted))
    parts = re.split(rf"(?<!\w)({either})(?!\w)", text, flags=re.IGNORECASE)
    marked = {word.casefold() for word in wanted}
    return format_html_join(
        "",
        "{}{}{}",
        (
            (SafeString("<mark>"), part, SafeString("</mark>"))
            if part.casefold() in marked
            else ("", part, "")
            for part in parts
        ),
    )
