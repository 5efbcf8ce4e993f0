"""Who of the own units holds the mandate, and what the others still lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from core import keyset
from core.keyset import Page
from governance.domain.mandates import Requirements
from people.models import User
from training.domain import mandates
from training.domain.people_pages import found_by, in_units
from training.models import MandateState


class Show(models.TextChoices):
    """Whom the list shows."""

    ALL = "", _("everybody")
    HELD = "held", _("has the mandate")
    LACKS = "lacks", _("has no mandate")
    LOST = "lost", _("had it and lost it")


SHOWN: Final[dict[str, Q]] = {
    Show.HELD: Q(holds_mandate=True),
    Show.LACKS: Q(holds_mandate=False),
    Show.LOST: Q(holds_mandate=False, mandate_state__isnull=False),
}


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague with what is met and what is not, in the order in which it is asked."""

    user: User
    held: bool
    met: list[tuple[str, bool]]
    posts: int
    state: MandateState | None


@dataclass(frozen=True, slots=True)
class Counts:
    people: int
    held: int
    lost: int


def counts(asked: Requirements, seen: frozenset[int] | None) -> Counts:
    """How many there are, have it, and lost it. One query."""
    found = mandates.with_facts(in_units(seen), asked).aggregate(
        people=Count("pk"),
        held=Count("pk", filter=SHOWN[Show.HELD]),
        lost=Count("pk", filter=SHOWN[Show.LOST]),
    )
    return Counts(**found)


def page(
    asked: Requirements,
    seen: frozenset[int] | None,
    *,
    show: str = "",
    search: str = "",
    after: str = "",
) -> Page[Member]:
    """Some people of these units by name. One query."""
    people = mandates.with_facts(found_by(in_units(seen), search), asked)
    if show in SHOWN:
        people = people.filter(SHOWN[show])
    shown = keyset.by_name(people.select_related("unit", "mandate_state"), "name", after=after)
    return Page([_member(one, asked) for one in shown.rows], shown.next)


def _member(person: Any, asked: Requirements) -> Member:
    facts = mandates.facts_in(person)
    missing = mandates.what_is_missing(asked, facts)
    met = [(code, code not in missing) for code in asked_for(asked)]
    state = getattr(person, "mandate_state", None)
    return Member(person, not missing, met, facts.posts, state)


def asked_for(asked: Requirements) -> list[str]:
    """The codes of what is asked, in the order in which one does it."""
    wanted = {
        mandates.CONFIRM: asked.to_confirm is not None,
        mandates.COURSE: asked.needs_course,
        mandates.POSTS: asked.approved_posts > 0,
    }
    return [code for code, is_asked in wanted.items() if is_asked]
