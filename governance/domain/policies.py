"""The life of a policy: one draft at a time, approved by somebody else, in force, then historic.

Publication chapter 5 (rules of play) and chapter 6 (a plan that people follow). What is in force
never changes: a change is a new version, and the old one stays readable as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from core.searchquery import QuerySyntaxError
from governance.domain.routing import check_words
from governance.models import Policy, PolicyVersion, RoutingRule
from people.models import User

State = PolicyVersion.State


class EditedMeanwhile(Exception):
    """Somebody else saved this version after the form was opened; `current` is what stands now."""

    def __init__(self, current: PolicyVersion) -> None:
        super().__init__("This version was changed by somebody else in the meantime.")
        self.current = current


class WrongState(Exception):
    """The version is not in a state in which this can be done."""


class OwnWork(Exception):
    """Nobody approves a version that they wrote."""


class NotReady(Exception):
    """The version cannot be submitted; `problems` says why, one entry each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("The version is not ready.")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that stands in the way of approval: a code, and the rule it concerns."""

    code: str
    rule: RoutingRule | None = None


def in_force(kind: str = Policy.Kind.WEBCARE) -> PolicyVersion | None:
    """The version of this kind of policy by which we work now."""
    versions = PolicyVersion.objects.in_force().filter(policy__kind=kind)
    return versions.select_related("policy", "fallback_team").first()


@transaction.atomic
def start_draft(policy: Policy, *, by: User) -> PolicyVersion:
    """The open version of `policy`; where there is none, a copy of the newest one as a draft."""
    Policy.objects.select_for_update().get(pk=policy.pk)
    existing = policy.versions.open().first()
    if existing:
        return existing
    newest = policy.versions.order_by("-number").first()
    base = policy.versions.in_force().first() or newest
    draft = PolicyVersion.objects.create(
        policy=policy,
        number=newest.number + 1 if newest else 1,
        author=by,
        body=base.body if base else "",
        fallback_team=base.fallback_team if base else None,
        fallback_target_minutes=base.fallback_target_minutes if base else 24 * 60,
    )
    if base:
        _copy_rules(base, draft)
    audit.record(gettext_noop("started a draft"), draft, by=by)
    return draft


def _copy_rules(base: PolicyVersion, draft: PolicyVersion) -> None:
    rules = list(base.rules.order_by("position"))
    for rule in rules:
        rule.pk = None
        rule._state.adding = True
        rule.version = draft
    RoutingRule.objects.bulk_create(rules)


@transaction.atomic
def save(
    version: PolicyVersion, *, edition: int, by: User, fields: Mapping[str, Any]
) -> PolicyVersion:
    """Write `fields` of an editable version, as seen at `edition`.

    Raises `EditedMeanwhile` when another save came first, `WrongState` when it is not editable.
    """
    current = touch(version, edition=edition, by=by)
    for name, value in fields.items():
        setattr(current, name, value)
    current.save(update_fields=[*fields, "updated_at"])
    audit.record(gettext_noop("edited"), current, by=by, fields=sorted(fields))
    return current


def touch(version: PolicyVersion, *, edition: int, by: User) -> PolicyVersion:
    """Take the next edition of an editable version, inside the caller's transaction.

    Whoever changes the text or a rule goes through here, so that two people editing at once lose
    nothing: the second gets `EditedMeanwhile`. The one who edits becomes an author of it.
    """
    current = PolicyVersion.objects.select_for_update().get(pk=version.pk)
    if not current.is_editable:
        raise WrongState
    if current.edition != edition:
        raise EditedMeanwhile(current)
    current.edition = edition + 1
    current.state = State.DRAFT
    current.author = by
    current.save(update_fields=["edition", "state", "author", "updated_at"])
    return current


def problems(version: PolicyVersion) -> list[Problem]:
    """What must be put right before this version can be approved."""
    found: list[Problem] = []
    if not version.body.strip():
        found.append(Problem("no_text"))
    if version.policy.kind == Policy.Kind.WEBCARE:
        found += _routing_problems(version)
    return found


def _routing_problems(version: PolicyVersion) -> list[Problem]:
    found = [] if version.fallback_team_id else [Problem("no_fallback_team")]
    rules = list(version.rules.order_by("position"))
    if not rules:
        found.append(Problem("no_rules"))
    for rule in rules:
        if rule.words:
            try:
                check_words(rule.words)
            except QuerySyntaxError:
                found.append(Problem("words_not_understood", rule))
    return found


@transaction.atomic
def submit(version: PolicyVersion, *, by: User, approver: User) -> PolicyVersion:
    """Ask `approver`, a person and not the author, to decide. Raises `NotReady` or `OwnWork`."""
    current = _locked(version)
    if not current.is_editable:
        raise WrongState
    if approver.pk in {by.pk, current.author_id}:
        raise OwnWork
    if found := problems(current):
        raise NotReady(found)
    current.state = State.SUBMITTED
    current.approver = approver
    current.submitted_at = now()
    current.decision_note = ""
    current.save()
    audit.record(gettext_noop("submitted"), current, by=by, approver=approver.pk)
    return current


@transaction.atomic
def approve(version: PolicyVersion, *, by: User, note: str = "") -> PolicyVersion:
    """Put a submitted version in force at once; the previous one becomes historic."""
    current = _decidable(version, by)
    at = now()
    current.policy.versions.in_force().update(
        state=State.HISTORIC, in_force_until=at, updated_at=at
    )
    current.state = State.IN_FORCE
    current.decided_at = current.in_force_from = at
    current.decision_note = note
    current.save()
    audit.record(gettext_noop("approved"), current, by=by, reason=note)
    return current


@transaction.atomic
def reject(version: PolicyVersion, *, by: User, note: str) -> PolicyVersion:
    """Ask for changes; the version can be edited and submitted again."""
    current = _decidable(version, by)
    current.state = State.REJECTED
    current.decided_at = now()
    current.decision_note = note
    current.save()
    audit.record(gettext_noop("asked for changes"), current, by=by, reason=note)
    return current


@transaction.atomic
def take_back(version: PolicyVersion, *, by: User) -> PolicyVersion:
    """Take a submitted version back to the drawing table."""
    current = _locked(version)
    if current.state != State.SUBMITTED:
        raise WrongState
    current.state = State.DRAFT
    current.submitted_at = None
    current.save()
    audit.record(gettext_noop("took back"), current, by=by)
    return current


def _locked(version: PolicyVersion) -> PolicyVersion:
    return (
        PolicyVersion.objects.select_for_update(of=("self",))
        .select_related("policy")
        .get(pk=version.pk)
    )


def _decidable(version: PolicyVersion, by: User) -> PolicyVersion:
    current = _locked(version)
    if current.state != State.SUBMITTED:
        raise WrongState
    if by.pk == current.author_id:
        raise OwnWork
    if by.pk != current.approver_id:
        raise WrongState
    return current


@transaction.atomic
def place_rules(version: PolicyVersion, order: list[int], *, edition: int, by: User) -> None:
    """Put the rules of an editable version in the order of these ids; rules left out follow."""
    current = touch(version, edition=edition, by=by)
    rules = {rule.pk: rule for rule in current.rules.order_by("position")}
    wanted = [rules.pop(pk) for pk in order if pk in rules]
    for position, rule in enumerate([*wanted, *rules.values()], start=1):
        RoutingRule.objects.filter(pk=rule.pk).update(position=position)
    audit.record(gettext_noop("moved rules"), current, by=by)


@transaction.atomic
def remove_rule(rule: RoutingRule, *, edition: int, by: User) -> None:
    """Take a rule out of an editable version."""
    current = touch(rule.version, edition=edition, by=by)
    position, name = rule.position, rule.name
    rule.delete()
    current.rules.filter(position__gt=position).update(position=F("position") - 1)
    audit.record(gettext_noop("removed a rule"), current, by=by, rule=name)


@transaction.atomic
def write_rule(
    version: PolicyVersion,
    *,
    edition: int,
    by: User,
    fields: Mapping[str, Any],
    rule: RoutingRule | None = None,
) -> RoutingRule:
    """Change `rule`, or add a new one at the end of the table of an editable version."""
    current = touch(version, edition=edition, by=by)
    written = rule or RoutingRule(version=current, position=current.rules.count() + 1)
    for name, value in fields.items():
        setattr(written, name, value)
    written.save()
    verb = gettext_noop("changed a rule") if rule else gettext_noop("added a rule")
    audit.record(verb, current, by=by, rule=written.name)
    return written


def create(policy: Policy, *, by: User) -> PolicyVersion:
    """Store a new policy with an empty first draft."""
    policy.owner = by
    policy.save()
    return start_draft(policy, by=by)
