"""What changed between two versions: words in each clause, rules in the routing table.

The approver sees only what changed. Words are compared, not lines: Dutch policy text stands in long
paragraphs. Clauses are the same clause when their keys agree, whatever their title or place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from governance.domain import clauses, whole
from governance.domain.wording import Piece, around, out_of_order, words
from governance.models import PolicySection, PolicyVersion, RoutingRule

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


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A clause that is new, gone, changed or only moved.

    `title`, `what`, `why` and `tip` are pieces, [] when they stayed; so are titles of house rules.
    """

    kind: str
    section: PolicySection
    before: PolicySection | None = None
    title: tuple[Piece, ...] = ()
    what: tuple[Piece, ...] = ()
    why: tuple[Piece, ...] = ()
    tip: tuple[Piece, ...] = ()
    house_rules: tuple[Piece, ...] = ()
    is_moved: bool = False

    @property
    def is_renamed(self) -> bool:
        return bool(self.title)


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that is new, gone, changed or moved; `fields` names what changed."""

    kind: str
    rule: RoutingRule
    before: RoutingRule | None = None
    fields: tuple[str, ...] = ()


def sections(before: PolicyVersion | None, after: PolicyVersion) -> list[SectionChange]:
    """What `after` changes in the clauses, in the order of `after`; what went stands last."""
    whole.load(after, *([before] if before else []))
    old = {section.key: section for section in before.sections.all()} if before else {}
    new = list(after.sections.all())
    shared = [section for section in new if section.key in old]
    moved = out_of_order([old[section.key].position for section in shared])
    moved_keys = {shared[place].key for place in moved}
    changes = [
        _section_change(section, old.get(section.key), is_moved=section.key in moved_keys)
        for section in new
    ]
    kept = {section.key for section in new}
    gone = [SectionChange("gone", section) for key, section in old.items() if key not in kept]
    return [change for change in (*changes, *gone) if change is not None]


def _section_change(
    section: PolicySection, before: PolicySection | None, *, is_moved: bool
) -> SectionChange | None:
    if before is None:
        return SectionChange("new", section)
    pieces = {
        name: tuple(around(words(getattr(before, name), getattr(section, name))))
        for name in ("title", "what", "why", "tip")
    }
    pieces["house_rules"] = tuple(_house_rules(before, section))
    if any(pieces.values()):
        return SectionChange("changed", section, before, is_moved=is_moved, **pieces)
    return SectionChange("moved", section, before, is_moved=True) if is_moved else None


def _house_rules(before: PolicySection, after: PolicySection) -> Iterator[Piece]:
    old = {rule.title for rule in before.house_rules.all()}
    new = {rule.title for rule in after.house_rules.all()}
    for title in sorted(old ^ new):
        yield Piece("gone" if title in old else "new", title)


def rules(before: PolicyVersion | None, after: PolicyVersion) -> list[RuleChange]:
    """What `after` changes in the routing table; rules are the same rule when names agree."""
    whole.load(after, *([before] if before else []))
    old = {rule.name: rule for rule in before.rules.all()} if before else {}
    new = list(after.rules.all())
    changes = [_change(rule, old.get(rule.name)) for rule in new]
    names = {rule.name for rule in new}
    gone = [RuleChange("gone", rule) for name, rule in old.items() if name not in names]
    rest = fallback(before, after) if before else None
    return [change for change in (*changes, *gone, rest) if change is not None]


def fallback(before: PolicyVersion, after: PolicyVersion) -> RuleChange | None:
    """What `after` changes for what the rules leave open, told as a change of a last rule."""
    last, first = _fallback_rule(after), _fallback_rule(before)
    fields = tuple(name for name in FALLBACK if getattr(last, name) != getattr(first, name))
    return RuleChange("changed", last, first, fields) if fields else None


def _fallback_rule(version: PolicyVersion) -> RoutingRule:
    return RoutingRule(
        name=gettext("Everything else"),
        team=version.fallback_team,
        target_minutes=clauses.fallback_as_loaded(version),
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
