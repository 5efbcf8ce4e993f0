"""Users and the organisation they work in."""

from __future__ import annotations

from people.models.absence import Absence
from people.models.digest import Digest
from people.models.institution import Institution
from people.models.staff_import import StaffImport
from people.models.team import Membership, Team
from people.models.unit import Unit
from people.models.user import Role, RoleGrant, User

__all__ = [
    "Absence",
    "Digest",
    "Institution",
    "Membership",
    "Role",
    "RoleGrant",
    "StaffImport",
    "Team",
    "Unit",
    "User",
]
