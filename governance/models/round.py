from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped


class Block(models.TextChoices):
    """The four building blocks that must be in balance, and what stands beside them (chapter 3)."""

    VISION = "vision", _("vision")
    EXPERTISE = "expertise", _("expertise")
    MATERIAL = "material", _("digital learning material")
    INFRASTRUCTURE = "infrastructure", _("ict infrastructure")
    LEADERSHIP = "leadership", _("leadership")
    COLLABORATION = "collaboration", _("collaboration")


class Group(models.TextChoices):
    """From which place in the college somebody answers."""

    LEADERS = "leaders", _("leaders")
    TEACHERS = "teachers", _("teachers")
    SUPPORT = "support", _("support staff")
    STUDENTS = "students", _("students")
    TRAINERS = "trainers", _("in-company trainers")


class Round(Timestamped):
    """A round of the questionnaire: how do we stand, as seen from each place in the college?"""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    title = models.CharField(_("title"), max_length=150)
    introduction = models.TextField(_("introduction"), blank=True)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.DRAFT)
    groups = ArrayField(
        models.CharField(max_length=10, choices=Group), verbose_name=_("groups"), default=list
    )
    closes_on = models.DateField(_("open until"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:round-detail", args=[self.pk])


class RoundItem(models.Model):
    """A question of a round. `code` names one that comes along; an own question has its text."""

    class Kind(models.TextChoices):
        FIXED = "fixed", _("always asked")
        OPTIONAL = "optional", _("chosen")
        OWN = "own", _("own question")

    round = models.ForeignKey(
        Round,
        verbose_name=_("round"),
        on_delete=models.CASCADE,
        related_name="items",
        db_index=False,
    )
    position = models.PositiveSmallIntegerField(_("order"))
    block = models.CharField(_("building block"), max_length=14, choices=Block)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    code = models.CharField(max_length=40, blank=True, editable=False)
    text = models.CharField(_("question"), max_length=300, blank=True)
    groups = ArrayField(
        models.CharField(max_length=10, choices=Group),
        verbose_name=_("who is asked"),
        default=list,
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "position"],
                name="one_item_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.code


class RoundLink(models.Model):
    """The address by which one group comes in: for a mail, a screen or a poster."""

    round = models.ForeignKey(
        Round,
        verbose_name=_("round"),
        on_delete=models.CASCADE,
        related_name="links",
        db_index=False,
    )
    group = models.CharField(_("group"), max_length=10, choices=Group)
    token = models.CharField(max_length=32, unique=True, editable=False)
    invited = models.PositiveIntegerField(_("number invited"), null=True, blank=True)

    class Meta:
        verbose_name = _("address of a group")
        verbose_name_plural = _("addresses of groups")
        constraints = [
            models.UniqueConstraint(fields=["round", "group"], name="one_link_per_group"),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.group}"


class RoundInvitation(models.Model):
    """A code for one person, good for one form. It knows that it was used, never by which answers.

    No time, no reference to a response, only a digest of the code: what stands here cannot be laid
    beside a `RoundResponse` (docs/decisions/0016).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(
        Round, verbose_name=_("round"), on_delete=models.CASCADE, related_name="invitations"
    )
    group = models.CharField(_("group"), max_length=10, choices=Group)
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    is_used = models.BooleanField(_("used"), default=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.round}: {self.group}"


class RoundResponse(models.Model):
    """A form, filled in or half filled in: a group and answers, and nothing that tells who or when.

    `answers` maps the id of an item to 1-5, or to 0 for "not applicable". Whoever holds the key of
    which `key_digest` is kept may go on with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(
        Round, verbose_name=_("round"), on_delete=models.CASCADE, related_name="responses"
    )
    group = models.CharField(_("group"), max_length=10, choices=Group)
    key_digest = models.CharField(max_length=64, unique=True, editable=False)
    answers: models.JSONField[Any, Any] = models.JSONField(_("answers"), default=dict)
    remark = models.TextField(_("remark"), blank=True)
    is_complete = models.BooleanField(_("handed in"), default=False)

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")

    def __str__(self) -> str:
        return f"{self.round}: {self.group}"
