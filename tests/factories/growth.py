"""What grows: competences, evidence, self-assessments, plans, proposals."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from core.clock import now
from governance.domain.clause_settings import (
    APPROVED_POSTS,
    NEEDS_ACKNOWLEDGEMENT,
    NEEDS_COURSE,
    OWN_CHANNELS,
)
from governance.models import Acknowledgement, Policy, PolicyVersion
from people.models import User
from tests.factories.clauses import document, ends, next_version, says
from tests.factories.people import TeamFactory, UserFactory
from training.models import (
    Competence,
    CompetenceEvidence,
    LessonPlan,
    MandateState,
    NeedProposal,
    TpackProfile,
)


def mandate_protocol(
    *, course: bool = False, posts: int = 0, second_pair: bool = True
) -> PolicyVersion:
    """In force: who speaks for the college confirms it; who has no mandate needs a colleague."""
    version = document(Policy.Kind.PROTOCOL, month=1, title="Protocol")
    says(version, (NEEDS_ACKNOWLEDGEMENT, True), title="Asked")
    if second_pair:
        says(version, (OWN_CHANNELS, "without_mandate"), title="Four eyes")
    if course:
        says(version, (NEEDS_COURSE, True), title="Course first")
    if posts:
        says(version, (APPROVED_POSTS, posts), title="First together")
    return version


def revised(version: PolicyVersion, *, is_material: bool = True) -> PolicyVersion:
    """The next version in force in its place, which asks the same."""
    ends(version)
    following = next_version(version, in_force=True, is_material=is_material)
    says(following, (NEEDS_ACKNOWLEDGEMENT, True), (OWN_CHANNELS, "without_mandate"))
    return following


def confirms(user: User, version: PolicyVersion) -> None:
    Acknowledgement.objects.create(user=user, version=version, at=now())


class MandateStateFactory(DjangoModelFactory):
    class Meta:
        model = MandateState

    user = factory.SubFactory(UserFactory)
    is_held = True
    since = factory.LazyFunction(now)


class CompetenceFactory(DjangoModelFactory):
    class Meta:
        model = Competence

    code = factory.Sequence(lambda n: f"competence-{n}")
    name = factory.Sequence(lambda n: f"Competence {n}")
    text = "You can do this."


class EvidenceFactory(DjangoModelFactory):
    """Asked for, and not confirmed yet; confirmed=True for one that counts."""

    class Meta:
        model = CompetenceEvidence

    class Params:
        confirmed = factory.Trait(
            confirmed_by=factory.SubFactory(UserFactory), confirmed_at=factory.LazyFunction(now)
        )

    user = factory.SubFactory(UserFactory)
    competence = factory.SubFactory(CompetenceFactory)
    text = "I gave a lesson."


def tpack_answers(**scores: int) -> dict[str, int]:
    """Every statement answered with 3, and those of the named blocks with their score."""
    from training.content.tpack import ITEMS  # noqa: PLC0415

    return {one.code: scores.get(one.block, 3) for one in ITEMS}


class TpackFactory(DjangoModelFactory):
    class Meta:
        model = TpackProfile

    class Params:
        finished = factory.Trait(
            answers=factory.LazyFunction(tpack_answers), finished_at=factory.LazyFunction(now)
        )

    user = factory.SubFactory(UserFactory)
    subject = "nursing"


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = LessonPlan

    owner = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Plan {n}")


class NeedProposalFactory(DjangoModelFactory):
    class Meta:
        model = NeedProposal

    team = factory.SubFactory(TeamFactory)
    theme = "complaint"
    text = "Practise together."
