"""What changed between two versions: words in each clause, rules in the routing table.

The approver sees only what changed. Words are compared, not lines: Dutch policy text stands in long
paragraphs. Clauses are the same clause when their keys agree, whatever their title or place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, takewhile

from django.utils.translation import gettext

from governance.domain import clauses, whole
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

NEARBY = 160
"""Characters before and after a change that are enough to see where it stands."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed ("same"), came ("new") or went ("gone")."""

    kind: str
    text: str


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


def words(before: str, after: str) -> list[Piece]:
    """The text of `after` with what went and what came, as runs of words; [] when it stayed.

    Sentences are compared first, and words only within those that differ: that is quick, and a
    sentence that stayed is never torn apart.
    """
    if before == after:
        return []
    old, new = _sentences(before), _sentences(after)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        was, now = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        pieces += [Piece("same", now)] if was == now else _pieces(_tokens(was), _tokens(now))
    return list(_joined(pieces))


def _sentences(text: str) -> list[str]:
    """The text in pieces that together are the text again."""
    return re.findall(r".+?(?:[.!?:;]+\s+|\n+|\Z)", text, re.DOTALL)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Runs of the same kind as one run."""
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in run))


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
    """Runs of words. What both begin and end with is set apart first: most changes are small."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    if start:
        yield Piece("same", "".join(new[:start]))
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield Piece("same", "".join(new[-end:]))


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _middle(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            yield Piece("same", "".join(new[new_from:new_to]))
            continue
        if old_from < old_to:
            yield Piece("gone", "".join(old[old_from:old_to]))
        if new_from < new_to:
            yield Piece("new", "".join(new[new_from:new_to]))


def sections(before: PolicyVersion | None, after: PolicyVersion) -> list[SectionChange]:
    """What `after` changes in the clauses, in the order of `after`; what went stands last."""
    whole.load(after, *([before] if before else []))
    old = {section.key: section for section in before.sections.all()} if before else {}
    new = list(after.sections.all())
    shared = [section for section in new if section.key in old]
    moved = _out_of_order([old[section.key].position for section in shared])
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


def _out_of_order(positions: list[int]) -> set[int]:
    """The fewest places that must have moved: all but a longest row that still climbs."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for place, position in enumerate(positions):
        length = bisect_left(tails, position)
        tails[length:] = [position, *tails[length + 1 :]]
        ends[length:] = [place, *ends[length + 1 :]]
        previous.append(ends[length - 1] if length else -1)
    place = ends[-1] if ends else -1
    while place >= 0:
        positions[place], place = -1, previous[place]
    return {place for place, position in enumerate(positions) if position != -1}


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
