"""Who sees what the whole college does."""

from __future__ import annotations

from governance.permissions import can_govern
from people.models import User


def can_see_reports(user: User) -> bool:
    return can_govern(user)
