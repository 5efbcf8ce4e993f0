"""The self-assessment after TPACK: answered page by page, one's own, and the start of a talk.

It is never a judgement: the profile says what was lowest and highest of one person at one moment,
and proposes a course and a question to talk about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from core.charts import Chart, radar
from core.clock import now
from people.models import User
from training.content.tpack import BLOCKS, IN_ORDER, ITEMS, PAGES, Block, on_page
from training.models import Certificate, Course, TpackProfile, Track

CLOSE: Final = 0.5
"""Blocks whose means differ less than this lie close together: nothing stands out."""
COMPARED: Final = 3


class Finished(Exception):
    """A finished self-assessment is not changed any more."""


@dataclass(frozen=True, slots=True)
class Score:
    block: Block
    mean: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What can carefully be said of a profile: the sentence, and the block to talk about."""

    sentence: str
    lowest: Block
    highest: Block
    stands_out: bool


def start(user: User, subject: str) -> TpackProfile:
    """The one under way, about this field; a new one when none is."""
    under_way = TpackProfile.objects.filter(user=user, finished_at__isnull=True).first()
    if under_way is None:
        return TpackProfile.objects.create(user=user, subject=subject)
    under_way.subject = subject
    under_way.save(update_fields=["subject", "updated_at"])
    return under_way


@transaction.atomic
def answer(profile: TpackProfile, answers: Mapping[str, int]) -> TpackProfile:
    """Keep these answers beside the earlier ones. Raises `Finished`."""
    current = TpackProfile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    if current.finished_at:
        raise Finished
    known = {one.code for one in ITEMS}
    current.answers |= {code: value for code, value in answers.items() if code in known}
    if is_complete(current):
        current.finished_at = now()
        audit.record(gettext_noop("finished a self-assessment"), current, by=current.user)
    current.save()
    return current


def is_complete(profile: TpackProfile) -> bool:
    return all(one.code in profile.answers for one in IN_ORDER)


def next_page(profile: TpackProfile) -> int:
    """The first page with something still to answer."""
    for number in range(1, PAGES + 1):
        if any(one.code not in profile.answers for one in on_page(number)):
            return number
    return PAGES


@transaction.atomic
def share(profile: TpackProfile, *, is_shared: bool) -> None:
    """Let one's manager read it for a talk, or not any more."""
    shared, stopped = gettext_noop("shared it with the manager"), gettext_noop("stopped sharing")
    TpackProfile.objects.filter(pk=profile.pk, finished_at__isnull=False).update(
        shared_at=now() if is_shared else None
    )
    audit.record(shared if is_shared else stopped, profile, by=profile.user)


def scores(profile: TpackProfile) -> list[Score]:
    """The mean of each block."""
    return [
        Score(block, mean(profile.answers[one.code] for one in ITEMS if one.block == block.code))
        for block in BLOCKS
    ]


def read(found: Sequence[Score]) -> Reading:
    """What was lowest and highest, in careful words."""
    lowest = min(found, key=lambda one: one.mean)
    highest = max(found, key=lambda one: one.mean)
    names = {"lowest": lowest.block.name, "highest": highest.block.name}
    if highest.mean - lowest.mean < CLOSE:
        words = _("Your seven blocks lie close together: no block stands out.")
        return Reading(words, lowest.block, highest.block, stands_out=False)
    words = _("On this day you felt most at home with “%(highest)s” and least with “%(lowest)s”.")
    return Reading(words % names, lowest.block, highest.block, stands_out=True)


def figure(profile: TpackProfile, earlier: Sequence[TpackProfile]) -> Chart:
    """The profile, and at most three earlier ones beside it."""
    series = [
        (_day(one), [score.mean for score in scores(one)]) for one in (profile, *earlier[:COMPARED])
    ]
    return radar.draw(_("Your profile"), [str(block.name) for block in BLOCKS], series)


def _day(profile: TpackProfile) -> str:
    return f"{profile.finished_at:%d-%m-%Y}" if profile.finished_at else ""


def earlier_than(profile: TpackProfile) -> list[TpackProfile]:
    """Finished ones of the same person, the newest first."""
    found = TpackProfile.objects.filter(
        user=profile.user_id, finished_at__lt=profile.finished_at or now()
    )
    return list(found.order_by("-finished_at", "-pk")[:COMPARED])


def proposed(block: Block, user: User, day: date) -> QuerySet[Course]:
    """Courses of the catalogue that could fit with this block, for who teaches and has not done
    them."""
    fits = Q(form__in=block.forms)
    if block.levels:
        fits &= Q(level__in=block.levels)
    for_teachers = Course.objects.published().filter(track__in=[Track.EDUCATION, Track.EVERYBODY])
    done = Certificate.objects.valid(day).filter(user=user).values("course")
    return for_teachers.filter(fits).exclude(pk__in=done).order_by("-track", "title", "pk")
