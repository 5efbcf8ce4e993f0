"""What the policy in force asks of people who speak for the college.

Others carry it out: webcare for answers, later publishing for posts and training for courses. Where
no clause in force says anything, nothing is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists
from django.utils.translation import gettext as _

from governance.domain import acknowledgements, clauses
from governance.domain.clause_settings import (
    ALWAYS,
    APPROVED_POSTS,
    NEEDS_ACKNOWLEDGEMENT,
    NEEDS_COURSE,
    NEVER,
    OWN_CHANNELS,
    WITHOUT_MANDATE,
)
from governance.domain.clauses import Standing
from governance.models import ClauseSetting, PolicyVersion
from people.models import User

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


@dataclass(frozen=True, slots=True)
class SecondPair:
    """Why somebody else looks first: a clause in force, and the version that was not confirmed."""

    standing: Standing
    to_confirm: PolicyVersion | None = None

    @property
    def url(self) -> str:
        """What to read about it: what is to be confirmed, or the version that asks."""
        version = self.to_confirm or self.standing.version
        return version.get_absolute_url() if version else ""

    @property
    def sentence(self) -> str:
        """Why a colleague looks along, for who writes."""
        title = self.standing.section.title if self.standing.section else ""
        if self.to_confirm is None:
            return _("A colleague looks along because the clause “%(clause)s” asks it.") % {
                "clause": title
            }
        return _(
            "A colleague looks along because you have not confirmed “%(policy)s” yet; the clause "
            "“%(clause)s” asks it."
        ) % {"policy": self.to_confirm.policy.title, "clause": title}


def requirements() -> Requirements:
    """What the clauses in force ask. One query."""
    return _asked(clauses.all_in_force(CODES))


def is_asked() -> Exists:
    """For a query that is made anyway: whether a clause in force asks for a second pair at all."""
    in_force = ClauseSetting.objects.filter(section__version__state=PolicyVersion.State.IN_FORCE)
    return Exists(in_force.filter(code=OWN_CHANNELS).exclude(value=NEVER))


def second_pair(user: User) -> SecondPair | None:
    """Why an answer of this person needs a colleague by the clauses in force; None: it does not.

    One query where no clause asks it, two where it depends on what this person confirmed.
    """
    standings = clauses.all_in_force(CODES)
    asked, by_clause = _asked(standings), standings[OWN_CHANNELS]
    if asked.own_channels == ALWAYS:
        return SecondPair(by_clause)
    if asked.own_channels != WITHOUT_MANDATE or asked.to_confirm is None:
        return None
    if acknowledgements.has_confirmed(user, asked.to_confirm.policy):
        return None
    return SecondPair(by_clause, asked.to_confirm)


def _asked(standings: dict[str, Standing]) -> Requirements:
    confirm = standings[NEEDS_ACKNOWLEDGEMENT]
    return Requirements(
        needs_acknowledgement=bool(confirm.value),
        needs_course=bool(standings[NEEDS_COURSE].value),
        approved_posts=int(standings[APPROVED_POSTS].value or 0),
        own_channels=str(standings[OWN_CHANNELS].value),
        to_confirm=confirm.version if confirm.value else None,
    )
