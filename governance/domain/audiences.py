"""The audiences of the college: eight that come along, and its own (publication, chapter 3).

The eight are made when somebody first needs them. Their texts stay in the content until the college
writes its own, so a better text reaches every college that did not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from core import audit
from governance.content.audiences import AUDIENCE_CODES, AUDIENCES
from governance.domain import use
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Audience, ChannelChoice, ChannelScore, Goal
from people.models import User

RESERVED = frozenset({"new", "import", "export", "examples", "use"})


@dataclass(frozen=True, slots=True)
class Served:
    """What the college does for an audience."""

    goals: list[Goal]
    scores: list[ChannelScore]


def ensure_standard() -> None:
    """Make those of the eight that are not there yet, with the examples of the publication.

    Twice at once makes nothing twice; an audience that the college changed stays as it is.
    """
    there = set(Audience.objects.values_list("code", flat=True))
    missing = [code for code in AUDIENCE_CODES if code not in there]
    if not missing:
        return
    with transaction.atomic():
        made = [
            Audience(code=one.code, user_types=list(one.user_types), position=position)
            for position, one in enumerate(AUDIENCES, start=1)
            if one.code in missing
        ]
        Audience.objects.bulk_create(made, ignore_conflicts=True)
        use.add_examples(only=missing)


def listed() -> list[Audience]:
    """All audiences in their order; the eight are made when they are not there."""
    rows = _in_order()
    if {row.code for row in rows}.issuperset(AUDIENCE_CODES):
        return rows
    ensure_standard()
    return _in_order()


def active() -> list[Audience]:
    return [audience for audience in listed() if audience.is_active]


def choices() -> list[tuple[str, str]]:
    """Code and name of the audiences that count, those that have no row yet included."""
    rows = _in_order()
    known = {row.code for row in rows}
    came_along = [(one.code, str(one.name)) for one in AUDIENCES if one.code not in known]
    return [(row.code, str(row)) for row in rows if row.is_active] + came_along


def with_codes(codes: Iterable[str]) -> list[Audience]:
    """The audiences of these codes; one of the eight gets its row when it is first used."""
    wanted = set(codes)
    rows = {row.code: row for row in Audience.objects.filter(code__in=wanted)}
    for position, code in enumerate(AUDIENCE_CODES):
        if code in wanted and code not in rows:
            rows[code] = Audience.objects.create(code=code, position=position)
    return list(rows.values())


def standard_names(codes: Iterable[str]) -> list[str]:
    """The names of some of the eight, as the library speaks of them."""
    names = {one.code: str(one.name) for one in AUDIENCES}
    return [names[code] for code in codes if code in names]


def _in_order() -> list[Audience]:
    return list(Audience.objects.order_by("position", "pk"))


def free_code(name: str) -> str:
    """A code for an audience of this name that nobody has yet; "" when the name holds no letter."""
    base = slugify(name)[:36].strip("-")
    if not base:
        return ""
    taken = set(Audience.objects.filter(code__startswith=base).values_list("code", flat=True))
    taken |= RESERVED
    candidates = [base, *(f"{base}-{number}" for number in range(2, 100))]
    return next((code for code in candidates if code not in taken), "")


@transaction.atomic
def create(*, by: User, fields: Mapping[str, Any]) -> Audience:
    """Add an audience of the college's own, at the end."""
    last = Audience.objects.aggregate(last=Max("position"))["last"] or 0
    made = Audience.objects.create(
        code=free_code(str(fields["name"])), position=last + 1, **dict(fields)
    )
    audit.record(gettext_noop("added an audience"), made, by=by)
    return made


@transaction.atomic
def save(audience: Audience, *, seen: datetime, by: User, fields: Mapping[str, Any]) -> Audience:
    """Write `fields`, as seen at the moment of the last change. Raises `ChangedMeanwhile`."""
    current = Audience.objects.select_for_update().get(pk=audience.pk)
    if current.updated_at != seen:
        raise ChangedMeanwhile(current)
    for name, value in fields.items():
        setattr(current, name, value)
    current.save()
    audit.record(gettext_noop("changed an audience"), current, by=by, fields=sorted(fields))
    return current


@transaction.atomic
def move(audience: Audience, step: int, *, by: User) -> None:
    """Put an audience one place earlier (-1) or later (1) in the order."""
    rows = list(Audience.objects.select_for_update().order_by("position", "pk"))
    order = [row.pk for row in rows]
    place = order.index(audience.pk)
    order.insert(max(0, place + step), order.pop(place))
    by_pk = {row.pk: row for row in rows}
    moved = [by_pk[pk] for pk in order]
    for position, row in enumerate(moved, start=1):
        row.position = position
    Audience.objects.bulk_update(moved, ["position"])
    audit.record(gettext_noop("moved an audience"), audience, by=by)


def served(audience: Audience) -> Served:
    """The goals that aim at this audience, and the channels in use that serve it, best first."""
    goals = list(audience.goals.under_way().order_by("domain", "title", "pk")[:50])
    states = [ChannelChoice.State.CHOSEN, ChannelChoice.State.CLOSING]
    scores = audience.scores.filter(choice__state__in=states).select_related("choice")
    best = sorted(scores[:200], key=lambda score: (-score.total, str(score.choice)))
    return Served(goals, [score for score in best if score.total][:50])
