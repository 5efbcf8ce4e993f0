"""Incidents online: reported by anybody, followed up, closed with what was learned, forgotten.

Names of students stay out. A leak of personal data has its own clock: the authority must hear of
it within 72 hours after the college came to know, and the college knows it from the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit, spreadsheets
from core.clock import now
from governance.domain import meantime
from governance.models import Incident, IncidentStep
from people.models import User

TELL_WITHIN = timedelta(hours=72)
KEPT = timedelta(days=2 * 365)


class Closed(Exception):
    """A closed incident is not changed any more."""


class NotTold(Exception):
    """A leak is closed only when the authority was told, or somebody says why not."""


def tell_before(incident: Incident) -> datetime | None:
    """Until when the authority can be told of a leak in time; None without a leak."""
    return incident.created_at + TELL_WITHIN if incident.is_data_leak else None


def told_in_time(incident: Incident) -> bool | None:
    """Whether it was; None while nobody told."""
    before = tell_before(incident)
    if before is None or incident.authority_told_at is None:
        return None
    return incident.authority_told_at <= before


@transaction.atomic
def report(incident: Incident, *, by: User) -> Incident:
    incident.reported_by = by
    incident.is_data_leak = incident.is_data_leak or incident.kind == Incident.Kind.DATA_LEAK
    incident.save()
    audit.record(
        gettext_noop("reported an incident"),
        incident,
        by=by,
        kind=incident.kind,
        is_data_leak=incident.is_data_leak,
    )
    return incident


@transaction.atomic
def follow_up(incident: Incident, fields: Mapping[str, Any], *, by: User, seen: str) -> Incident:
    """Change owner, weight or leak. Raises `ChangedMeanwhile` or `Closed`."""
    current = meantime.seen(incident, seen)
    if current.closed_at:
        raise Closed
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    for name in changed:
        setattr(current, name, fields[name])
    current.save()
    audit.record(gettext_noop("followed up an incident"), current, by=by, fields=changed)
    return current


@transaction.atomic
def add_step(incident: Incident, step: IncidentStep, *, by: User) -> IncidentStep:
    _open(incident)
    step.incident = incident
    step.save()
    audit.record(gettext_noop("added a step"), incident, by=by, owner=step.owner_id)
    return step


@transaction.atomic
def finish_step(step: IncidentStep, *, by: User) -> None:
    """Mark a step as done; twice is once."""
    current = IncidentStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    if current.done_at is None:
        current.done_at, current.done_by = now(), by
        current.save()
        audit.record(gettext_noop("finished a step"), step.incident, by=by, step=step.pk)


@transaction.atomic
def close(incident: Incident, *, lessons: str, by: User, need_not_tell: bool = False) -> Incident:
    """Close with what was learned. Raises `NotTold` for a leak that was kept from the authority."""
    current = _open(incident)
    if current.is_data_leak and current.authority_told_at is None and not need_not_tell:
        raise NotTold
    current.lessons = lessons
    current.closed_at = now()
    current.delete_on = localdate(current.closed_at) + KEPT
    current.save()
    audit.record(gettext_noop("closed an incident"), current, by=by, need_not_tell=need_not_tell)
    return current


@transaction.atomic
def reopen(incident: Incident, *, by: User) -> Incident:
    current = Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
    current.closed_at = current.delete_on = None
    current.save()
    audit.record(gettext_noop("opened an incident again"), current, by=by)
    return current


def _open(incident: Incident) -> Incident:
    current = Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
    if current.closed_at:
        raise Closed
    return current


def forget(*, day: date) -> int:
    """Delete what was closed long enough ago; how many that were."""
    gone = Incident.objects.filter(closed_at__isnull=False, delete_on__lte=day)
    number = gone.count()
    gone.delete()
    return number


def register(found: QuerySet[Incident]) -> str:
    """A file without a word of what people wrote: kinds, dates, states."""
    head = [
        _("Number"),
        _("Kind"),
        _("How serious"),
        _("Happened on"),
        _("Reported on"),
        _("Closed on"),
        _("Personal data leaked"),
        _("Told to the authority"),
        _("Told in time"),
        _("Steps"),
    ]
    counted = found.annotate(number_of_steps=Count("steps")).order_by("-happened_at", "-pk")
    return spreadsheets.csv_text(head, [list(_cells(one)) for one in counted])


def _cells(one: Any) -> Iterator[str]:
    yield str(one.pk)
    yield one.get_kind_display()
    yield one.get_severity_display()
    yield _day(one.happened_at)
    yield _day(one.created_at)
    yield _day(one.closed_at)
    yield _("yes") if one.is_data_leak else _("no")
    yield _day(one.authority_told_at)
    in_time = told_in_time(one)
    yield "" if in_time is None else _("yes") if in_time else _("no")
    yield str(one.number_of_steps)


def _day(moment: datetime | None) -> str:
    return localdate(moment).isoformat() if moment else ""
