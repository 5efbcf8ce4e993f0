"""What waits for the owner of a channel: a decision that stays away, and a closing that is near."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.domain.channel_closing import STEP_CODES
from governance.models import ChannelChoice
from people.domain.waiting import Waiting
from people.models import User

LONG = timedelta(days=60)
NEAR = timedelta(days=14)


def waiting(user: User, day: date) -> Iterator[Waiting]:
    """What this person has to do about channels."""
    yield from _undecided(user, day)
    yield from _closing(user, day)


def _undecided(user: User, day: date) -> Iterator[Waiting]:
    considered = ChannelChoice.objects.filter(owner=user, state=ChannelChoice.State.CONSIDERED)
    since = considered.annotate(since=Coalesce(F("decided_at"), F("created_at")))
    for choice in since.filter(since__date__lt=day - LONG).order_by("since", "pk")[:50]:
        yield Waiting(
            _("decide"),
            _("Whether we start with %(channel)s has been open for more than 60 days.")
            % {"channel": choice},
            choice.get_absolute_url(),
        )


def _closing(user: User, day: date) -> Iterator[Waiting]:
    closing = ChannelChoice.objects.filter(
        owner=user, state=ChannelChoice.State.CLOSING, close_date__lte=day + NEAR
    )
    settled = Q(closing_steps__done_at__isnull=False) | ~Q(closing_steps__note="")
    known = Q(closing_steps__code__in=STEP_CODES)
    counted = closing.annotate(settled=Count("closing_steps", filter=known & settled))
    for choice in counted.order_by("close_date", "pk")[:50]:
        left = len(STEP_CODES) - getattr(choice, "settled", 0)
        text = ngettext(
            "%(left)s step is left before %(channel)s closes.",
            "%(left)s steps are left before %(channel)s closes.",
            left,
        ) % {"left": left, "channel": choice}
        if left == 0:
            text = _("All steps are done: %(channel)s can be closed.") % {"channel": choice}
        yield Waiting(_("finish"), text, choice.get_absolute_url(), choice.close_date)
