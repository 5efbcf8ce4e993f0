"""The mandate, competences, self-assessments, learning activities, the ten ways and needs."""

from __future__ import annotations

from typing import Any

from core.clock import now
from governance.models import ChannelChoice
from people.models import Role, Team, User
from tests.factories.channels import ChannelChoiceFactory
from tests.factories.growth import (
    CompetenceFactory,
    EvidenceFactory,
    MandateStateFactory,
    NeedProposalFactory,
    PlanFactory,
    TpackFactory,
    confirms,
    mandate_protocol,
)
from tests.factories.people import UserFactory
from tests.factories.training import CertificateFactory, CourseFactory
from tests.factories.webcare import TicketFactory
from training.models import (
    Competence,
    CompetenceEvidence,
    Course,
    LessonPlan,
    NeedProposal,
    TpackProfile,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "training:my-mandate": DETAIL,
    "training:mandate-team": LIST,
    "training:channel-rights": FORM,
    "training:my-competences": DETAIL,
    "training:evidence-list": LIST,
    "training:evidence-create": FORM,
    "training:evidence-decide": FORM,
    "training:competence-team": LIST,
    "training:competence-csv": LIST,
    "training:competence-xlsx": LIST,
    "training:competence-list": LIST,
    "training:competence-create": FORM,
    "training:competence-edit": FORM + 1,  # the courses that there are, and those of this one
    "training:tpack-list": LIST,
    "training:tpack-shared": LIST,
    "training:tpack-detail": DETAIL,
    "training:tpack-step": FORM,
    "training:plan-list": LIST,
    "training:plan-create": FORM,
    "training:plan-detail": DETAIL,
    "training:plan-step": FORM,
    "training:my-ways": LIST,
    "training:ways-team": LIST,
    "training:need-list": DETAIL,  # five questions to webcare
    "training:need-propose": FORM,
    "training:need-proposal": FORM,
}
STEPS = {
    "training:channel-right-end", "training:evidence-delete", "training:competence-seed",
    "training:tpack-share", "training:tpack-delete", "training:plan-share", "training:plan-copy",
    "training:plan-delete", "training:plan-evidence", "training:way-tick",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    mine = TpackProfile.objects.filter(user=reader)
    plan = LessonPlan.objects.filter(owner=reader).order_by("pk")[0].pk
    channel = ChannelChoice.objects.costing_time().filter(owner=reader).order_by("pk")[0].pk
    evidence = CompetenceEvidence.objects.exclude(user=reader).order_by("pk")[0].pk
    open_one = mine.filter(finished_at=None).order_by("pk")[0].pk
    return {
        "training:channel-rights": {"pk": channel},
        "training:evidence-decide": {"pk": evidence},
        "training:competence-edit": {"pk": Competence.objects.order_by("pk")[0].pk},
        "training:tpack-detail": {"pk": mine.exclude(finished_at=None).order_by("pk")[0].pk},
        "training:tpack-step": {"pk": open_one, "page": 1},
        "training:plan-detail": {"pk": plan},
        "training:plan-step": {"pk": plan, "step": "class"},
        "training:need-proposal": {"pk": NeedProposal.objects.order_by("pk")[0].pk},
    }


def grow(reader: User, count: int) -> None:
    if not LessonPlan.objects.exists():
        _begin(reader)
    course = Course.objects.filter(counts_for_mandate=True).order_by("pk")[0]
    # A college writes down tens of competences, not hundreds.
    for competence in CompetenceFactory.create_batch(count // 10, roles=[Role.TEACHER]):
        competence.courses.add(course)
    ChannelChoiceFactory.create_batch(count, chosen=True, owner=reader)
    people = UserFactory.create_batch(count, roles=[Role.TEACHER])
    first = Competence.objects.order_by("pk")[0]
    for person in people:
        CertificateFactory(user=person, course=course)
        TpackFactory(user=person, finished=True, shared_at=now())
        EvidenceFactory(user=person, competence=first)
        EvidenceFactory(user=reader, competence=first)
        MandateStateFactory(user=person, is_held=False, why="course")
    TpackFactory.create_batch(count, user=reader, finished=True)
    PlanFactory.create_batch(count, owner=reader)
    info = Team.objects.get(code="info")
    NeedProposalFactory.create_batch(count, team=info)
    for number in range(count):
        late = TicketFactory(team=info, category=f"theme {number}", first_answered_at=now())
        type(late).objects.filter(pk=late.pk).update(due_at=late.opened_at)


def _begin(reader: User) -> None:
    version = mandate_protocol(course=True, posts=2, second_pair=False)
    confirms(reader, version)
    course = CourseFactory(counts_for_mandate=True)
    CertificateFactory(user=reader, course=course)
    CompetenceFactory(shown_by_mandate=True)
    MandateStateFactory(user=reader)
    TpackFactory(user=reader)
    UserFactory.create_batch(3, teams=[Team.objects.get(code="info")])
