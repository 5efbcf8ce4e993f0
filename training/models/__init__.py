"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.certificate import Certificate
from training.models.course import Course, Lesson, Level, Track
from training.models.enrolment import Attendance, Enrolment
from training.models.letter import CalendarFeed, Letter
from training.models.offering import Offering, Session

__all__ = [
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "Course",
    "Enrolment",
    "Lesson",
    "Letter",
    "Level",
    "Offering",
    "Session",
    "Track",
]
