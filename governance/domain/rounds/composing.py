"""Composing a round: what is asked of whom. Only a draft changes; two writers lose nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext, gettext_noop

from core import audit
from governance.content import questionnaire
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Block, Group, Round, RoundItem
from people.models import User

Kind = RoundItem.Kind
MOST_OWN = 10


class WrongState(Exception):
    """The round is not in a state in which this can be done."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the college adds, for one block and some groups."""

    text: str
    block: str
    groups: tuple[str, ...]

    @property
    def code(self) -> str:
        """The same words are the same question, so that rounds can be compared."""
        return f"own-{sha256(self.text.strip().lower().encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that somebody chose for a round."""

    title: str
    groups: tuple[str, ...]
    introduction: str = ""
    closes_on: date | None = None
    optional: tuple[str, ...] = ()
    own: tuple[OwnQuestion, ...] = ()


@transaction.atomic
def create(plan: Plan, *, by: User) -> Round:
    """A new draft with its questions."""
    held = Round.objects.create(owner=by, **_fields(plan))
    _write_items(held, plan)
    audit.record(gettext_noop("started a round"), held, by=by)
    return held


@transaction.atomic
def save(held: Round, plan: Plan, *, seen: datetime, by: User) -> Round:
    """Write a draft as it was seen at `seen`. Raises `ChangedMeanwhile` or `WrongState`."""
    current = Round.objects.select_for_update().get(pk=held.pk)
    if current.state != Round.State.DRAFT:
        raise WrongState
    if current.updated_at != seen:
        raise ChangedMeanwhile(current)
    for name, value in _fields(plan).items():
        setattr(current, name, value)
    current.save()
    current.items.all().delete()
    _write_items(current, plan)
    audit.record(gettext_noop("edited"), current, by=by)
    return current


@transaction.atomic
def start_again(previous: Round, *, by: User) -> Round:
    """A draft that asks the same of the same groups, so that both rounds can be compared."""
    plan = plan_of(previous)
    title = gettext("%(title)s, next round") % {"title": previous.title}
    again = Plan(
        title=title[:150],
        groups=plan.groups,
        introduction=plan.introduction,
        optional=plan.optional,
        own=plan.own,
    )
    return create(again, by=by)


@transaction.atomic
def delete(held: Round, *, by: User) -> None:
    """Throw a draft away. Raises `WrongState` once people could answer."""
    current = Round.objects.select_for_update().get(pk=held.pk)
    if current.state != Round.State.DRAFT:
        raise WrongState
    audit.record(gettext_noop("deleted a draft"), current, by=by, title=current.title)
    current.delete()


def plan_of(held: Round) -> Plan:
    """What stands in a round, as it was chosen."""
    items = list(held.items.order_by("position"))
    return Plan(
        title=held.title,
        groups=tuple(held.groups),
        introduction=held.introduction,
        closes_on=held.closes_on,
        optional=tuple(item.code for item in items if item.kind == Kind.OPTIONAL),
        own=tuple(
            OwnQuestion(item.text, item.block, tuple(item.groups))
            for item in items
            if item.kind == Kind.OWN
        ),
    )


def too_many(plan: Plan) -> dict[str, int]:
    """Groups that are asked more than fits in ten minutes, with how much."""
    counts = {group: sum(group in item.groups for item in items_of(plan)) for group in plan.groups}
    return {group: count for group, count in counts.items() if count > questionnaire.MOST_ITEMS}


def items_of(plan: Plan) -> list[RoundItem]:
    """The questions of a plan, unsaved: block by block, first what everybody asks."""
    found = [item for block in Block for item in _block(plan, block)]
    for position, item in enumerate(found, start=1):
        item.position = position
    return found


def _block(plan: Plan, block: str) -> Iterable[RoundItem]:
    for each in sorted(questionnaire.ITEMS, key=lambda one: not one.is_fixed):
        groups = _among(each.groups, plan.groups)
        if each.block == block and groups and (each.is_fixed or each.code in plan.optional):
            kind = Kind.FIXED if each.is_fixed else Kind.OPTIONAL
            yield RoundItem(block=block, kind=kind, code=each.code, groups=groups)
    for own in plan.own:
        groups = _among(own.groups, plan.groups)
        if own.block == block and groups:
            yield RoundItem(block=block, kind=Kind.OWN, code=own.code, text=own.text, groups=groups)


def _among(some: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """In the order of the questionnaire."""
    return [group for group in Group.values if group in some and group in chosen]


def _fields(plan: Plan) -> dict[str, object]:
    return {
        "title": plan.title,
        "groups": _among(Group.values, plan.groups),
        "introduction": plan.introduction,
        "closes_on": plan.closes_on,
    }


def _write_items(held: Round, plan: Plan) -> None:
    items = items_of(plan)
    for item in items:
        item.round = held
    RoundItem.objects.bulk_create(items)
