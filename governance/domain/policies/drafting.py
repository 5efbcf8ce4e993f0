"""Starting a version: the first of a new policy, or a copy of the one in force.

Everything that belongs to a version is copied, so that the second revision begins where the first
ended: clauses with their key, house rules and settings, routing rules under their clause, quiz
questions, the button, the strategies that a vision serves.
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.models import (
    ClauseSetting,
    Policy,
    PolicySection,
    PolicyVersion,
    QuizQuestion,
    RoutingRule,
)
from people.models import User

CARRIED = ("button_text", "fallback_team", "fallback_target_minutes")
"""Fields of a version that its successor begins with."""


@transaction.atomic
def create(policy: Policy, *, by: User) -> PolicyVersion:
    """Store a new policy with an empty first draft."""
    policy.owner = by
    policy.save()
    return start_draft(policy, by=by)


@transaction.atomic
def start_draft(policy: Policy, *, by: User) -> PolicyVersion:
    """The open version of `policy`; where there is none, a copy of the newest one as a draft."""
    Policy.objects.select_for_update().get(pk=policy.pk)
    existing = policy.versions.open().first()
    if existing:
        return existing
    newest = policy.versions.order_by("-number").first()
    base = policy.versions.in_force().first() or newest
    draft = PolicyVersion(policy=policy, number=newest.number + 1 if newest else 1, author=by)
    if base:
        for name in CARRIED:
            setattr(draft, name, getattr(base, name))
    draft.save()
    draft.writers.add(by)
    if base:
        _copy(base, draft)
    audit.record(gettext_noop("started a draft"), draft, by=by)
    return draft


def _copy(base: PolicyVersion, draft: PolicyVersion) -> None:
    draft.strategies.set(base.strategies.all())
    sections = _copy_sections(base, draft)
    _copy_house_rules(base, sections)
    _copy_settings(base, sections)
    _copy_rules(base, draft, sections)
    questions = list(base.questions.order_by("position"))
    for question in questions:
        question.pk, question.version = None, draft
    QuizQuestion.objects.bulk_create(questions)


def _copy_sections(base: PolicyVersion, draft: PolicyVersion) -> dict[UUID, PolicySection]:
    """The new clauses, by the key that they keep."""
    sections = list(base.sections.order_by("position"))
    for section in sections:
        section.pk, section.version, section.edition = None, draft, 1
        section._state.adding = True
    return {section.key: section for section in PolicySection.objects.bulk_create(sections)}


def _copy_house_rules(base: PolicyVersion, sections: dict[UUID, PolicySection]) -> None:
    through = PolicySection.house_rules.through
    links = through.objects.filter(policysection__version=base)
    through.objects.bulk_create(
        through(policysection_id=sections[key].pk, houserule_id=house_rule)
        for key, house_rule in links.values_list("policysection__key", "houserule_id")
    )


def _copy_settings(base: PolicyVersion, sections: dict[UUID, PolicySection]) -> None:
    settings = ClauseSetting.objects.filter(section__version=base).select_related("section")
    ClauseSetting.objects.bulk_create(
        ClauseSetting(section=sections[one.section.key], code=one.code, value=one.value)
        for one in settings
    )


def _copy_rules(
    base: PolicyVersion, draft: PolicyVersion, sections: dict[UUID, PolicySection]
) -> None:
    rules = list(base.rules.select_related("section").order_by("position"))
    for rule in rules:
        rule.section = sections[rule.section.key] if rule.section else None
        rule.pk, rule.version = None, draft
        rule._state.adding = True
    RoutingRule.objects.bulk_create(rules)
