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

from people.models import Role, User


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu; `allows` says for whom."""

    label: Any
    url_name: str
    icon: str
    allows: Callable[[User], bool]

    @property
    def url(self) -> str:
        return reverse(self.url_name)


def _webcare(user: User) -> bool:
    return bool(user.team_ids) or user.has_role(Role.AGENT, Role.MANAGER, Role.SPOKESPERSON)


def _monitoring(user: User) -> bool:
    return _webcare(user) or user.has_role(Role.CHANNEL_OWNER)


def _everyone(user: User) -> bool:
    return True


def _staff(user: User) -> bool:
    return user.is_staff


MENU = (
    Item(_("Inbox"), "webcare:inbox", "inbox", _webcare),
    Item(_("Mentions"), "monitoring:mention-list", "chat-dots", _monitoring),
    Item(_("Search terms"), "monitoring:term-list", "search", _monitoring),
    Item(_("Sources"), "monitoring:source-list", "broadcast", _monitoring),
    Item(_("Policies"), "governance:policy-list", "file-earmark-text", _everyone),
    Item(_("Administration"), "admin:index", "gear", _staff),
)


def _menu(request: HttpRequest) -> list[Item]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return []
    return [item for item in MENU if item.allows(user)]


def context(request: HttpRequest) -> dict[str, Any]:
    """For every page: the menu of this person, and whether this is a demo."""
    return {
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "is_demo": settings.DEMO and bool(settings.SANDBOX_URL),
        "sandbox_url": settings.SANDBOX_URL,
        "htmx_config": json.dumps(settings.HTMX_CONFIG),
    }
