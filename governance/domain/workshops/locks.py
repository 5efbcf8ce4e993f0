"""Who may go on at the same time: many votes together, and a change of the room alone.

A vote holds the workshop so that others may vote as well, but no step can be changed until it is
stored. A change of the room waits for the votes under way; votes that come after it see it.
"""

from __future__ import annotations

from governance.domain.workshops.refusals import Closed, WrongStep
from governance.models import Participant, Workshop

SHARED = "SELECT * FROM governance_workshop WHERE id = %s FOR SHARE"


def alone(workshop: Workshop) -> Workshop:
    """The workshop as it stands, for who changes the room; not when it is over."""
    current = Workshop.objects.select_for_update(no_key=True).get(pk=workshop.pk)
    if current.step == Workshop.Step.CLOSED:
        raise Closed(current)
    return current


def together(workshop: Workshop, *steps: str) -> Workshop:
    """The workshop as it stands, for a phone; only at one of these steps."""
    current: Workshop = Workshop.objects.raw(SHARED, [workshop.pk])[0]
    if current.step == Workshop.Step.CLOSED:
        raise Closed(current)
    if steps and current.step not in steps:
        raise WrongStep(current)
    return current


def phone(participant: Participant) -> Participant:
    """This phone alone: what it sends twice at once, comes one after the other."""
    return Participant.objects.select_for_update(no_key=True).get(pk=participant.pk)


def changed(workshop: Workshop, *fields: str) -> None:
    """Store these fields, and let every screen look again."""
    workshop.revision += 1
    workshop.save(update_fields=[*fields, "revision", "updated_at"])
