"""Who can be tried out in the demo: the sign-in page offers these accounts."""

from __future__ import annotations

from dataclasses import dataclass

from people.models import Institution, Role, User

DEMO_DOMAIN = "@demo.example"


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    email: str
    roles: str


def accounts() -> list[Account]:
    """The demo's people with their roles; none when this is a real college."""
    if not Institution.objects.current().is_demo:
        return []
    people = User.objects.filter(is_active=True, email__endswith=DEMO_DOMAIN)
    return [
        Account(
            user.name,
            user.email,
            ", ".join(str(Role(grant.role).label) for grant in user.role_grants.all()),
        )
        for user in people.prefetch_related("role_grants").order_by("pk")
    ]
