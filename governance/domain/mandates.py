"""What the policy in force asks of people who speak for the college.

Others carry it out: webcare for answers, later publishing for posts and training for courses. Where
no clause in force says anything, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists

from governance.domain import clauses
from governance.domain.clause_settings import (
    APPROVED_POSTS,
    NEEDS_ACKNOWLEDGEMENT,
    NEEDS_COURSE,
    NEVER,
    OWN_CHANNELS,
)
from governance.domain.clauses import Standing
from governance.models import ClauseSetting, PolicyVersion

CODES = (NEEDS_ACKNOWLEDGEMENT, NEEDS_COURSE, APPROVED_POSTS, OWN_CHANNELS)


@dataclass(frozen=True, slots=True)
class Requirements:
    """What is asked before somebody speaks for the college without a second pair of eyes.

    `to_confirm` is the version that has to be confirmed, when one has to be.
    """

    needs_acknowledgement: bool = False
    needs_course: bool = False
    approved_posts: int = 0
    own_channels: str = "never"
    to_confirm: PolicyVersion | None = None

    @property
    def asks_nothing(self) -> bool:
        """Whether everybody has the mandate, because no clause asks anything for it."""
        return self.to_confirm is None and not self.needs_course and not self.approved_posts


def requirements() -> Requirements:
    """What the clauses in force ask. One query."""
    return asked(standings())


def standings() -> dict[str, Standing]:
    """The same with the clause that says each of it. One query."""
    return clauses.all_in_force(CODES)


def is_asked() -> Exists:
    """For a query that is made anyway: whether a clause in force asks for a second pair at all."""
    in_force = ClauseSetting.objects.filter(section__version__state=PolicyVersion.State.IN_FORCE)
    return Exists(in_force.filter(code=OWN_CHANNELS).exclude(value=NEVER))


def asked(standings: Mapping[str, Standing]) -> Requirements:
    """What these clauses ask."""
    confirm = standings[NEEDS_ACKNOWLEDGEMENT]
    return Requirements(
        needs_acknowledgement=bool(confirm.value),
        needs_course=bool(standings[NEEDS_COURSE].value),
        approved_posts=int(standings[APPROVED_POSTS].value or 0),
        own_channels=str(standings[OWN_CHANNELS].value),
        to_confirm=confirm.version if confirm.value else None,
    )
