"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.certificate import Certificate
from training.models.competence import Competence, CompetenceEvidence, CourseCompetence
from training.models.course import Course, Lesson, Level, Track
from training.models.enrolment import Attendance, Enrolment
from training.models.lesson_plan import LessonPlan
from training.models.letter import CalendarFeed, Letter
from training.models.mandate import ChannelMandate, MandateState
from training.models.need import NeedProposal
from training.models.offering import Offering, Session
from training.models.ten_ways import WayTick
from training.models.tpack import TpackProfile

__all__ = [
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "ChannelMandate",
    "Competence",
    "CompetenceEvidence",
    "Course",
    "CourseCompetence",
    "Enrolment",
    "Lesson",
    "LessonPlan",
    "Letter",
    "Level",
    "MandateState",
    "NeedProposal",
    "Offering",
    "Session",
    "TpackProfile",
    "Track",
    "WayTick",
]
