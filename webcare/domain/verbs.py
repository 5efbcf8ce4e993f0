"""What can happen to a ticket, as the audit trail calls it and as a timeline tells it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class Verb(models.TextChoices):
    OPENED = gettext_noop("opened"), _("opened this ticket")
    JOINED = gettext_noop("joined"), _("added a message")
    CLAIMED = gettext_noop("claimed"), _("took this ticket")
    TAKEN_OVER = gettext_noop("taken over"), _("took this ticket over")
    RELEASED = gettext_noop("released"), _("gave this ticket back")
    CLAIM_EXPIRED = (
        gettext_noop("claim expired"),
        _("gave this ticket back: it was taken for too long"),
    )
    REROUTED = gettext_noop("rerouted"), _("moved this ticket to another team")
    CLOSED = gettext_noop("closed"), _("closed this ticket")
    REOPENED = gettext_noop("reopened"), _("opened this ticket again")
    WAITING = gettext_noop("waiting"), _("waits for an answer")
    UNDONE = gettext_noop("undone"), _("undid the last step")
    PRIORITY = gettext_noop("priority"), _("changed the priority")
    CATEGORY = gettext_noop("category"), _("changed the category")
    CORRECTED = gettext_noop("corrected"), _("corrected the judgement")
    CONFIRMED = gettext_noop("confirmed"), _("said that this ticket belongs here")
    NOTED = gettext_noop("noted"), _("wrote a note")
    WRITTEN = gettext_noop("reply written"), _("wrote an answer")
    WITHDRAWN = gettext_noop("reply withdrawn"), _("took the answer back")
    APPROVED = gettext_noop("reply approved"), _("approved the answer")
    REFUSED = gettext_noop("reply refused"), _("asked to change the answer")
    SENT = gettext_noop("reply sent"), _("the answer was sent")
    FAILED = gettext_noop("reply failed"), _("the answer could not be sent")
    UNCONFIRMED = gettext_noop("reply unconfirmed"), _("it is not sure that the answer was sent")
    SETTLED = gettext_noop("reply settled"), _("looked up by hand whether the answer was sent")
    RESENT = gettext_noop("reply resent"), _("sent the answer again")
