"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.ambassador import Ambassador, AmbassadorTask
from training.models.certificate import Certificate
from training.models.course import Course, Lesson, Level, Track
from training.models.device import Device, Loan, LoanAgreement
from training.models.enrolment import Attendance, Enrolment
from training.models.letter import CalendarFeed, Letter
from training.models.offering import Offering, Session

__all__ = [
    "Ambassador",
    "AmbassadorTask",
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "Course",
    "Device",
    "Enrolment",
    "Lesson",
    "Letter",
    "Level",
    "Loan",
    "LoanAgreement",
    "Offering",
    "Session",
    "Track",
]
