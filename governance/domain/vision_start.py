"""The guided start: from an empty institution to a first vision, in five steps.

Where somebody is, is read from what exists and not kept: whoever leaves and comes back, or did a
step elsewhere, finds it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.models import Domain, Goal, Policy, PolicyVersion, Strategy

State = PolicyVersion.State
ORDER = ("strategy", "domain", "vision", "goals", "people")


@dataclass(frozen=True, slots=True)
class DomainStart:
    """What there is of a domain: its vision with the newest version, and its goals."""

    domain: Domain
    vision: PolicyVersion | None
    goals: list[Goal]

    @property
    def is_begun(self) -> bool:
        return bool(self.vision or self.goals)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of five: what it is called, whether it is done, whether it is the one to do now."""

    number: int
    code: str
    is_done: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class Start:
    """Where the college is; `chosen` is the domain that is worked on."""

    lines: list[Strategy]
    domains: list[DomainStart]
    chosen: DomainStart | None
    steps: list[Step]

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.steps)


def look(domain: str = "") -> Start:
    """Where the college is with this domain; without one, with the domain that was begun first."""
    lines = list(Strategy.objects.filter(is_current=True).order_by("position", "pk"))
    domains = _domains()
    by_code = {one.domain.value: one for one in domains}
    begun = next((one for one in domains if one.is_begun), None)
    chosen = by_code.get(domain) or begun
    return Start(lines, domains, chosen, _steps(lines, chosen))


def _domains() -> list[DomainStart]:
    newest: dict[str, PolicyVersion] = {}
    versions = PolicyVersion.objects.filter(policy__kind=Policy.Kind.VISION)
    for version in versions.select_related("policy", "approver").order_by("number"):
        newest[version.policy.domain] = version
    goals: dict[str, list[Goal]] = {}
    listed = Goal.objects.under_way().select_related("owner", "approver").order_by("pk")
    for goal in listed[:100]:
        goals.setdefault(goal.domain, []).append(goal)
    return [DomainStart(one, newest.get(one.value), goals.get(one.value, [])) for one in Domain]


def _steps(lines: list[Strategy], chosen: DomainStart | None) -> list[Step]:
    vision = chosen.vision if chosen else None
    goals = chosen.goals if chosen else []
    done = {
        "strategy": bool(lines),
        "domain": chosen is not None,
        "vision": vision is not None,
        "goals": bool(goals),
        "people": bool(goals) and all(_is_in_hands(goal) for goal in goals),
    }
    now = next((code for code in ORDER if not done[code]), "")
    return [
        Step(number, code, done[code], code == now) for number, code in enumerate(ORDER, start=1)
    ]


def _is_in_hands(goal: Goal) -> bool:
    """Somebody owns it, and somebody decides on it or did."""
    return goal.owner_id is not None and goal.state != Goal.State.DRAFT
