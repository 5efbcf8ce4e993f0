"""Who is signed in, and what they may do: one question for every request instead of three."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.utils.timezone import localdate

from core.clock import now
from people.models import Absence, Membership, RoleGrant, User


class PortalBackend(AuthenticationBackend):  # type: ignore[misc]
    def get_user(self, user_id: int) -> User | None:
        """The person, with `User.roles` and `User.team_ids` as they are now."""
        user: Any = _with_access().filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        user.roles = frozenset(user.held_roles)
        user.team_ids = frozenset([*user.own_teams, *user.stood_in_teams])
        return cast(User, user)


def _with_access() -> QuerySet[User]:
    this = OuterRef("pk")
    away = Absence.objects.on(localdate(now())).filter(substitute=this)
    people: QuerySet[User] = User.objects.annotate(
        held_roles=ArraySubquery(RoleGrant.objects.filter(user=this).values("role")),
        own_teams=ArraySubquery(Membership.objects.filter(user=this).values("team_id")),
        stood_in_teams=ArraySubquery(
            away.filter(user__memberships__isnull=False).values("user__memberships__team_id")
        ),
    )
    return people
