"""The mandate to post: who may speak for the college without a second pair of eyes, and why.

It is earned by what the clauses in force ask (`governance.domain.mandates`): the protocol in force
confirmed, the course done, so many messages approved. It is computed each time, so it is gone at
once when the protocol changes or a certificate expires. How it is told to the person, stands in
`training.domain.mandate_standing`; that it went, in `training.domain.mandate_states`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.clock import now
from governance.domain import acknowledgements
from governance.domain import mandates as asked_by_policy
from governance.domain.clause_settings import ALWAYS, OWN_CHANNELS, WITHOUT_MANDATE
from governance.domain.clauses import Standing as Clause
from governance.domain.mandates import Requirements
from governance.models import Acknowledgement, PolicyVersion
from people.models import User
from training.domain import approved_posts
from training.models import Certificate

CONFIRM: Final = "confirm"
COURSE: Final = "course"
POSTS: Final = "posts"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person did of all that can be asked."""

    confirmed: bool
    confirmed_before: bool
    course: bool
    posts: int


@dataclass(frozen=True, slots=True)
class SecondPair:
    """Why a colleague looks along: a clause in force, and what this person has still to do."""

    clause: Clause
    missing: str = ""
    to_confirm: PolicyVersion | None = None
    needed: int = 0
    count: int = 0

    @property
    def url(self) -> str:
        """Where one reads more, or does what is missing."""
        if self.missing == CONFIRM and self.to_confirm:
            return self.to_confirm.get_absolute_url()
        return reverse("training:my-mandate") if self.missing else self.clause.url

    @property
    def action(self) -> str:
        """What one does there."""
        if self.missing == CONFIRM:
            return _("Read it and confirm")
        return _("See your mandate") if self.missing else _("Read the clause")

    @property
    def sentence(self) -> str:
        """Why a colleague looks along, for who writes."""
        title = self.clause.section.title if self.clause.section else ""
        if self.missing == CONFIRM and self.to_confirm:
            return _(
                "A colleague looks along because you have not confirmed “%(policy)s” yet; the "
                "clause “%(clause)s” asks it."
            ) % {"policy": self.to_confirm.policy.title, "clause": title}
        if self.missing == COURSE:
            return _(
                "A colleague looks along because you have no valid certificate of the course; the "
                "clause “%(clause)s” asks it."
            ) % {"clause": title}
        if self.missing == POSTS:
            return ngettext(
                "A colleague looks along until %(needed)s message of yours was approved; now there "
                "are %(count)s. The clause “%(clause)s” asks it.",
                "A colleague looks along until %(needed)s messages of yours were approved; now "
                "there are %(count)s. The clause “%(clause)s” asks it.",
                self.needed,
            ) % {"needed": self.needed, "count": self.count, "clause": title}
        return _("A colleague looks along because the clause “%(clause)s” asks it.") % {
            "clause": title
        }


def second_pair(user: User) -> SecondPair | None:
    """Why an answer of this person needs a colleague by the clauses in force; None: it does not.

    One query where no clause asks it, two where it depends on the person.
    """
    clauses = asked_by_policy.standings()
    asked, by_clause = asked_by_policy.asked(clauses), clauses[OWN_CHANNELS]
    if asked.own_channels == ALWAYS:
        return SecondPair(by_clause)
    if asked.own_channels != WITHOUT_MANDATE or asked.asks_nothing:
        return None
    facts = facts_of(user, asked)
    missing = what_is_missing(asked, facts)
    if not missing:
        return None
    return SecondPair(by_clause, missing[0], asked.to_confirm, asked.approved_posts, facts.posts)


def holds(user: User) -> bool:
    """Whether this person has the mandate now. Two queries at most."""
    asked = asked_by_policy.requirements()
    return asked.asks_nothing or not what_is_missing(asked, facts_of(user, asked))


def earned(user: User) -> bool:
    """The same, and something had to be done for it: only then it shows that one can do it."""
    asked = asked_by_policy.requirements()
    return not asked.asks_nothing and not what_is_missing(asked, facts_of(user, asked))


def what_is_missing(asked: Requirements, facts: Facts) -> list[str]:
    """What is still to be done, in the order in which one does it."""
    open_ones = {
        CONFIRM: asked.to_confirm is not None and not facts.confirmed,
        COURSE: asked.needs_course and not facts.course,
        POSTS: facts.posts < asked.approved_posts,
    }
    return [code for code, is_open in open_ones.items() if is_open]


def facts_of(user: User, asked: Requirements) -> Facts:
    """What this person did. One query."""
    row: Any = with_facts(User.objects.filter(pk=user.pk), asked).first()
    return Facts(False, False, False, 0) if row is None else facts_in(row)


def facts_in(row: Any) -> Facts:
    """What stands beside a person of `with_facts`."""
    return Facts(row.has_confirmed, row.has_confirmed_before, row.has_course, row.approved)


def with_facts(people: QuerySet[User], asked: Requirements, day: date | None = None) -> Any:
    """These people, each with what they did and `holds_mandate`; what nobody asks, is left out."""
    never: Any = Value(False, output_field=BooleanField())
    confirmed: Any = never
    before: Any = never
    if asked.to_confirm:
        counting = acknowledgements.confirmations_now(asked.to_confirm.policy_id)
        confirmed = Exists(counting.filter(user=OuterRef("pk")))
        earlier = Acknowledgement.objects.filter(version__policy=asked.to_confirm.policy_id)
        before = Exists(earlier.filter(user=OuterRef("pk")))
    valid = certificates().valid(day or localdate(now()))
    course: Any = Exists(valid.filter(user=OuterRef("pk"))) if asked.needs_course else never
    posts: Any = Value(0, output_field=IntegerField())
    found = people.annotate(
        has_confirmed=confirmed,
        has_confirmed_before=before,
        has_course=course,
        approved=approved_posts.number() if asked.approved_posts else posts,
    )
    return found.annotate(holds_mandate=_held(asked))


def _held(asked: Requirements) -> Any:
    met: dict[str, Any] = {}
    if asked.to_confirm:
        met["has_confirmed"] = True
    if asked.needs_course:
        met["has_course"] = True
    if asked.approved_posts:
        met["approved__gte"] = asked.approved_posts
    held: Any = BooleanField()
    return ExpressionWrapper(Q(**met), held) if met else Value(True, output_field=held)


def certificates() -> Any:
    """The certificates of courses of which one is "the course" that a clause asks for."""
    return Certificate.objects.filter(course__counts_for_mandate=True)
