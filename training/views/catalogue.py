"""The catalogue: find a course, read it, make it, take over a ready one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.clock import now
from governance.domain import meantime
from governance.views.doors import allowed, person, today
from training.content.ready_courses import READY_COURSES
from training.domain import agenda, catalogue, certificates, enrolment, pages
from training.forms.catalogue import LESSONS, CatalogueFilterForm, CourseForm
from training.models import Course
from training.permissions import can_organise
from training.permissions import catalogue as permissions

HISTORY_SHOWN = 20
OFFERINGS_SHOWN = 12


def course_list(request: HttpRequest) -> HttpResponse:
    user, form = person(request), CatalogueFilterForm(request.GET)
    chosen = form.chosen
    found = catalogue.search(permissions.courses_seen_by(user), **chosen)
    page = pages.first(found, "title", after=request.GET.get("after", ""))
    context = {
        "form": form,
        "courses": page.rows,
        "next": page.next,
        "is_filtered": any(chosen.values()),
        "can_organise": can_organise(user),
    }
    return render(request, "training/catalogue/course_list.html", context)


def course_detail(request: HttpRequest, slug: str) -> HttpResponse:
    user, course = person(request), _course(request, slug)
    coming = catalogue.coming(course, now()).annotate(**agenda.counts(user))
    context = {
        "course": course,
        "lessons": course.lessons.order_by("position"),
        "prerequisites": course.prerequisites.order_by("title"),
        "certificate": certificates.of_course(user, course, today()),
        "missing": enrolment.missing_before(course, user),
        "offerings": coming[:OFFERINGS_SHOWN],
        "can_organise": can_organise(user),
        "history": audit.history(course)[:HISTORY_SHOWN],
    }
    return render(request, "training/catalogue/course_detail.html", context)


def course_create(request: HttpRequest) -> HttpResponse:
    return _edit(request, Course())


def course_edit(request: HttpRequest, slug: str) -> HttpResponse:
    return _edit(request, _course(request, slug))


def _edit(request: HttpRequest, course: Course) -> HttpResponse:
    user = allowed(request, can_organise)
    form = CourseForm(request.POST or None, instance=course)
    lessons = LESSONS(request.POST or None, instance=course, prefix="lessons")
    status = 200
    if request.method == "POST" and form.is_valid() and lessons.is_valid():
        try:
            saved = _write(form, lessons, user)
        except meantime.ChangedMeanwhile as other:
            form.meet(other.current)
            status = 409
        else:
            messages.success(request, _("The course is saved."))
            return redirect(saved)
    context = {"form": form, "lessons": lessons, "course": course}
    return render(request, "training/catalogue/course_edit.html", context, status=status)


def _write(form: CourseForm, lessons: Any, user: Any) -> Course:
    changed = lessons.save(commit=False)
    data = form.cleaned_data
    return catalogue.write(
        form.save(commit=False),
        changed,
        gone=lessons.deleted_objects,
        prerequisites=data["prerequisites"],
        by=user,
        seen=data["seen"],
    )


@require_POST
def course_publish(request: HttpRequest, slug: str) -> HttpResponse:
    """In the catalogue, or out of it."""
    user, course = allowed(request, can_organise), _course(request, slug)
    is_published = request.POST.get("published") == "yes"
    catalogue.publish(course, is_published=is_published, by=user)
    told = _("In the catalogue.") if is_published else _("Out of the catalogue.")
    messages.success(request, told)
    return redirect(course)


def course_ready(request: HttpRequest) -> HttpResponse:
    """The forms that the publication names, to take over with one button."""
    allowed(request, can_organise)
    codes = [one.code for one in READY_COURSES]
    there = dict(Course.objects.filter(slug__in=codes).values_list("slug", "title"))
    context = {"courses": [(one, there.get(one.code)) for one in READY_COURSES]}
    return render(request, "training/catalogue/course_ready.html", context)


@require_POST
def course_take(request: HttpRequest, code: str) -> HttpResponse:
    user, one = allowed(request, can_organise), catalogue.ready(code)
    if one is None:
        raise Http404
    course = catalogue.take_over(one, by=user, language=get_language() or "nl")
    messages.success(request, _("In the catalogue. Change what you like, and plan it."))
    return redirect(course)


def _course(request: HttpRequest, slug: str) -> Course:
    """A course that this person may see."""
    seen = permissions.courses_seen_by(person(request))
    return get_object_or_404(seen.select_related("owner"), slug=slug)
