from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

Children = Mapping[int | None, list[int]]


class UnitQuerySet(models.QuerySet["Unit"]):
    def children(self) -> Children:
        """The ids of the units right below each unit (one query: a college has few)."""
        found: dict[int | None, list[int]] = {}
        for pk, parent in self.order_by("name").values_list("pk", "parent_id"):
            found.setdefault(parent, []).append(pk)
        return found

    def at_or_below(self, roots: Iterable[int]) -> frozenset[int]:
        """The ids of these units and of all units below them (one query)."""
        return Unit.below(self.children(), roots)


class Unit(models.Model):
    """A part of the college: a sector, a school, a department. Units form a tree."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def below(children: Children, roots: Iterable[int]) -> frozenset[int]:
        """The ids of these units and of all units below them."""
        found: set[int] = set()
        waiting = list(roots)
        while waiting:
            pk = waiting.pop()
            if pk not in found:
                found.add(pk)
                waiting += children.get(pk, [])
        return frozenset(found)
