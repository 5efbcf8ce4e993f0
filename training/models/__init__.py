"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.ambassador import Ambassador, AmbassadorTask
from training.models.article import Article, ArticleRevision, ArticleUse
from training.models.certificate import Certificate
from training.models.course import Course, Lesson, Level, Track
from training.models.device import Device, Loan, LoanAgreement
from training.models.enrolment import Attendance, Enrolment
from training.models.expert import Expert, Question, QuestionTurn, Skill
from training.models.letter import CalendarFeed, Letter
from training.models.offering import Offering, Session

__all__ = [
    "Ambassador",
    "AmbassadorTask",
    "Article",
    "ArticleRevision",
    "ArticleUse",
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "Course",
    "Device",
    "Enrolment",
    "Expert",
    "Lesson",
    "Letter",
    "Level",
    "Loan",
    "LoanAgreement",
    "Offering",
    "Question",
    "QuestionTurn",
    "Session",
    "Skill",
    "Track",
]
