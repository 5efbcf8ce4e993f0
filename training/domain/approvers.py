"""Who decides for a person: the managers of the own unit, or of the nearest unit above it."""

from __future__ import annotations

from people.models import Role, User


def managers_of(user: User) -> list[User]:
    """The nearest managers above this person; administrators when there are none."""
    managers = User.objects.with_role(Role.MANAGER).exclude(pk=user.pk)
    by_unit: dict[int | None, list[User]] = {}
    for manager in managers.order_by("name", "pk"):
        by_unit.setdefault(manager.unit_id, []).append(manager)
    for unit in user.units_above:
        if unit in by_unit:
            return by_unit[unit]
    return list(User.objects.with_role(Role.ADMINISTRATOR).exclude(pk=user.pk))
