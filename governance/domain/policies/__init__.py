"""The life of a policy: one draft at a time, approved by somebody else, in force, then historic.

Publication chapter 5 (rules of play) and chapter 6 (a plan that people follow). What is in force
never changes: a change is a new version, and the old one stays readable as it was.

- `drafting`: a new policy, a new version as a copy of the one in force, a version from a template;
- `editing`: taking the next edition, so that two writers lose nothing;
- `sections`, `rules`: clauses and lines of the routing table;
- `readiness`: what stands in the way of approval;
- `deciding`: submit, approve, ask for changes, take back, withdraw.
"""

from __future__ import annotations

from governance.domain.policies.deciding import (
    approve,
    in_force,
    reject,
    submit,
    take_back,
    withdraw,
)
from governance.domain.policies.drafting import create, start_draft
from governance.domain.policies.editing import locked, save, touch
from governance.domain.policies.errors import (
    NotReady,
    OwnWork,
    Problem,
    SectionEditedMeanwhile,
    WrongState,
)
from governance.domain.policies.owning import keep
from governance.domain.policies.readiness import problems
from governance.domain.policies.rules import place_rules, remove_rule, write_rule
from governance.domain.policies.sections import move_section, remove_section, write_section
from governance.domain.policies.templates import create_from

__all__ = [
    "NotReady",
    "OwnWork",
    "Problem",
    "SectionEditedMeanwhile",
    "WrongState",
    "approve",
    "create",
    "create_from",
    "in_force",
    "keep",
    "locked",
    "move_section",
    "place_rules",
    "problems",
    "reject",
    "remove_rule",
    "remove_section",
    "save",
    "start_draft",
    "submit",
    "take_back",
    "touch",
    "withdraw",
    "write_rule",
    "write_section",
]
