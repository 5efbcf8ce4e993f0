"""The other codes of conduct of the college, to which clauses connect (publication, chapter 5)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_noop

from core import audit
from governance.models import HouseRule, PolicySection, PolicyVersion
from people.models import User

State = PolicyVersion.State


class InUse(Exception):
    """A version that was published names this house rule, and stays as it was."""


def with_clauses() -> QuerySet[HouseRule]:
    """Every house rule, with the clauses in force that follow from it as `clauses_in_force`."""
    clauses = PolicySection.objects.filter(version__state=State.IN_FORCE)
    ordered = clauses.select_related("version__policy").order_by("version__policy", "position")
    return HouseRule.objects.order_by("title").prefetch_related(
        Prefetch("sections", ordered, to_attr="clauses_in_force")
    )


@transaction.atomic
def write(rule: HouseRule, *, by: User) -> None:
    verb = gettext_noop("changed a house rule") if rule.pk else gettext_noop("added a house rule")
    rule.save()
    audit.record(verb, rule, by=by)


@transaction.atomic
def remove(rule: HouseRule, *, by: User) -> None:
    """Take a house rule out; not when a version that was in force names it."""
    if rule.sections.filter(version__state__in=[State.IN_FORCE, State.HISTORIC]).exists():
        raise InUse
    audit.record(gettext_noop("removed a house rule"), rule, by=by, title=rule.title)
    rule.delete()
