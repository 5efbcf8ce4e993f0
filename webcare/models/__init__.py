"""Tickets, what was said in them, and the replies that go out."""

from __future__ import annotations

from webcare.models.desk import Draft, Presence
from webcare.models.judgement import LearnedModel
from webcare.models.reply import Reply
from webcare.models.ticket import Correction, Note, Ticket, TicketMessage
from webcare.models.training import RouterTraining

__all__ = [
    "Correction",
    "Draft",
    "LearnedModel",
    "Note",
    "Presence",
    "Reply",
    "RouterTraining",
    "Ticket",
    "TicketMessage",
]
