"""The catalogue: what can be learned here, for whom, and what has to be finished before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.text import slugify
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import meantime
from people.models import User
from training.content.course_shape import ReadyCourse
from training.content.ready_courses import READY_COURSES
from training.models import Course, Lesson, Offering

RESERVED = frozenset({"new", "ready"})
"""Names in addresses that are taken."""


def search(
    found: QuerySet[Course], text: str = "", level: str = "", track: str = ""
) -> QuerySet[Course]:
    """Courses by words and choices; each with `next_start` of an offering one can enrol for, and
    whether one `is_under_way`."""
    for word in text.split()[:8]:
        found = found.filter(Q(title__icontains=word) | Q(summary__icontains=word))
    if level:
        found = found.filter(level=level)
    if track:
        found = found.filter(track=track)
    at = now()
    running = Offering.objects.under_way(at).filter(course=OuterRef("pk"))
    return found.annotate(next_start=_next_start(at), is_under_way=Exists(running))


def coming(course: Course, at: datetime) -> QuerySet[Offering]:
    """What one can enrol for, and what is under way, the first to begin first."""
    shown = Q(pk__in=course.offerings.open(at)) | Q(pk__in=course.offerings.under_way(at))
    return course.offerings.filter(shown).order_by("starts_at", "pk")


def _next_start(at: datetime) -> Subquery:
    there = Offering.objects.open(at).filter(course=OuterRef("pk")).order_by("starts_at")
    return Subquery(there.values("starts_at")[:1])


@transaction.atomic
def write(
    course: Course,
    lessons: Iterable[Lesson],
    *,
    gone: Iterable[Lesson],
    prerequisites: Iterable[Course],
    by: User,
    seen: str,
) -> Course:
    """Keep a course, new or changed, with its lessons in order. Raises `ChangedMeanwhile`."""
    is_new = course.pk is None
    if is_new:
        course.owner, course.slug = by, free_slug(course.title)
    else:
        meantime.seen(course, seen)
    course.save()
    course.prerequisites.set(one for one in prerequisites if one.pk != course.pk)
    for lesson in gone:
        lesson.delete()
    for lesson in lessons:
        lesson.course = course
        lesson.save()
    _number(course)
    verb = gettext_noop("made the course") if is_new else gettext_noop("changed the course")
    audit.record(verb, course, by=by, title=course.title)
    return course


def _number(course: Course) -> None:
    """Lessons count 1, 2, 3, whatever was filled in."""
    for number, lesson in enumerate(course.lessons.order_by("position", "pk"), start=1):
        if lesson.position != number:
            lesson.position = number
            lesson.save(update_fields=["position"])


@transaction.atomic
def publish(course: Course, *, is_published: bool, by: User) -> Course:
    """Show it in the catalogue, or take it out; what is planned goes on."""
    current = Course.objects.select_for_update(of=("self",)).get(pk=course.pk)
    if current.is_published != is_published:
        current.is_published = is_published
        current.save()
        shown, hidden = gettext_noop("put in the catalogue"), gettext_noop("out of the catalogue")
        audit.record(shown if is_published else hidden, current, by=by)
    return current


def free_slug(title: str) -> str:
    """A name in the address that no other course has."""
    base = slugify(title)[:70] or "course"
    taken = set(Course.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= RESERVED
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def ready(code: str) -> ReadyCourse | None:
    return next((one for one in READY_COURSES if one.code == code), None)


@transaction.atomic
def take_over(one: ReadyCourse, *, by: User | None, language: str) -> Course:
    """Put a ready course in the catalogue, in this language. Twice is once."""
    course, is_new = Course.objects.get_or_create(
        slug=one.code,
        defaults={
            "form": one.form,
            "level": one.level,
            "track": one.track,
            "title": one.title.in_language(language),
            "summary": one.summary.in_language(language),
            "description": one.description.in_language(language),
            "learning_goals": one.goals.in_language(language),
            "minutes": one.minutes,
            "capacity": one.capacity,
            "counts_for_mandate": one.counts_for_mandate,
            "gives_certificate": one.gives_certificate,
            "is_published": True,
            "owner": by,
        },
    )
    if is_new:
        _fill(course, one, language)
        audit.record(gettext_noop("took over a ready course"), course, by=by, code=one.code)
    return course


def _fill(course: Course, one: ReadyCourse, language: str) -> None:
    course.prerequisites.set(Course.objects.filter(slug__in=one.after))
    Lesson.objects.bulk_create(
        Lesson(
            course=course,
            position=number,
            title=lesson.title.in_language(language),
            minutes=lesson.minutes,
            text=lesson.text.in_language(language),
        )
        for number, lesson in enumerate(one.lessons, start=1)
    )
