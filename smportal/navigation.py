"""What stands in the menu for whom, as one table."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from governance.permissions import can_govern
from people.domain import demo
from people.models import Role, User
from people.permissions import works_in_queue
from smportal.demo import college
from training.permissions import can_organise

FEW = 12
"""So many entries fit on any screen: nothing is folded then."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu; `allows` says for whom."""

    label: Any
    url_name: str
    icon: str
    allows: Callable[[User], bool]

    # Pages that belong to it, beside those below its own address.
    also: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return reverse(self.url_name)

    def matches(self, path: str) -> int:
        """How much of the path of a page is this item's; 0 when the page is not below it."""
        return max(len(prefix) for prefix in ("", self.url, *self.also) if path.startswith(prefix))


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as this person sees it on this page."""

    label: Any
    url: str
    icon: str
    is_current: bool


def _webcare(user: User) -> bool:
    return user.has_role(Role.AGENT, Role.MANAGER, Role.SPOKESPERSON) or works_in_queue(user)


def _monitoring(user: User) -> bool:
    return _webcare(user) or user.has_role(Role.CHANNEL_OWNER)


def _everyone(user: User) -> bool:
    return True


def _overseers(user: User) -> bool:
    return user.has_role(Role.MANAGER, Role.ADMINISTRATOR)


def _trains(user: User) -> bool:
    return can_organise(user) or can_govern(user)


def _borrows(user: User) -> bool:
    """Who lends devices sees all of them."""
    return not _trains(user)


def _staff(user: User) -> bool:
    return user.is_staff


@dataclass(frozen=True, slots=True)
class Section:
    """Items that belong together; without a label they stand above all others."""

    label: Any
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A section as this person sees it on this page. Folded when something else is going on."""

    label: Any
    entries: list[Entry]
    is_open: bool


MENU = (
    Section(
        "",
        (
            Item(_("Where we stand"), "reporting:overview", "compass", can_govern),
            Item(
                _("Waits for me"),
                "people:waiting",
                "check2-square",
                _everyone,
                ("/governance/confirmations/",),
            ),
            Item(_("Inbox"), "webcare:inbox", "inbox", _webcare, ("/tickets/",)),
        ),
    ),
    Section(
        _("Listening"),
        (
            Item(_("Mentions"), "monitoring:mention-list", "chat-dots", _monitoring),
            Item(_("Search terms"), "monitoring:term-list", "search", _monitoring),
            Item(
                _("Sources"),
                "monitoring:source-list",
                "broadcast",
                _monitoring,
                ("/monitoring/channels/",),
            ),
            Item(_("Router’s judgement"), "webcare:judgement", "mortarboard", _overseers),
        ),
    ),
    Section(
        _("Direction"),
        (
            Item(_("Plan of ten"), "reporting:plan", "list-check", can_govern),
            Item(_("Line of sight"), "reporting:line", "bezier2", can_govern),
            Item(
                _("Vision"),
                "governance:vision-start",
                "eye",
                can_govern,
                ("/governance/strategy/",),
            ),
            Item(
                _("Goals"),
                "governance:goal-list",
                "bullseye",
                _everyone,
                ("/governance/indicators/", "/governance/readings/"),
            ),
            Item(_("Audiences"), "governance:audience-list", "people", _everyone),
            Item(_("Channel choice"), "governance:choice-list", "diagram-3", _everyone),
        ),
    ),
    Section(
        _("Rules of play"),
        (
            Item(
                _("Policies"),
                "governance:policy-list",
                "file-earmark-text",
                _everyone,
                ("/governance/house-rules/", "/governance/consultations/", "/governance/remarks/"),
            ),
            Item(
                _("What policy makes happen"),
                "governance:settings-in-force",
                "sliders",
                _everyone,
            ),
            Item(_("Nearness and distance"), "governance:nearness", "arrows-collapse", _everyone),
        ),
    ),
    Section(
        _("Learning"),
        (
            Item(
                _("Training"),
                "training:course-list",
                "journal-bookmark",
                _everyone,
                (
                    "/training/agenda/",
                    "/training/mine/",
                    "/training/offerings/",
                    "/training/sessions/",
                    "/training/certificates/",
                    "/training/requests/",
                    "/training/enrolments/",
                ),
            ),
            Item(
                _("My growth"),
                "training:my-ways",
                "signpost-2",
                _everyone,
                (
                    "/training/mandate/",
                    "/training/competences/",
                    "/training/self-assessment/",
                    "/training/plans/",
                ),
            ),
            Item(_("My devices"), "training:loan-mine", "tablet", _borrows),
            Item(
                _("Experiences"),
                "training:experience-list",
                "lightbulb",
                _everyone,
                ("/training/proposals/",),
            ),
            Item(_("Knowledge base"), "training:article-list", "book", _everyone),
            Item(
                _("Ask an expert"),
                "training:question-list",
                "chat-left-dots",
                _everyone,
                ("/training/experts/",),
            ),
        ),
    ),
    Section(
        _("Colleagues"),
        (
            Item(_("Staff"), "people:staff-list", "person-lines-fill", _overseers),
            Item(
                _("Who can what"),
                "training:competence-team",
                "person-up",
                can_govern,
                (
                    "/training/competences/evidence/",
                    "/training/mandate/team/",
                    "/training/ten-ways/team/",
                    "/training/self-assessment/shared/",
                ),
            ),
            Item(_("Who takes part"), "training:participation", "graph-up", can_govern),
            Item(_("Attendance"), "training:attendance-overview", "person-check", can_organise),
            Item(_("Training needs"), "training:need-list", "clipboard-pulse", _trains),
            Item(_("Trainers"), "training:trainer-tree", "diagram-2", _trains),
            Item(_("Devices"), "training:device-list", "phone", _trains, ("/training/loans/",)),
            Item(_("Ambassadors"), "training:ambassador-list", "megaphone", _trains),
        ),
    ),
    Section(
        _("Together"),
        (
            Item(_("Four in balance"), "governance:round-list", "clipboard-data", can_govern),
            Item(_("Vision workshops"), "governance:workshop-list", "easel", can_govern),
            Item(_("Teams"), "governance:team-list", "person-workspace", _everyone),
            Item(_("Costs and effect"), "governance:cost-list", "calculator", can_govern),
        ),
    ),
    Section(
        _("Safety"),
        (
            Item(_("Incidents"), "governance:incident-list", "exclamation-diamond", _everyone),
            Item(_("New tools"), "governance:talk-list", "chat-square-quote", can_govern),
            Item(
                _("Privacy assessments"), "governance:assessment-list", "shield-check", can_govern
            ),
        ),
    ),
    Section(_("Settings"), (Item(_("Administration"), "admin:index", "gear", _staff),)),
)


def _menu(request: HttpRequest) -> list[Group]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    sections = [
        (section.label, [item for item in section.items if item.allows(user)]) for section in MENU
    ]
    best = max(
        (item.matches(request.path) for _label, items in sections for item in items), default=0
    )
    groups = [_group(label, items, request.path, best) for label, items in sections if items]
    few = sum(len(group.entries) for group in groups) <= FEW
    return [replace(group, is_open=group.is_open or few) for group in groups]


def _group(label: Any, items: list[Item], path: str, best: int) -> Group:
    entries = [
        Entry(item.label, item.url, item.icon, 0 < best == item.matches(path)) for item in items
    ]
    return Group(label, entries, any(entry.is_current for entry in entries))


def context(request: HttpRequest) -> dict[str, Any]:
    """For every page: the menu of this person, and whether this is a demo."""
    return {
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "is_demo": settings.DEMO and bool(settings.SANDBOX_URL),
        "demo_accounts": SimpleLazyObject(lambda: demo.accounts() if settings.DEMO else []),
        "demo_password": college.PASSWORD,
        "sandbox_url": settings.SANDBOX_URL,
        "htmx_config": json.dumps(settings.HTMX_CONFIG),
    }
