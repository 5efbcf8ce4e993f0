"""Think tank, core group and other teams: who is in it, what it may do, who promised the hours.

Publication, chapters 6 and 7: a leader who carries the responsibility, hours for the members, and
the commitment of management. A promise holds a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import meantime
from governance.models import TeamMandate
from governance.permissions import teams as permissions
from people.domain import roles
from people.models import Team, User

PROMISE_HOLDS = timedelta(days=365)
LONGEST_CODE = 20


class Gap(models.TextChoices):
    """What a team lacks to do its work, in words."""

    NO_LEADER = "no_leader", _("no leader")
    NO_MEMBERS = "no_members", _("no members")
    NO_HOURS = "no_hours", _("no hours granted")
    NO_PROMISE = "no_promise", _("no promise of management")
    PROMISE_OVER = "promise_over", _("the promise of management is over a year old")
    PROMISE_BY_LEADER = "promise_by_leader", _("the promise was made by its own leader")
    MANDATE_OVER = "mandate_over", _("the mandate is over")


class NotTheirs(Exception):
    """A promise is made by somebody who governs and does not lead the team."""


def mandate_of(team: Team) -> TeamMandate:
    """The mandate of a team; an unsaved empty one before there is any."""
    return getattr(team, "mandate", None) or TeamMandate(team=team)


def promise_until(mandate: TeamMandate) -> date | None:
    """The last day on which the promise of management holds."""
    return localdate(mandate.committed_at) + PROMISE_HOLDS if mandate.committed_at else None


def gaps(team: Team, day: date, *, members: int) -> list[Gap]:
    """What this team lacks on `day`, the most serious first."""
    mandate = mandate_of(team)
    until = promise_until(mandate)
    lacks = {
        Gap.NO_LEADER: team.leader_id is None,
        Gap.NO_MEMBERS: members == 0,
        Gap.NO_HOURS: not mandate.hours_per_week,
        Gap.NO_PROMISE: until is None,
        Gap.PROMISE_OVER: until is not None and until < day,
        Gap.PROMISE_BY_LEADER: mandate.committed_by_id is not None
        and mandate.committed_by_id == team.leader_id,
        Gap.MANDATE_OVER: mandate.until_date is not None and mandate.until_date < day,
    }
    return [gap for gap, is_so in lacks.items() if is_so]


def code_for(name: str) -> str:
    """A free code for a team with this name: letters and digits, never one that is taken."""
    base = slugify(name).lstrip("-_0123456789")[: LONGEST_CODE - 3] or "team"
    taken = set(Team.objects.filter(code__startswith=base).values_list("code", flat=True))
    free = (f"{base}-{number}" for number in range(2, 100))
    return base if base not in taken else next(code for code in free if code not in taken)


@transaction.atomic
def create(team: Team, *, by: User) -> Team:
    """Store a new team; its code follows from its name and never changes."""
    team.code = code_for(team.name)
    team.save()
    if team.leader:
        _join(team, team.leader, by=by)
    audit.record(gettext_noop("made the team"), team, by=by)
    return team


@transaction.atomic
def save(team: Team, *, seen: str, by: User) -> Team:
    """Store what somebody changed of a team; a new leader becomes a member too.

    Raises `ChangedMeanwhile`.
    """
    before = meantime.seen(team, seen)
    team.save()
    if team.leader:
        _join(team, team.leader, by=by)
    changed = [
        name
        for name in ("name", "kind", "description", "leader_id")
        if getattr(before, name) != getattr(team, name)
    ]
    audit.record(gettext_noop("changed the team"), team, by=by, fields=changed)
    return team


@transaction.atomic
def add_member(team: Team, person: User, *, by: User) -> None:
    if _join(team, person, by=by):
        audit.record(gettext_noop("added a member"), team, by=by, person=person.pk)


def _join(team: Team, person: User, *, by: User) -> bool:
    theirs = list(person.teams.all())
    if team in theirs:
        return False
    roles.assign(person, roles=person.roles, teams=[*theirs, team], by=by)
    return True


@transaction.atomic
def remove_member(team: Team, person: User, *, by: User) -> None:
    """Take somebody out of the team; its leader lays that down as well."""
    rest = [other for other in person.teams.all() if other != team]
    roles.assign(person, roles=person.roles, teams=rest, by=by)
    Team.objects.filter(pk=team.pk, leader=person).update(leader=None)
    audit.record(gettext_noop("removed a member"), team, by=by, person=person.pk)


@transaction.atomic
def write_mandate(team: Team, fields: Mapping[str, Any], *, seen: str, by: User) -> TeamMandate:
    """Write what a team is for, may decide and gets. Raises `ChangedMeanwhile`."""
    mandate, _is_new = TeamMandate.objects.get_or_create(team=team)
    mandate = mandate if _is_new and not seen else meantime.seen(mandate, seen)
    changed = [name for name, value in fields.items() if getattr(mandate, name) != value]
    for name in changed:
        setattr(mandate, name, fields[name])
    mandate.save()
    audit.record(gettext_noop("wrote the mandate"), team, by=by, fields=changed)
    return mandate


@transaction.atomic
def promise(team: Team, text: str, *, by: User) -> TeamMandate:
    """Stand for a team, as one who governs and does not lead it. Raises `NotTheirs`."""
    current = Team.objects.select_for_update().get(pk=team.pk)
    if not permissions.can_promise(by, current):
        raise NotTheirs
    mandate, _is_new = TeamMandate.objects.get_or_create(team=current)
    mandate.commitment = text
    mandate.committed_by = by
    mandate.committed_at = now()
    mandate.save()
    audit.record(gettext_noop("made a promise to the team"), current, by=by)
    return mandate
