from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.models.policy import PolicyVersion


class HouseRule(models.Model):
    """Another code of conduct of the college, to which our rules connect (chapter 5)."""

    title = models.CharField(_("title"), max_length=150, unique=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.CharField(_("what it arranges"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("house rule")
        verbose_name_plural = _("house rules")

    def __str__(self) -> str:
        return self.title


class PolicySection(models.Model):
    """One clause of a version: the rule, and why it is there.

    `key` stays the same from version to version, so that a clause that was renamed or moved is
    still the same clause. `tip` is its line on the flyer. `edition` counts saves of this clause.
    """

    version = models.ForeignKey(
        PolicyVersion,
        verbose_name=_("version"),
        on_delete=models.CASCADE,
        related_name="sections",
        db_index=False,
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    position = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=150)
    what = models.TextField(_("what we agree"), blank=True, help_text=_("Markdown."))
    why = models.TextField(_("why"), blank=True)
    tip = models.CharField(_("line on the flyer"), max_length=200, blank=True)
    house_rules = models.ManyToManyField(
        HouseRule, verbose_name=_("follows from"), blank=True, related_name="sections"
    )
    edition = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"],
                name="one_section_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["version", "key"], name="one_section_per_key"),
        ]

    def __str__(self) -> str:
        return self.title


class ClauseSetting(models.Model):
    """Something that the portal does because a clause says so; `value` is plain JSON.

    Which codes there are, and what each value may be, stands in `governance.domain.clauses`.
    """

    section = models.ForeignKey(
        PolicySection,
        verbose_name=_("clause"),
        on_delete=models.CASCADE,
        related_name="settings",
        db_index=False,
    )
    code = models.CharField(_("setting"), max_length=40)
    value: models.JSONField[Any, Any] = models.JSONField(_("value"))

    class Meta:
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
        constraints = [
            models.UniqueConstraint(fields=["section", "code"], name="one_setting_per_clause"),
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"
