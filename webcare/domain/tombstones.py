"""What an author took away is forgotten on the ticket too; number, times and answers stay.

The mention itself loses its text when the platform says that it is gone. The subject of a ticket is
a copy of its first words, and some of its reasons quote words that weighed; they go as well (duty
of the platforms, and of the AVG).
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from core.clock import now
from monitoring.models import Mention
from webcare.models import Ticket, TicketMessage

QUOTING = {"judged_by", "threat"}
"""Reasons that quote the message."""


def forget_taken_away() -> int:
    """Forget the words of tickets whose first message is gone; how many that were.

    A threat that was taken away keeps its words until it is routed.
    """
    gone = Mention.objects.filter(deleted_at__isnull=False, triaged_at__isnull=False)
    gone.exclude(threat_words=[]).update(threat_words=[])
    messages = TicketMessage.objects.filter(ticket=OuterRef("pk"))
    standing = messages.filter(mention__deleted_at__isnull=True)
    first = messages.order_by("mention__published_at", "pk").values("mention__deleted_at")[:1]
    affected = (
        Ticket.objects.filter(~Q(subject="") | (_quotes() & ~Exists(standing)))
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


def _quotes() -> Q:
    """What was taken away before it was routed has no subject, but may be quoted."""
    return Q(*(("reasons__contains", [{"code": code}]) for code in QUOTING), _connector=Q.OR)
