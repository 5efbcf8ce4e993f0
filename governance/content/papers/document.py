"""What a template of a document is made of: sections with their reason, tip, settings and rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from governance.content import Bilingual

Value = int | bool | str
"""What a setting can hold."""

SETTINGS: dict[str, type[Value]] = {
    "retention.unmatched_days": int,
    "retention.matched_days": int,
    "mandate.needs_acknowledgement": bool,
    "mandate.needs_course": bool,
    "mandate.approved_posts": int,
    "approval.own_channels": str,
    "target.default_minutes": int,
    "review.months": int,
}
"""The settings that a clause may carry out, with the type of their value."""

APPROVAL_OF_OWN_CHANNELS = ("never", "without_mandate", "always")
"""Who needs approval to post on a channel of the college."""

_STARTS_A_LINE = re.compile(r"(- |\d+\. |\||>|#)")


def flowing(source: str) -> str:
    """`source` without its indentation, a paragraph or an item of a list on one line.

    Whoever edits the text in a form should not meet the line ends of a source file.
    """
    lines: list[str] = []
    for line in cleandoc(source).splitlines():
        if lines and lines[-1] and line and not _STARTS_A_LINE.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Section:
    """One clause: the rule itself, why it is there, and what the portal does because of it.

    `what` and `why` are Markdown. `tip` is the clause in one friendly line, for a flyer. `rules`
    are the fields of routing rules, with the code of a team in place of the team.
    """

    title: str
    what: str
    why: str = ""
    tip: str = ""
    settings: tuple[tuple[str, Value], ...] = ()
    rules: tuple[dict[str, Any], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", flowing(self.what))
        object.__setattr__(self, "why", flowing(self.why))


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the quiz; `right` counts the options from zero, `section` the sections."""

    text: str
    options: tuple[str, ...]
    right: int
    section: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that a college can take as its own. Between [brackets] stands what it fills in.

    Several papers of one kind differ in `style` (a protocol) or in `domain` (a vision). `button` is
    what a reader presses to say: I have read this.
    """

    code: str
    kind: str
    title: str
    about: Bilingual
    sections: tuple[Section, ...]
    style: str = ""
    questions: tuple[Question, ...] = ()
    button: str = "Gelezen en begrepen"
    domain: str = ""

    @property
    def settings(self) -> dict[str, Value]:
        """Every setting of its sections."""
        return dict(setting for section in self.sections for setting in section.settings)

    @property
    def rules(self) -> tuple[dict[str, Any], ...]:
        """The routing rules of its sections, in the order in which they are tried."""
        return tuple(rule for section in self.sections for rule in section.rules)

    @property
    def tips(self) -> tuple[str, ...]:
        """What a flyer says."""
        return tuple(section.tip for section in self.sections if section.tip)
