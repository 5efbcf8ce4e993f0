"""Policies: every page of the life of a document, with many clauses, versions and remarks."""

from __future__ import annotations

from typing import Any

from core import audit
from core.clock import now
from governance.models import Consultation, HouseRule, PolicyVersion, Remark
from people.models import User
from tests.factories.consultations import ConsultationFactory, RemarkFactory
from tests.factories.governance import (
    PolicyFactory,
    PolicySectionFactory,
    PolicyVersionFactory,
    RoutingRuleFactory,
)

LIST, DETAIL, FORM = 8, 12, 6
PAGES = {
    "governance:policy-list": LIST,
    "governance:policy-create": FORM,
    "governance:policy-from-paper": FORM,
    "governance:policy-detail": DETAIL,
    "governance:policy-settings": FORM,
    "governance:policy-review": FORM,
    "governance:policy-compare": DETAIL,
    "governance:policy-poster": FORM,
    "governance:version-detail": DETAIL,
    "governance:version-edit": DETAIL,
    # A document on paper is a whole text: clauses, house rules, the routing table, the college.
    "governance:version-pdf": LIST,
    "governance:version-flyer": FORM,
    "governance:consultation-start": FORM,
    "governance:consultation-detail": DETAIL,
    "governance:remark-answer": FORM,
    "governance:section-create": FORM,
    "governance:section-edit": FORM + 1,  # with its house rules and what it arranges
    "governance:rule-create": FORM,
    "governance:rule-edit": FORM,
    "governance:house-rule-list": LIST,
    "governance:house-rule-create": FORM,
    "governance:house-rule-edit": FORM,
    "governance:public-policy": FORM,
    "governance:public-version": FORM,
    "governance:public-pdf": LIST,
    "governance:public-flyer": FORM,
}
STEPS = {
    "governance:draft-start",
    "governance:version-submit",
    "governance:version-decide",
    "governance:version-take-back",
    "governance:consultation-close",
    "governance:remark-leave",
    "governance:remark-take-back",
    "governance:section-move",
    "governance:section-delete",
    "governance:rule-move",
    "governance:rule-delete",
    "governance:house-rule-delete",
}


def draft() -> PolicyVersion:
    """The version on which everything hangs."""
    return PolicyVersion.objects.get(state=PolicyVersion.State.DRAFT, policy__kind="webcare")


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    version = draft()
    policy = {"slug": version.policy.slug}
    in_draft = {**policy, "number": version.number}
    in_force = {**policy, "number": version.policy.versions.in_force().get().number}
    consultation = Consultation.objects.filter(version=version).earliest("pk")
    return {
        "governance:policy-from-paper": {"code": "webcare"},
        **{
            f"governance:policy-{name}": policy
            for name in ("detail", "settings", "review", "compare", "poster")
        },
        **{
            f"governance:{name}": in_draft
            for name in (
                *("version-detail", "version-edit", "version-pdf", "version-flyer"),
                *("consultation-start", "section-create", "rule-create"),
            )
        },
        "governance:section-edit": {**in_draft, "pk": version.sections.earliest("position").pk},
        "governance:rule-edit": {**in_draft, "pk": version.rules.earliest("position").pk},
        "governance:consultation-detail": {"pk": consultation.pk},
        "governance:remark-answer": {"pk": consultation.remarks.earliest("pk").pk},
        "governance:house-rule-edit": {"pk": HouseRule.objects.earliest("pk").pk},
        "governance:public-policy": policy,
        **{f"governance:public-{name}": in_force for name in ("version", "pdf", "flyer")},
    }


def grow(reader: User, count: int) -> None:
    version = _document(reader)
    in_force = version.policy.versions.in_force().get()
    taken = HouseRule.objects.count()
    rules = HouseRule.objects.bulk_create(
        HouseRule(title=f"House rule {taken + number}") for number in range(count)
    )
    for number, rule in enumerate(rules):
        section = PolicySectionFactory(version=version, tip="Vraag het.", what=f"Nieuw {number}.")
        before = PolicySectionFactory(version=in_force, key=section.key, tip="Vraag het.")
        section.house_rules.add(rule)
        before.house_rules.add(rule)
    RoutingRuleFactory.create_batch(count, version=version)
    for _ in range(count):
        PolicyVersionFactory(policy=version.policy, author=reader, state="historic")
        PolicyVersionFactory(policy=PolicyFactory(kind="crisis", owner=reader), author=reader)
        audit.record("changed", version.policy, by=reader)
        audit.record("changed", version, by=reader)
    consultation = Consultation.objects.filter(version=version).earliest("pk")
    RemarkFactory.create_batch(count, consultation=consultation)
    ConsultationFactory.create_batch(count, version=version, closed_at=now())


def _document(reader: User) -> PolicyVersion:
    """The webcare policy with a draft, a version in force, a consultation and a planned review."""
    found = PolicyVersion.objects.filter(state="draft", policy__kind="webcare").first()
    if found:
        return found
    policy = PolicyFactory(owner=reader, is_public=True)
    PolicyVersionFactory(policy=policy, in_force=True, number=9_999)
    version: PolicyVersion = PolicyVersionFactory(policy=policy, author=reader, number=10_000)
    policy.reviews.create(planned_date=now().date())
    ConsultationFactory(version=version, closed_at=now())
    assert Remark.objects.count() == 0
    return version
