from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Timestamped
from people.models import Team
from training.models.course import Course


class NeedProposal(Timestamped):
    """What is proposed where the work shows that a team could learn something; about no person."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("we do this")
        DECLINED = "declined", _("we do not do this")
        DONE = "done", _("done")

    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.CASCADE, related_name="need_proposals"
    )
    theme = models.CharField(_("theme"), max_length=80, blank=True)
    course = models.ForeignKey(
        Course,
        verbose_name=_("course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="need_proposals",
    )
    article_url = models.CharField(
        _("article"),
        max_length=300,
        blank=True,
        help_text=_("The address of an article in the knowledge base."),
    )
    text = models.TextField(_("what we propose"), max_length=1000)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("proposed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    outcome = models.TextField(_("what came of it"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("proposal for a training need")
        verbose_name_plural = _("proposals for training needs")
        indexes = [models.Index(fields=["-created_at", "-id"], name="need_proposal_newest")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(outcome=""),
                name="what_is_done_has_an_outcome",
                violation_error_message=_("Write down what came of it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.theme}"

    def get_absolute_url(self) -> str:
        return reverse("training:need-proposal", args=[self.pk])
