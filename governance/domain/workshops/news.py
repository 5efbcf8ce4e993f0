"""What a screen asks every two seconds: has anything changed? One query, only numbers."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from governance.models import Participant, Proposal, ProposalVote, StatementVote, Workshop

SALT = "workshop-news"
COUNTS = ("phones_in", "votes_cast", "proposals_made", "dots_given")


def token(workshop: Workshop) -> str:
    """The address of the news of a workshop: signed, so that it cannot be guessed."""
    return signing.dumps(workshop.pk, salt=SALT)


def read(signed: str) -> dict[str, Any] | None:
    """The news; None when the token is not ours or the workshop is gone."""
    try:
        pk = signing.loads(signed, salt=SALT)
    except signing.BadSignature:
        return None
    return (
        Workshop.objects.filter(pk=pk)
        .annotate(
            phones_in=_number(Participant.objects.filter(workshop=OuterRef("pk")), "workshop"),
            votes_cast=_number(
                StatementVote.objects.filter(statement__workshop=OuterRef("pk")),
                "statement__workshop",
            ),
            proposals_made=_number(Proposal.objects.filter(workshop=OuterRef("pk")), "workshop"),
            dots_given=_number(
                ProposalVote.objects.filter(proposal__workshop=OuterRef("pk")),
                "proposal__workshop",
            ),
        )
        .values("revision", "step", *COUNTS)
        .first()
    )


def _number(rows: QuerySet[Any], by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
