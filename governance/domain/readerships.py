"""Who must confirm a policy: set by those who govern, kept with who changed it and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Policy, Readership
from people.models import Unit, User


class Gone(Exception):
    """Somebody else took this readership away."""


def count(roles: Collection[str], units: Collection[Unit]) -> int:
    """How many colleagues these roles and units ask; nothing chosen asks everybody."""
    people = User.objects.filter(is_active=True)
    if roles:
        people = people.filter(role_grants__role__in=roles)
    if units:
        people = people.filter(unit__in=Unit.objects.at_or_below(unit.pk for unit in units))
    found: int = people.distinct().count()
    return found


@transaction.atomic
def add(policy: Policy, *, by: User, fields: Mapping[str, Any]) -> Readership:
    """Ask more people to confirm `policy`."""
    readership = Readership(policy=policy)
    _write(readership, fields)
    audit.record(gettext_noop("asked to confirm"), policy, by=by, **_told(readership))
    return readership


@transaction.atomic
def change(
    readership: Readership, *, seen: datetime | None, by: User, fields: Mapping[str, Any]
) -> Readership:
    """Ask others, or with other days. `seen` is when it last changed for whoever changes it now."""
    current = _locked(readership)
    if current.updated_at != seen:
        raise ChangedMeanwhile(current)
    before = _told(current)
    _write(current, fields)
    audit.record(
        gettext_noop("changed who must confirm"),
        current.policy,
        by=by,
        before=before,
        after=_told(current),
    )
    return current


@transaction.atomic
def remove(readership: Readership, *, by: User) -> None:
    """Ask these people no longer. What they confirmed stays."""
    current = _locked(readership)
    audit.record(gettext_noop("stopped asking to confirm"), current.policy, by=by, **_told(current))
    current.delete()


def _locked(readership: Readership) -> Readership:
    rows = Readership.objects.select_for_update(of=("self",)).select_related("policy")
    current = rows.filter(pk=readership.pk).first()
    if current is None:
        raise Gone
    return current


def _write(readership: Readership, fields: Mapping[str, Any]) -> None:
    units = fields["units"]
    for name, value in fields.items():
        if name != "units":
            setattr(readership, name, value)
    readership.save()
    readership.units.set(units)


def _told(readership: Readership) -> dict[str, Any]:
    return {
        "roles": sorted(readership.roles),
        "units": sorted(readership.units.values_list("name", flat=True)),
        "days": readership.days,
        "new_staff_days": readership.new_staff_days,
        "target_percent": readership.target_percent,
        "since": readership.since_date.isoformat(),
    }
