"""People, teams, units, absence and the college, for administrators."""

from __future__ import annotations

from people.admin import organisation, users

__all__ = ["organisation", "users"]
