"""What a person may do here: roles and teams, given and taken by an administrator."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from people.models import Membership, Role, Team, User


@transaction.atomic
def assign(user: User, *, roles: Collection[str], teams: Collection[Team], by: User) -> None:
    """Let `user` hold exactly these roles and work in exactly these teams."""
    before = _held(user)
    user.role_grants.exclude(role__in=roles).delete()
    user.grant(Role(role) for role in roles)
    user.memberships.exclude(team__in=teams).delete()
    Membership.objects.bulk_create(
        [Membership(user=user, team=team) for team in teams], ignore_conflicts=True
    )
    after = _held(user)
    if after != before:
        audit.record(gettext_noop("access-changed"), user, by=by, before=before, after=after)


def _held(user: User) -> dict[str, list[str]]:
    return {
        "roles": sorted(user.role_grants.values_list("role", flat=True)),
        "teams": sorted(user.memberships.values_list("team__code", flat=True)),
    }
