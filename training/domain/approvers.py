"""Who decides for a person: the managers of the own unit, or of the nearest unit above it."""

from __future__ import annotations

from collections.abc import Mapping

from people.models import Role, Unit, User


def managers_of(user: User) -> list[User]:
    """The nearest managers above this person; administrators when there are none."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    managers = User.objects.with_role(Role.MANAGER).exclude(pk=user.pk)
    by_unit: dict[int | None, list[User]] = {}
    for manager in managers.order_by("name", "pk"):
        by_unit.setdefault(manager.unit_id, []).append(manager)
    for unit in _upwards(user.unit_id, parents):
        if unit in by_unit:
            return by_unit[unit]
    return list(User.objects.with_role(Role.ADMINISTRATOR).exclude(pk=user.pk))


def _upwards(unit: int | None, parents: Mapping[int, int | None]) -> list[int]:
    found: list[int] = []
    while unit is not None and unit not in found:
        found.append(unit)
        unit = parents.get(unit)
    return found
