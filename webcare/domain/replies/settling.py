"""What a person decides when the platform does not tell: was it sent, and must it go again?"""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import now
from people.models import User
from webcare.domain import history
from webcare.domain.refusals import Refusal
from webcare.domain.replies import outcomes
from webcare.domain.replies.writing import SomeoneElseAnswers
from webcare.domain.tickets.course import UNDER_WAY
from webcare.domain.tickets.row import changing
from webcare.domain.verbs import Verb
from webcare.models import Reply

State = Reply.State


class NotDoubtful(Refusal):
    sentence = gettext_lazy("It is known already what became of this answer.")


def settle(reply: Reply, *, by: User, was_sent: bool) -> None:
    """Write down what `by` saw on the platform about an unconfirmed reply. Raises `NotDoubtful`."""
    reply.refresh_from_db()
    if reply.state != State.UNCONFIRMED:
        raise NotDoubtful
    not_there = _("%(name)s did not find it on the platform.") % {"name": by}
    done = (
        outcomes.is_sent(reply, None, by=by)
        if was_sent
        else outcomes.is_failed(reply, not_there, by=by)
    )
    if not done:
        raise NotDoubtful


def can_resend(reply: Reply) -> bool:
    """Failed, or looked for in vain so often that a person may decide."""
    gave_up_looking = reply.state == State.UNCONFIRMED and reply.next_attempt_at is None
    return reply.state == State.FAILED or gave_up_looking


def resend(reply: Reply, *, by: User) -> None:
    """Send again, because `by` says so; with the same key, which platforms with keys honour.

    Raises `NotDoubtful`, or `SomeoneElseAnswers` when the mention is being answered already.
    """
    at = now()
    with transaction.atomic(), changing(reply.ticket):
        reply.reload()
        if not can_resend(reply):
            raise NotDoubtful
        again = Reply.objects.filter(pk=reply.pk, state=reply.state, attempts=reply.attempts)
        try:
            with transaction.atomic():
                moved = again.update(
                    state=State.QUEUED, next_attempt_at=at, error="", looks=0, updated_at=at
                )
        except IntegrityError:
            raise _under_way(reply) from None
        if not moved:
            raise NotDoubtful
        history.record(Verb.RESENT, reply.ticket, by=by, reply=reply.pk)
    reply.reload()


def _under_way(reply: Reply) -> SomeoneElseAnswers:
    others = reply.mention.replies.filter(state__in=UNDER_WAY).select_related("author")
    other = others.exclude(pk=reply.pk).first()
    return SomeoneElseAnswers(other.author if other else None, other.created_at if other else None)
