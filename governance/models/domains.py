from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Domain(models.TextChoices):
    """The three fields in which social media serve a college (publication, chapter 3)."""

    COMMUNICATION = "communication", _("communication")
    LEARNING = "learning", _("learning")
    KEEPING_UP = "keeping_up", _("keeping up to date")
