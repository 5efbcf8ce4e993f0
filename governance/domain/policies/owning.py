"""What the owner of a policy arranges: who owns it, when it is reviewed, who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import review_dates
from governance.models import Policy
from people.models import User


@transaction.atomic
def keep(policy: Policy, *, by: User, fields: Mapping[str, Any]) -> Policy:
    """Write what the owner arranges; another period moves the planned review along."""
    current = Policy.objects.select_for_update().get(pk=policy.pk)
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    if not changed:
        return current
    for name, value in fields.items():
        setattr(current, name, value)
    current.save(update_fields=[*fields, "updated_at"])
    if "review_months" in changed:
        review_dates.follow_period(current)
    audit.record(
        gettext_noop("changed ownership, review or publicity"), current, by=by, fields=changed
    )
    return current
