"""Taking the traces out of the tables, so that the order of rows tells nothing about people.

PostgreSQL writes a new copy of a row at each change, behind the others and with the number of the
transaction. Whoever may look that deep could lay used codes beside answers by their order. So both
are written anew in a random order, all in one transaction: each hour while a round is open, and for
good when it closes (docs/decisions/0016).
"""

from __future__ import annotations

import secrets
import uuid
from random import SystemRandom

from django.db import transaction

from governance.models import Round, RoundInvitation, RoundResponse

_chance = SystemRandom()


@transaction.atomic
def stir(held: Round) -> None:
    """Write the codes and answers of an open round again, in a random order; nothing changes."""
    Round.objects.select_for_update(no_key=True).get(pk=held.pk)
    _touch(RoundInvitation, held, "is_used")
    _touch(RoundResponse, held, "is_complete")


def _touch(model: type[RoundInvitation | RoundResponse], held: Round, field: str) -> None:
    rows = list(model._default_manager.select_for_update().filter(round=held))
    _chance.shuffle(rows)
    for row in rows:
        row.save(update_fields=[field])


def settle(held: Round) -> None:
    """At the end, inside the caller's transaction: half forms go, what stays gets new names.

    Nobody's key opens anything after this, and the order is random.
    """
    responses = list(RoundResponse.objects.select_for_update().filter(round=held))
    invitations = list(RoundInvitation.objects.select_for_update().filter(round=held))
    complete = [response for response in responses if response.is_complete]
    RoundResponse.objects.filter(round=held).delete()
    RoundInvitation.objects.filter(round=held).delete()
    for response in complete:
        response.pk, response.key_digest = uuid.uuid4(), secrets.token_hex(32)
    for invitation in invitations:
        invitation.pk = uuid.uuid4()
    _chance.shuffle(complete)
    _chance.shuffle(invitations)
    RoundResponse.objects.bulk_create(complete)
    RoundInvitation.objects.bulk_create(invitations)
