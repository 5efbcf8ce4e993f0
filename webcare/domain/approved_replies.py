"""Answers that a colleague approved and that were sent: they count for the mandate to post."""

from __future__ import annotations

from training.domain.person_rows import PersonRows
from webcare.models import Reply


def approved() -> PersonRows:
    """Sent with the approval of somebody else, by who wrote them."""
    sent = Reply.objects.filter(state=Reply.State.SENT, approved_by__isnull=False)
    return PersonRows(sent, user="author")
