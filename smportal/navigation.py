"""What stands in the menu for whom, as one table."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from people.domain import demo
from people.models import Role, User
from people.permissions import works_in_queue
from smportal.demo import college


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


def _staff(user: User) -> bool:
    return user.is_staff


MENU = (
    Item(_("Inbox"), "webcare:inbox", "inbox", _webcare, ("/tickets/",)),
    Item(_("Mentions"), "monitoring:mention-list", "chat-dots", _monitoring),
    Item(_("Search terms"), "monitoring:term-list", "search", _monitoring),
    Item(
        _("Sources"),
        "monitoring:source-list",
        "broadcast",
        _monitoring,
        ("/monitoring/channels/",),
    ),
    Item(_("Policies"), "governance:policy-list", "file-earmark-text", _everyone),
    Item(_("The router"), "webcare:judgement", "mortarboard", _overseers),
    Item(_("Administration"), "admin:index", "gear", _staff),
)


def _menu(request: HttpRequest) -> list[Entry]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    items = [item for item in MENU if item.allows(user)]
    best = max((item.matches(request.path) for item in items), default=0)
    return [
        Entry(item.label, item.url, item.icon, 0 < best == item.matches(request.path))
        for item in items
    ]


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
