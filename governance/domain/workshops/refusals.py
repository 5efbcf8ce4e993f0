"""Why something cannot be done in a workshop now."""

from __future__ import annotations

from governance.models import Workshop


class Refusal(Exception):
    """What all of these are."""


class WrongStep(Refusal):
    """The room is at another step; `workshop` says at which."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(f"The workshop is at step {workshop.step}.")
        self.workshop = workshop


class Closed(WrongStep):
    """The workshop is over."""


class AlreadyBegun(WrongStep):
    """The statements are fixed once the room has begun."""


class ChangedMeanwhile(Refusal):
    """Somebody else changed this after the page was opened; `current` is what stands now."""

    def __init__(self, current: Workshop, text: str = "") -> None:
        super().__init__("Somebody else changed this in the meantime.")
        self.current = current
        self.text = text


class RoomFull(Refusal):
    """More phones came in than fit in any room: somebody plays tricks."""


class NoChoiceLeft(Refusal):
    """Every choice of this participant is given already."""


class TooManyProposals(Refusal):
    """One phone proposes a handful of goals, not a flood."""


class NotReady(Refusal):
    """The top five is not complete: `missing` are the titles without an owner."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__("Not every goal has an owner.")
        self.missing = missing
