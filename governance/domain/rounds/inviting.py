"""Letting people in: an address for each group, or a code for each person of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_noop

from core import audit
from governance.domain.rounds import keys, life, veil
from governance.domain.rounds.composing import WrongState
from governance.models import Group, Round, RoundInvitation, RoundLink, RoundResponse
from people.models import User

MOST_CODES = 500


class MadeMeanwhile(Exception):
    """Codes were made after this page was opened: by a colleague, or by reloading the page."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of a group were invited and how many handed in; `answered` is None below five."""

    group: Group
    invited: int | None
    answered: int | None
    link: RoundLink | None = None
    codes: int = 0

    @property
    def percent(self) -> int | None:
        if not self.invited or self.answered is None:
            return None
        return min(100, round(100 * self.answered / self.invited))


@transaction.atomic
def make_codes(held: Round, group: str, count: int, *, known: int, by: User) -> list[str]:
    """`count` new codes, told this once; `known` is how many there were on the page.

    From then on this group comes in by code only. Raises `WrongState` or `MadeMeanwhile`.
    """
    current = Round.objects.select_for_update().get(pk=held.pk)
    if not life.is_answered_now(current) or group not in current.groups:
        raise WrongState
    if RoundInvitation.objects.filter(round=current, group=group).count() != known:
        raise MadeMeanwhile
    codes = [keys.new_code() for _ in range(count)]
    RoundInvitation.objects.bulk_create(
        RoundInvitation(round=current, group=group, code_digest=keys.digest(code)) for code in codes
    )
    audit.record(gettext_noop("made codes"), current, by=by, group=group, count=count)
    return codes


@transaction.atomic
def set_invited(link: RoundLink, invited: int | None, *, by: User) -> None:
    """How many people got the address, for the response rate."""
    RoundLink.objects.filter(pk=link.pk).update(invited=invited)
    audit.record(
        gettext_noop("noted the number invited"),
        link.round,
        by=by,
        group=link.group,
        invited=invited,
    )


def turnout(held: Round, *, answered: Mapping[str, int] | None = None) -> list[Turnout]:
    """For each group of the round; `answered` when the forms of each group were counted already."""
    links = {link.group: link for link in held.links.all()}
    codes = _counts(RoundInvitation.objects.filter(round=held))
    if answered is None:
        answered = _counts(RoundResponse.objects.filter(round=held, is_complete=True))
    return [
        _turnout(Group(group), links.get(group), codes.get(group, 0), answered.get(group, 0))
        for group in held.groups
    ]


def _turnout(group: Group, link: RoundLink | None, codes: int, answered: int) -> Turnout:
    return Turnout(
        group=group,
        invited=codes or (link.invited if link else None),
        answered=answered if answered >= veil.LEAST else None,
        link=link,
        codes=codes,
    )


def _counts(rows: QuerySet[Any]) -> dict[str, int]:
    return dict(rows.order_by("group").values_list("group").annotate(Count("pk")))
