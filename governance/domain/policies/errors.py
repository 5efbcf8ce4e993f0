"""Why something about a policy cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass

from governance.models import PolicySection, RoutingRule


class SectionEditedMeanwhile(Exception):
    """The same for one clause; `current` is None when somebody else took it out."""

    def __init__(self, current: PolicySection | None) -> None:
        super().__init__("This clause was changed by somebody else in the meantime.")
        self.current = current


class WrongState(Exception):
    """The version is not in a state in which this can be done."""


class OwnWork(Exception):
    """Nobody approves a version that they wrote, alone or with others."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the way of approval: a code, and the rule or clause it concerns."""

    code: str
    rule: RoutingRule | None = None
    section: PolicySection | None = None
    count: int = 0


class NotReady(Exception):
    """The version cannot be submitted; `problems` says why, one entry each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("The version is not ready.")
        self.problems = problems
