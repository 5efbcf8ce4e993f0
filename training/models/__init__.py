"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.certificate import Certificate
from training.models.course import Course, Lesson, Level, Track
from training.models.enrolment import Attendance, Enrolment
from training.models.evaluation import Evaluation
from training.models.experience import Experience, Proposal, ProposalNews, Recognition
from training.models.letter import CalendarFeed, Letter
from training.models.offering import Offering, Session
from training.models.trainership import Trainership

__all__ = [
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "Course",
    "Enrolment",
    "Evaluation",
    "Experience",
    "Lesson",
    "Letter",
    "Level",
    "Offering",
    "Proposal",
    "ProposalNews",
    "Recognition",
    "Session",
    "Track",
    "Trainership",
]
