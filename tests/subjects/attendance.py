"""At the door, certificates, evaluations, experiences, trainers, who takes part."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core import audit
from core.clock import now
from people.models import User
from tests.factories.attendance import (
    AttendanceFactory,
    EvaluationFactory,
    ExperienceFactory,
    ProposalFactory,
    TrainershipFactory,
)
from tests.factories.training import (
    CertificateFactory,
    CourseFactory,
    EnrolmentFactory,
    OfferingFactory,
    SessionFactory,
)
from training.models import Certificate, Experience, Offering, Proposal, ProposalNews, Recognition

LIST, DETAIL, FORM = 8, 12, 6
NAME = "The busiest"

PAGES = {
    "training:attendance-overview": LIST,
    "training:attendance-list": LIST,
    "training:check-in-screen": LIST,
    "training:check-in": FORM,
    "training:offering-finish": DETAIL,
    "training:certificate-list": LIST,
    "training:certificate-register": LIST,
    "training:certificate-recognise": FORM,
    "training:certificate": DETAIL,
    "training:certificate-pdf": FORM,
    "training:certificate-revoke": FORM,
    "training:check": FORM,
    "training:check-code": FORM,
    "training:evaluation-create": FORM,
    "training:evaluation-results": LIST,
    "training:experience-list": LIST,
    "training:experience-create": FORM,
    "training:experience-detail": DETAIL,
    "training:experience-edit": FORM,
    "training:proposal-list": LIST,
    "training:proposal-detail": DETAIL,
    "training:trainer-tree": DETAIL,
    "training:trainership-create": FORM,
    "training:participation": LIST + 2,  # people, roles, units, and who came and finished
    "training:participation-csv": LIST + 2,
    "training:participation-xlsx": LIST + 2,
}
STEPS = {
    "training:attendance-note", "training:attendance-rest", "training:attendance-guests",
    "training:enrolment-award", "training:enrolment-assignment", "training:evaluation-take-over",
    "training:experience-delete", "training:experience-know", "training:proposal-decide",
    "training:trainership-end",
    # a page only with experiences in the address
    "training:proposal-create",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    offering = Offering.objects.get(name=NAME)
    certificate = Certificate.objects.filter(name=NAME).earliest("pk")
    experience = {"pk": Experience.objects.filter(author=reader).earliest("pk").pk}
    pages: dict[str, dict[str, Any]] = {
        "attendance-list": {"pk": offering.sessions.earliest("pk").pk},
        "offering-finish": {"pk": offering.pk},
        "certificate": {"pk": certificate.pk},
        "check-code": {"code": certificate.code},
        "experience-detail": experience,
        "experience-edit": experience,
        "proposal-detail": {"pk": Proposal.objects.earliest("pk").pk},
    }
    for same, first in (
        ("check-in-screen", "attendance-list"),
        ("check-in", "attendance-list"),
        ("evaluation-create", "offering-finish"),
        ("evaluation-results", "offering-finish"),
        ("certificate-pdf", "certificate"),
        ("certificate-revoke", "certificate"),
    ):
        pages[same] = pages[first]
    return {f"training:{name}": given for name, given in pages.items()}


def grow(reader: User, count: int) -> None:
    offering = Offering.objects.filter(name=NAME).first()
    if offering is None:
        course = CourseFactory(needs_assignment=True, assignment="Make a plan.")
        offering = OfferingFactory(name=NAME, course=course, trainers=[reader])
        SessionFactory(offering=offering, starts_at=now() - timedelta(days=1))
    session = offering.sessions.earliest("pk")
    for enrolment in EnrolmentFactory.create_batch(count, offering=offering):
        AttendanceFactory(session=session, enrolment=enrolment, noted_by=reader)
    EnrolmentFactory.create_batch(count, offering=offering)
    SessionFactory.create_batch(count, offering=offering, starts_at=now() - timedelta(days=2))
    EvaluationFactory.create_batch(count, offering=offering, works="Together.")
    CertificateFactory.create_batch(count, course=offering.course, name=NAME)
    CertificateFactory.create_batch(count, user=reader)
    experiences = ExperienceFactory.create_batch(count, author=reader, course=offering.course)
    first = Experience.objects.filter(author=reader).earliest("pk")
    proposal = Proposal.objects.order_by("pk").first() or ProposalFactory()
    ProposalFactory.create_batch(count)
    proposal.experiences.add(*experiences)
    for row in TrainershipFactory.create_batch(count, trained_by=reader):
        TrainershipFactory(person=row.person)
        Recognition.objects.create(experience=first, user=row.person)
        ProposalNews.objects.create(proposal=proposal, user=row.person)
    for other in ProposalFactory.create_batch(count):
        other.experiences.add(first)
    for row in (offering, Certificate.objects.filter(name=NAME).earliest("pk"), first, proposal):
        for _number in range(count):
            audit.record("changed", row, by=reader)
