"""Who may post on which channel: its owner, and whom the owner or who governs gives that right.

Without approval only while the person holds the mandate to post; the right itself stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.models import ChannelChoice
from people.models import User
from training.domain import mandates
from training.models import ChannelMandate


@dataclass(frozen=True, slots=True)
class MyChannel:
    """A channel of the college, and what somebody may do there."""

    choice: ChannelChoice
    is_mine: bool
    may_post: bool
    alone: bool

    @property
    def sentence(self) -> str:
        """What this person may do there, in their language."""
        if self.alone:
            return _("You may post here without approval.")
        if self.may_post:
            return _("You may post here; a colleague looks first, until you have the mandate.")
        if self.choice.owner:
            return _("Ask %(owner)s when you want to post here.") % {"owner": self.choice.owner}
        return _("This channel has no owner yet. Ask a manager when you want to post here.")


def open_channels() -> QuerySet[ChannelChoice]:
    """The channels that the college is on."""
    return ChannelChoice.objects.costing_time().select_related("owner")


def of_person(user: User, *, held: bool) -> list[MyChannel]:
    """All open channels; one's own and those with a right first. Two queries."""
    rights = ChannelMandate.objects.current().filter(user=user)
    given = set(rights.values_list("choice_id", flat=True))
    found = [_mine(choice, user, given, held) for choice in open_channels()]
    return sorted(found, key=lambda one: (not one.may_post, str(one.choice)))


def _mine(choice: ChannelChoice, user: User, given: set[int], held: bool) -> MyChannel:
    is_mine = choice.owner_id == user.pk
    may_post = is_mine or choice.pk in given
    return MyChannel(choice, is_mine, may_post, may_post and held)


def may_post_alone(user: User, choice: ChannelChoice) -> bool:
    """Whether this person may post here now without approval. Three queries at most."""
    if choice.owner_id != user.pk:
        rights = ChannelMandate.objects.current().filter(user=user, choice=choice)
        if not rights.exists():
            return False
    return mandates.holds(user)


@transaction.atomic
def grant(choice: ChannelChoice, user: User, *, by: User) -> ChannelMandate:
    """Let `user` post on this channel; twice is once."""
    given, is_new = ChannelMandate.objects.get_or_create(
        user=user, choice=choice, ended_at=None, defaults={"granted_by": by, "at": now()}
    )
    if is_new:
        audit.record(gettext_noop("may post on a channel"), given, by=by, channel=str(choice))
    return given


@transaction.atomic
def end(given: ChannelMandate, *, by: User) -> None:
    """Take the right back; twice is once."""
    if ChannelMandate.objects.current().filter(pk=given.pk).update(ended_at=now()):
        audit.record(gettext_noop("may not post on a channel any more"), given, by=by)
