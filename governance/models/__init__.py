"""Why and by which rules: vision, goals, audiences, channels, policies, rounds, safety."""

from __future__ import annotations

from governance.models.acknowledgement import Acknowledgement, QuizQuestion, Readership
from governance.models.audience import (
    Audience,
    AudienceUse,
    PlatformSurvey,
    SurveyResponse,
    UserType,
)
from governance.models.channel_choice import ChannelChoice, ChannelScore, ClosingStep
from governance.models.consultation import Consultation, Remark
from governance.models.domains import Domain
from governance.models.goal import Goal, Indicator, Measure, Measurement, Reading
from governance.models.mandate import Cost, HoursSpent, TeamMandate
from governance.models.plan import TipNote
from governance.models.policy import Policy, PolicyVersion
from governance.models.review import Review
from governance.models.round import (
    Block,
    Group,
    Round,
    RoundInvitation,
    RoundItem,
    RoundLink,
    RoundResponse,
)
from governance.models.routing import RoutingRule
from governance.models.safety import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from governance.models.section import ClauseSetting, HouseRule, PolicySection
from governance.models.strategy import Strategy
from governance.models.workshop import (
    Participant,
    Proposal,
    ProposalVote,
    Statement,
    StatementVote,
    Workshop,
    WorkshopEvent,
)

__all__ = [
    "Acknowledgement",
    "Audience",
    "AudienceUse",
    "Block",
    "ChannelChoice",
    "ChannelScore",
    "ClauseSetting",
    "ClosingStep",
    "Consultation",
    "Cost",
    "Domain",
    "Goal",
    "Group",
    "HoursSpent",
    "HouseRule",
    "Incident",
    "IncidentStep",
    "Indicator",
    "Measure",
    "Measurement",
    "Participant",
    "PlatformSurvey",
    "Policy",
    "PolicySection",
    "PolicyVersion",
    "PrivacyAssessment",
    "Proposal",
    "ProposalVote",
    "QuizQuestion",
    "Readership",
    "Reading",
    "Remark",
    "Review",
    "Round",
    "RoundInvitation",
    "RoundItem",
    "RoundLink",
    "RoundResponse",
    "RoutingRule",
    "Statement",
    "StatementVote",
    "Strategy",
    "SurveyResponse",
    "TeamMandate",
    "TipNote",
    "ToolTalk",
    "UserType",
    "Workshop",
    "WorkshopEvent",
]
