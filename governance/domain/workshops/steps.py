"""The order of the steps, and where each stands among the five that people hear of."""

from __future__ import annotations

from governance.models import Workshop

Step = Workshop.Step

ORDER = (
    Step.LOBBY,
    Step.SCENE,
    Step.VOTE,
    Step.DISCUSS,
    Step.PROPOSE,
    Step.PRIORITISE,
    Step.TOP_FIVE,
)

# Step four has two halves: proposing and choosing.
NUMBERS = {
    Step.SCENE: 1,
    Step.VOTE: 2,
    Step.DISCUSS: 3,
    Step.PROPOSE: 4,
    Step.PRIORITISE: 4,
    Step.TOP_FIVE: 5,
}
# What the content about each step is called (governance/content/statements/workshop.py).
CONTENT_CODES = {
    Step.SCENE: "scene",
    Step.VOTE: "vote",
    Step.DISCUSS: "discuss",
    Step.PROPOSE: "prioritise",
    Step.PRIORITISE: "prioritise",
    Step.TOP_FIVE: "top5",
}


def after(step: str) -> str:
    """The step that follows; empty after the last."""
    place = ORDER.index(Step(step)) if step in ORDER else len(ORDER)
    return ORDER[place + 1] if place + 1 < len(ORDER) else ""


def before(step: str) -> str:
    """The step that went before; empty at the first, and when all is over."""
    place = ORDER.index(Step(step)) if step in ORDER else 0
    return ORDER[place - 1] if place else ""


def five(current: str) -> list[tuple[Workshop.Step, int]]:
    """The five steps with their numbers; of step four the half that is on."""
    other_half = Step.PROPOSE if current == Step.PRIORITISE else Step.PRIORITISE
    return [(step, number) for step, number in NUMBERS.items() if step != other_half]
