"""The office hours of the college: which hours count towards an ordinary response target."""

from __future__ import annotations

from core import workhours
from people.models import Institution


def office_calendar(institution: Institution | None = None) -> workhours.Calendar:
    """Monday to Friday between opening and closing time; public holidays and own days closed.

    School holidays are closed where the institution says so (features.md A1: no product does).
    """
    college = institution or Institution.objects.current()
    region = college.school_region if college.closed_in_school_holidays else ""
    return workhours.Calendar(
        week=workhours.weekdays(college.opens_at, college.closes_at),
        is_closed=workhours.dutch_closed_days(
            school_region=region, extra=tuple(college.closed_days)
        ),
    )
