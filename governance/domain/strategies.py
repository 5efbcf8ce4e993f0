"""The lines of the core strategy: a short list that people put in order."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_noop

from core import audit
from governance.models import Strategy
from people.models import User


@transaction.atomic
def write(line: Strategy, *, by: User) -> Strategy:
    """Store a new line at the end of the list, or a changed one in its place."""
    is_new = line.pk is None
    if is_new:
        last = Strategy.objects.aggregate(last=Max("position"))["last"] or 0
        line.position = last + 1
    line.save()
    verb = gettext_noop("wrote a line") if is_new else gettext_noop("edited")
    audit.record(verb, line, by=by, title=line.title)
    return line


@transaction.atomic
def set_current(line: Strategy, *, is_current: bool, by: User) -> None:
    """Let a line count, or not any more. Goals that serve it keep saying so."""
    line.is_current = is_current
    line.save(update_fields=["is_current", "updated_at"])
    verb = gettext_noop("took it up again") if is_current else gettext_noop("retired")
    audit.record(verb, line, by=by, title=line.title)


@transaction.atomic
def move(line: Strategy, *, step: int, by: User) -> None:
    """One place up (-1) or down (1) among the lines that count."""
    lines = list(Strategy.objects.select_for_update().order_by("-is_current", "position", "pk"))
    place = lines.index(line)
    lines.insert(max(0, place + step), lines.pop(place))
    for position, one in enumerate(lines, start=1):
        one.position = position
    Strategy.objects.bulk_update(lines, ["position"])
    audit.record(gettext_noop("moved"), line, by=by, title=line.title)
