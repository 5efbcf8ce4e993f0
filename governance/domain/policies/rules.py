"""Writing the routing table of a version, rule by rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.policies.editing import touch
from governance.models import PolicyVersion, RoutingRule
from people.models import User


@transaction.atomic
def place_rules(version: PolicyVersion, order: list[int], *, edition: int, by: User) -> None:
    """Put the rules of an editable version in the order of these ids; rules left out follow."""
    current = touch(version, edition=edition, by=by)
    rules = {rule.pk: rule for rule in current.rules.order_by("position")}
    wanted = [rules.pop(pk) for pk in order if pk in rules]
    for position, rule in enumerate([*wanted, *rules.values()], start=1):
        RoutingRule.objects.filter(pk=rule.pk).update(position=position)
    audit.record(gettext_noop("moved rules"), current, by=by)


@transaction.atomic
def remove_rule(rule: RoutingRule, *, edition: int, by: User) -> None:
    """Take a rule out of an editable version."""
    current = touch(rule.version, edition=edition, by=by)
    position, name = rule.position, rule.name
    rule.delete()
    current.rules.filter(position__gt=position).update(position=F("position") - 1)
    audit.record(gettext_noop("removed a rule"), current, by=by, rule=name)


@transaction.atomic
def write_rule(
    version: PolicyVersion,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
    rule: RoutingRule | None = None,
) -> RoutingRule:
    """Change `rule`, or add a new one at the end of the table of an editable version."""
    current = touch(version, edition=edition, by=by)
    written = rule or RoutingRule(version=current, position=current.rules.count() + 1)
    for name, value in fields.items():
        setattr(written, name, value)
    written.save()
    verb = gettext_noop("changed a rule") if rule else gettext_noop("added a rule")
    audit.record(verb, current, by=by, rule=written.name)
    return written
