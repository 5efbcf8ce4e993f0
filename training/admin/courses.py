"""Courses, offerings, sessions and enrolments, to search and to look at.

They change on their own pages, where places stay under one lock and people hear of it.
"""

from __future__ import annotations

from django.contrib import admin

from core.admin import LookedAt
from training.models import Course, Enrolment, Offering, Session


@admin.register(Course)
class CourseAdmin(LookedAt):
    list_display = ["title", "level", "track", "form", "is_published", "owner"]
    list_filter = ["level", "track", "is_published", "counts_for_mandate"]
    list_select_related = ["owner"]
    search_fields = ["title", "summary"]
    ordering = ["title", "pk"]


@admin.register(Offering)
class OfferingAdmin(LookedAt):
    list_display = ["__str__", "course", "state", "starts_at", "capacity"]
    list_filter = ["state"]
    list_select_related = ["course"]
    search_fields = ["name", "course__title", "trainers__name"]
    ordering = ["-starts_at", "-pk"]


@admin.register(Session)
class SessionAdmin(LookedAt):
    list_display = ["__str__", "offering", "starts_at", "ends_at", "place", "cancelled_at"]
    list_select_related = ["offering__course"]
    search_fields = ["title", "place", "offering__name", "offering__course__title"]
    fields = [
        "offering",
        "title",
        "starts_at",
        "ends_at",
        "place",
        "online_url",
        "cancelled_at",
        "guests",
    ]
    ordering = ["-starts_at", "-pk"]


@admin.register(Enrolment)
class EnrolmentAdmin(LookedAt):
    list_display = ["user", "offering", "state", "asked_at", "decided_at"]
    list_filter = ["state"]
    list_select_related = ["user", "offering__course"]
    search_fields = ["user__name", "user__email", "offering__name", "offering__course__title"]
    ordering = ["-asked_at", "-pk"]
