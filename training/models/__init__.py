"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.article import Article, ArticleRevision, ArticleUse
from training.models.certificate import Certificate
from training.models.course import Course, Lesson, Level, Track
from training.models.enrolment import Attendance, Enrolment
from training.models.expert import Expert, Question, QuestionTurn, Skill
from training.models.letter import CalendarFeed, Letter
from training.models.offering import Offering, Session

__all__ = [
    "Article",
    "ArticleRevision",
    "ArticleUse",
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "Course",
    "Enrolment",
    "Expert",
    "Lesson",
    "Letter",
    "Level",
    "Offering",
    "Question",
    "QuestionTurn",
    "Session",
    "Skill",
    "Track",
]
