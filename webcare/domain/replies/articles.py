"""Which articles of the knowledge base an answer used: counted when it is handed in, and taken off
again when it does not go out (docs/decisions/0030). The ticket's row is locked meanwhile.
"""

from __future__ import annotations

from people.models import User
from training.domain import knowledge
from webcare.models import Reply, Ticket


def count(ticket: Ticket, text: str, by: User) -> None:
    """Articles whose link or short answer goes along were used, once for each ticket."""
    for article in knowledge.found_in(text):
        knowledge.used(article, by=by, key=_key(ticket))


def uncount(reply: Reply) -> None:
    """This answer was taken back; what another answer of the ticket holds as well stays counted."""
    rest = reply.ticket.replies.exclude(state=Reply.State.WITHDRAWN).exclude(pk=reply.pk)
    others = list(rest.values_list("text", flat=True))
    knowledge.not_used(key=_key(reply.ticket), text=reply.text, others=others)


def _key(ticket: Ticket) -> str:
    return f"ticket-{ticket.pk}"
