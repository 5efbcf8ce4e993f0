"""Courses, enrolments, certificates, mandates and what colleagues know."""

from __future__ import annotations

from training.models.ambassador import Ambassador, AmbassadorTask
from training.models.article import Article, ArticleRevision, ArticleUse
from training.models.certificate import Certificate
from training.models.competence import Competence, CompetenceEvidence, CourseCompetence
from training.models.course import Course, Lesson, Level, Track
from training.models.device import Device, Loan, LoanAgreement
from training.models.enrolment import Attendance, Enrolment
from training.models.evaluation import Evaluation
from training.models.experience import Experience, Proposal, ProposalNews, Recognition
from training.models.expert import Expert, Question, QuestionTurn, Skill
from training.models.lesson_plan import LessonPlan
from training.models.letter import CalendarFeed, Letter
from training.models.mandate import ChannelMandate, MandateState
from training.models.need import NeedProposal
from training.models.offering import Offering, Session
from training.models.ten_ways import WayTick
from training.models.tpack import TpackProfile
from training.models.trainership import Trainership

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
    "Evaluation",
    "Experience",
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
    "Proposal",
    "ProposalNews",
    "Question",
    "QuestionTurn",
    "Recognition",
    "Session",
    "Skill",
    "TpackProfile",
    "Track",
    "Trainership",
    "WayTick",
]
