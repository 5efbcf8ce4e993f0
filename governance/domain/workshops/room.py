"""What the facilitator does with the room: go to a step, show a statement, note, close."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain.workshops import events, locks, topfive
from governance.domain.workshops.events import Kind
from governance.domain.workshops.refusals import ChangedMeanwhile, WrongStep
from governance.domain.workshops.steps import ORDER
from governance.models import Statement, Workshop
from people.models import User

Step = Workshop.Step


@transaction.atomic
def move(
    workshop: Workshop, *, seen: str, to: str, by: User, statement: Statement | None = None
) -> Workshop:
    """Go to another step, as the facilitator saw the room at step `seen`.

    With a statement, that one is on the screen: so a discussion can go back to vote on it again.
    Raises `ChangedMeanwhile` when somebody else moved first: a second press skips no step.
    """
    current = locks.alone(workshop)
    if to not in ORDER:
        raise WrongStep(current)
    if current.step != seen:
        raise ChangedMeanwhile(current)
    if to == current.step:
        return current
    begins = current.started_at is None
    current.started_at = current.started_at or now()
    current.step = to
    current.statement_on_screen = statement
    if to == Step.TOP_FIVE:
        topfive.rank(current)
    locks.changed(current, "step", "statement_on_screen", "started_at")
    at_hand = {"statement": statement.pk} if statement else {}
    events.write(current, Kind.STEP, to=to, seen=seen, **at_hand)
    verb = gettext_noop("began a workshop") if begins else gettext_noop("went to a step")
    audit.record(verb, current, by=by, step=to)
    return current


@transaction.atomic
def show(workshop: Workshop, statement: Statement | None, *, by: User) -> Workshop:
    """Put one statement on the screens; none is all of them at once."""
    current = locks.alone(workshop)
    if current.step not in (Step.VOTE, Step.DISCUSS):
        raise WrongStep(current)
    chosen = statement.pk if statement else None
    if current.statement_on_screen_id != chosen:
        current.statement_on_screen = statement
        locks.changed(current, "statement_on_screen")
        events.write(current, Kind.SHOWN, statement=chosen)
    return current


@transaction.atomic
def note(statement: Statement, *, seen: str, text: str, by: User) -> Statement:
    """Write what was said, when the notes were `seen`. The second of two writers is told."""
    current = locks.alone(statement.workshop)
    stands = current.statements.get(pk=statement.pk)
    if stands.notes not in (seen, text):
        raise ChangedMeanwhile(current, stands.notes)
    if stands.notes != text:
        stands.notes = text
        stands.save(update_fields=["notes"])
        events.write(current, Kind.NOTE, statement=stands.pk, text=text)
        audit.record(gettext_noop("noted what was said"), current, by=by, statement=stands.pk)
    return stands


@transaction.atomic
def close(workshop: Workshop, *, by: User) -> Workshop:
    """End it for good. From here nothing points at a phone: keys and writers are wiped."""
    current = locks.alone(workshop)
    current.step = Step.CLOSED
    current.statement_on_screen = None
    current.closed_at = now()
    current.participants.update(key_digest=None)
    current.proposals.update(participant=None)
    locks.changed(current, "step", "statement_on_screen", "closed_at")
    events.write(current, Kind.CLOSED)
    audit.record(gettext_noop("closed a workshop"), current, by=by)
    return current
