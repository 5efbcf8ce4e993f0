"""A version on paper: the whole document, and a flyer of the tips of the same clauses.

One source for both (publication, chapter 5: a protocol and the flyer that people really read).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import qr
from core.durations import roughly
from core.pdf import Block, Card, Cards, Document, Heading, Markdown, Notice, Table
from governance.domain import citations, clauses, whole
from governance.models import Policy, PolicySection, PolicyVersion, RoutingRule
from people.models import Institution, Team

MANY = 6
"""From this many clauses on, a document gets a table of contents."""


def document(version: PolicyVersion, *, address: str) -> Document:
    """The version as it is read on the screen: clauses with their reason, and where they stand."""
    whole.load_text(version)
    sections = version.sections.all()
    return Document(
        title=version.policy.title,
        subtitle=_institution(),
        language=_language(),
        meta=(citations.line(version, address),),
        blocks=(*(block for section in sections for block in _clause(section)), *_rules(version)),
        footer=_("%(title)s, version %(number)s")
        % {"title": version.policy.title, "number": version.number},
        qr=qr.svg(address),
        qr_caption=_("This version on the web: %(address)s") % {"address": address},
        contents=len(sections) >= MANY,
    )


def _clause(section: PolicySection) -> list[Block]:
    blocks: list[Block] = [Heading(1, f"{section.position}. {section.title}")]
    if section.what:
        blocks.append(Markdown(section.what, top_level=2))
    if section.why:
        blocks.append(Notice(_("Why: %(why)s") % {"why": section.why}))
    if titles := ", ".join(rule.title for rule in section.house_rules.all()):
        blocks.append(Markdown(_("Follows from: %(titles)s") % {"titles": titles}))
    return blocks


def _rules(version: PolicyVersion) -> list[Block]:
    """The routing table of a webcare policy, with the fallback as its last line."""
    if version.policy.kind != Policy.Kind.WEBCARE:
        return []
    whole.load_rules(version)
    rules = version.rules.all()
    if not rules:
        return []
    rows = [(rule.name, _team(rule.team), _within(rule)) for rule in rules]
    fallback = timedelta(minutes=clauses.fallback_as_loaded(version))
    rows.append((_("Everything else"), _team(version.fallback_team), roughly(fallback)))
    head = (_("When"), _("Goes to"), _("Answer within"))
    return [Heading(1, _("Who answers what")), Table(head, tuple(rows), widths=(3, 2, 2))]


def _team(team: Team | None) -> str:
    return team.name if team else _("no answer needed")


def _within(rule: RoutingRule) -> str:
    if rule.team_id is None:
        return "–"
    return f"{roughly(timedelta(minutes=rule.target_minutes))} ({rule.get_clock_display()})"


def flyer(version: PolicyVersion, *, address: str) -> Document:
    """One A4: the line for the flyer of every clause that has one, and the way to the whole."""
    tips = [section.tip for section in version.sections.order_by("position") if section.tip]
    return Document(
        title=version.policy.title,
        subtitle=_institution(),
        language=_language(),
        blocks=(Cards(tuple(Card(str(number), tip) for number, tip in enumerate(tips, start=1))),),
        footer=_("Version %(number)s") % {"number": version.number},
        qr=qr.svg(address),
        qr_caption=_("Read all of it: %(address)s") % {"address": address},
        layout="flyer",
    )


def _institution() -> str:
    return str(Institution.objects.current())


def _language() -> Literal["nl", "en"]:
    return "en" if (get_language() or "nl").startswith("en") else "nl"
