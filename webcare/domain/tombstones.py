"""What an author took away is forgotten on the ticket too; number, times and answers stay.

The mention itself loses its text when the platform says that it is gone. The subject of a ticket is
a copy of its first words, and some of its reasons quote words that weighed; they go as well (duty
of the platforms, and of the AVG).
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery

from core.clock import now
from webcare.models import Ticket, TicketMessage

QUOTING = {"judged_by", "threat"}
"""Reasons that quote the message."""


def forget_taken_away() -> int:
    """Forget the words of tickets whose first message is gone; how many that were."""
    messages = TicketMessage.objects.filter(ticket=OuterRef("pk"))
    first = messages.order_by("mention__published_at", "pk").values("mention__deleted_at")[:1]
    affected = (
        Ticket.objects.exclude(subject="")
        .filter(Exists(messages.filter(mention__deleted_at__isnull=False)))
        .annotate(first_gone_at=Subquery(first))
        .filter(first_gone_at__isnull=False)
    )
    with transaction.atomic():
        # Locked, or a reason that is added meanwhile would be gone.
        locked = affected.select_for_update(of=("self",), no_key=True)
        found = list(locked.order_by("pk").only("pk", "reasons"))
        for ticket in found:
            ticket.subject, ticket.changed_at = "", now()
            ticket.reasons = [one for one in ticket.reasons if one.get("code") not in QUOTING]
        fields = ["subject", "reasons", "changed_at"]
        return Ticket.objects.bulk_update(found, fields, batch_size=500)
