"""The log of what works and what does not: written by anybody, recognised by colleagues.

What somebody took over from an evaluation has no author, because nobody knows who it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import meantime
from people.models import User
from training.models import Experience, Offering, Recognition


class OwnExperience(Exception):
    """One does not recognise what one wrote oneself."""


class InUse(Exception):
    """A proposal was made of it: it stays, so that the proposal keeps its ground."""


@transaction.atomic
def write(experience: Experience, *, by: User, seen: str) -> Experience:
    """Store an experience, new or changed. Raises `ChangedMeanwhile`."""
    is_new = experience.pk is None
    if is_new:
        experience.author, experience.unit = by, by.unit
    else:
        meantime.seen(experience, seen)
    experience.save()
    verb = gettext_noop("wrote an experience") if is_new else gettext_noop("changed an experience")
    audit.record(verb, experience, by=by)
    return experience


@transaction.atomic
def take_over(experience: Experience, offering: Offering, *, by: User) -> Experience:
    """From an evaluation into the log: without an author, with the course."""
    experience.author = experience.unit = None
    experience.offering, experience.course = offering, offering.course
    experience.save()
    audit.record(gettext_noop("took an experience over from an evaluation"), experience, by=by)
    return experience


@transaction.atomic
def remove(experience: Experience, *, by: User) -> None:
    """Raises `InUse`."""
    if experience.proposals.exists():
        raise InUse
    audit.record(gettext_noop("deleted an experience"), experience, by=by)
    experience.delete()


@transaction.atomic
def recognise(experience: Experience, *, by: User, is_known: bool) -> None:
    """A colleague knows this too, or takes that back. Raises `OwnExperience`."""
    if experience.author_id == by.pk:
        raise OwnExperience
    if is_known:
        Recognition.objects.get_or_create(experience=experience, user=by)
    else:
        Recognition.objects.filter(experience=experience, user=by).delete()


def shown(found: QuerySet[Experience], reader: User) -> QuerySet[Experience]:
    """With how many recognise it, and whether the reader does."""
    mine = Recognition.objects.filter(experience=OuterRef("pk"), user=reader)
    return found.select_related("author", "unit", "course").annotate(
        known_by=Count("recognitions"), is_known=Exists(mine)
    )


def chosen(asked: Mapping[str, Any], reader: User) -> QuerySet[Experience]:
    """What fits the filters of the page."""
    found = Experience.objects.all()
    for name in ("kind", "course", "unit"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    if asked.get("platform"):
        found = found.filter(platform__icontains=asked["platform"])
    if asked.get("mine"):
        found = found.filter(author=reader)
    return found.about(asked["words"]) if asked.get("words") else found
