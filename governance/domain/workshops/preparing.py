"""Before the room comes in: title, scene and statements, in the order in which they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext_noop

from core import audit
from governance.content import statements as content
from governance.domain.workshops import codes, locks
from governance.domain.workshops.refusals import AlreadyBegun, ChangedMeanwhile
from governance.models import Statement, Workshop
from people.models import User


@transaction.atomic
def create(
    workshop: Workshop, *, by: User, chosen: Iterable[str] = (), own: Iterable[str] = ()
) -> Workshop:
    """Store a new workshop, with statements chosen from the content (codes) and our own."""
    workshop.code = codes.new()
    workshop.facilitator = workshop.facilitator or by
    workshop.save()
    texts = [(code, str(content.statement(code).text)) for code in chosen]
    texts += [("", text) for text in own]
    Statement.objects.bulk_create(
        Statement(workshop=workshop, position=position, code=code, text=text)
        for position, (code, text) in enumerate(texts, start=1)
    )
    audit.record(gettext_noop("prepared a workshop"), workshop, by=by)
    return workshop


@transaction.atomic
def change(workshop: Workshop, *, seen: int, by: User, fields: Mapping[str, Any]) -> Workshop:
    """Write `fields` of a workshop that has not begun, as seen at revision `seen`."""
    current = _open(workshop, seen)
    for name, value in fields.items():
        setattr(current, name, value)
    locks.changed(current, *fields)
    audit.record(gettext_noop("edited"), current, by=by, fields=sorted(fields))
    return current


@transaction.atomic
def add_statements(
    workshop: Workshop, *, by: User, chosen: Iterable[str] = (), own: Iterable[str] = ()
) -> None:
    """Put statements at the end; one of the content comes once."""
    current = _open(workshop)
    present = set(current.statements.exclude(code="").values_list("code", flat=True))
    texts = [(code, str(content.statement(code).text)) for code in chosen if code not in present]
    texts += [("", text) for text in own]
    last = current.statements.aggregate(last=Max("position"))["last"] or 0
    Statement.objects.bulk_create(
        Statement(workshop=current, position=position, code=code, text=text)
        for position, (code, text) in enumerate(texts, start=last + 1)
    )
    locks.changed(current)
    audit.record(gettext_noop("added a statement"), current, by=by, count=len(texts))


@transaction.atomic
def reword_statement(statement: Statement, *, seen: str, by: User, text: str) -> None:
    """Other words, as seen when the text was `seen`; they are the college's own from then on."""
    current = _open(statement.workshop)
    stands = current.statements.get(pk=statement.pk)
    if stands.text not in (seen, text):
        raise ChangedMeanwhile(current, stands.text)
    if stands.text == text:
        return
    stands.text, stands.code = text, ""
    stands.save(update_fields=["text", "code"])
    locks.changed(current)
    audit.record(gettext_noop("reworded a statement"), current, by=by, statement=stands.pk)


@transaction.atomic
def remove_statement(statement: Statement, *, by: User) -> None:
    current = _open(statement.workshop)
    current.statements.filter(pk=statement.pk).delete()
    current.statements.filter(position__gt=statement.position).update(position=F("position") - 1)
    locks.changed(current)
    audit.record(gettext_noop("removed a statement"), current, by=by, statement=statement.text)


@transaction.atomic
def move_statement(statement: Statement, *, up: bool, by: User) -> None:
    """One place earlier or later."""
    current = _open(statement.workshop)
    order = list(current.statements.order_by("position").values_list("pk", flat=True))
    place = order.index(statement.pk)
    order.insert(max(0, place + (-1 if up else 1)), order.pop(place))
    statements = current.statements.in_bulk(order)
    for position, pk in enumerate(order, start=1):
        statements[pk].position = position
    Statement.objects.bulk_update(statements.values(), ["position"])
    locks.changed(current)
    audit.record(gettext_noop("moved a statement"), current, by=by, statement=statement.pk)


def _open(workshop: Workshop, seen: int | None = None) -> Workshop:
    """The workshop while it may be prepared."""
    current = locks.alone(workshop)
    if current.started_at:
        raise AlreadyBegun(current)
    if seen is not None and current.revision != seen:
        raise ChangedMeanwhile(current)
    return current
