"""What can happen to a ticket, as the audit trail calls it and as a timeline tells it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    OPENED = "opened", _("opened this ticket")
    JOINED = "joined", _("added a message")
    CLAIMED = "claimed", _("took this ticket")
    TAKEN_OVER = "taken over", _("took this ticket over")
    RELEASED = "released", _("gave this ticket back")
    CLAIM_EXPIRED = "claim expired", _("gave this ticket back: it was taken for too long")
    REROUTED = "rerouted", _("moved this ticket to another team")
    CLOSED = "closed", _("closed this ticket")
    REOPENED = "reopened", _("opened this ticket again")
    WAITING = "waiting", _("waits for an answer")
    UNDONE = "undone", _("undid the last step")
    PRIORITY = "priority", _("changed the priority")
    CATEGORY = "category", _("changed the category")
    CORRECTED = "corrected", _("corrected the judgement")
    NOTED = "noted", _("wrote a note")
    WRITTEN = "reply written", _("wrote an answer")
    WITHDRAWN = "reply withdrawn", _("took the answer back")
    APPROVED = "reply approved", _("approved the answer")
    REFUSED = "reply refused", _("asked to change the answer")
    SENT = "reply sent", _("the answer was sent")
    FAILED = "reply failed", _("the answer could not be sent")
    UNCONFIRMED = "reply unconfirmed", _("it is not sure that the answer was sent")
    SETTLED = "reply settled", _("looked up by hand whether the answer was sent")
    RESENT = "reply resent", _("sent the answer again")
