"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.ambassador import Ambassador, AmbassadorTask
from training.models.article import Article, ArticleRevision, ArticleUse
from training.models.certificate import Certificate
from training.models.competence import Competence, CompetenceEvidence, CourseCompetence
from training.models.course import Course, Lesson, Level, Track
from training.models.device import Device, Loan, LoanAgreement
from training.models.enrolment import Attendance, Enrolment
from training.models.expert import Expert, Question, QuestionTurn, Skill
from training.models.lesson_plan import LessonPlan
from training.models.letter import CalendarFeed, Letter
from training.models.mandate import ChannelMandate, MandateState
from training.models.need import NeedProposal
from training.models.offering import Offering, Session
from training.models.ten_ways import WayTick
from training.models.tpack import TpackProfile

__all__ = [
    "Ambassador",
    "AmbassadorTask",
    "Article",
    "ArticleRevision",
    "ArticleUse",
    "Attendance",
    "CalendarFeed",
    "Certificate",
    "ChannelMandate",
    "Competence",
    "CompetenceEvidence",
    "Course",
    "CourseCompetence",
    "Device",
    "Enrolment",
    "Expert",
    "Lesson",
    "LessonPlan",
    "Letter",
    "Level",
    "Loan",
    "LoanAgreement",
    "MandateState",
    "NeedProposal",
    "Offering",
    "Question",
    "QuestionTurn",
    "Session",
    "Skill",
    "TpackProfile",
    "Track",
    "WayTick",
]
