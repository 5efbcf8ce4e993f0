"""What changed between two versions: words in the text, rules in the routing table.

The approver sees only what changed (features.md A4). Words are compared, not lines: Dutch policy
text stands in long paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext

from governance.domain import clauses
from governance.models import PolicyVersion, RoutingRule

COMPARED = (
    "words",
    "terms",
    "platforms",
    "authors",
    "languages",
    "sentiments",
    "threats",
    "team_id",
    "category",
    "priority",
    "target_minutes",
    "clock",
    "needs_approval",
)
FALLBACK = ("team_id", "target_minutes")

NEARBY = 160
"""Characters before and after a change that are enough to see where it stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed ("same"), came ("new") or went ("gone")."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that is new, gone, changed or moved; `fields` names what changed."""

    kind: str
    rule: RoutingRule
    before: RoutingRule | None = None
    fields: tuple[str, ...] = ()


def words(before: str, after: str) -> list[Piece]:
    """The text of `after` with what went and what came, as runs of words; [] when it stayed."""
    if before == after:
        return []
    old, new = _tokens(before), _tokens(after)
    return list(_pieces(old, new))


def around(pieces: list[Piece]) -> list[Piece]:
    """The changes with what stands around them: long runs that stayed are cut short."""
    last = len(pieces) - 1
    return [
        _cut(piece, is_first=place == 0, is_last=place == last) if piece.kind == "same" else piece
        for place, piece in enumerate(pieces)
    ]


def _cut(piece: Piece, *, is_first: bool, is_last: bool) -> Piece:
    if len(piece.text) <= 3 * NEARBY:
        return piece
    before = "" if is_first else piece.text[:NEARBY].rsplit(" ", 1)[0] + " "
    after = "" if is_last else " " + piece.text[-NEARBY:].split(" ", 1)[-1]
    return Piece("same", f"{before}[…]{after}")


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            yield Piece("same", "".join(new[new_from:new_to]))
            continue
        if old_from < old_to:
            yield Piece("gone", "".join(old[old_from:old_to]))
        if new_from < new_to:
            yield Piece("new", "".join(new[new_from:new_to]))


def rules(before: PolicyVersion | None, after: PolicyVersion) -> list[RuleChange]:
    """What `after` changes in the routing table; rules are the same rule when names agree."""
    old = {rule.name: rule for rule in before.rules.select_related("team")} if before else {}
    new = list(after.rules.select_related("team").order_by("position"))
    changes = [_change(rule, old.get(rule.name)) for rule in new]
    names = {rule.name for rule in new}
    gone = [RuleChange("gone", rule) for name, rule in old.items() if name not in names]
    rest = fallback(before, after) if before else None
    return [change for change in (*changes, *gone, rest) if change is not None]


def fallback(before: PolicyVersion, after: PolicyVersion) -> RuleChange | None:
    """What `after` changes for what the rules leave open, told as a change of a last rule."""
    minutes = clauses.fallbacks_of(before, after)
    last = _fallback_rule(after, minutes[after.pk])
    first = _fallback_rule(before, minutes[before.pk])
    fields = tuple(name for name in FALLBACK if getattr(last, name) != getattr(first, name))
    return RuleChange("changed", last, first, fields) if fields else None


def _fallback_rule(version: PolicyVersion, minutes: int) -> RoutingRule:
    return RoutingRule(
        name=gettext("Everything else"),
        team=version.fallback_team,
        target_minutes=minutes,
    )


def _change(rule: RoutingRule, before: RoutingRule | None) -> RuleChange | None:
    if before is None:
        return RuleChange("new", rule)
    fields = tuple(name for name in COMPARED if getattr(rule, name) != getattr(before, name))
    if fields:
        return RuleChange("changed", rule, before, fields)
    if rule.position != before.position:
        return RuleChange("moved", rule, before)
    return None
