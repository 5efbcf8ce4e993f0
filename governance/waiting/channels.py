"""What waits for the owner of a channel: a decision that stays away, and a closing that is near."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.content import platforms
from governance.domain.channel_closing import STEP_CODES
from governance.models import ChannelChoice
from people.domain.waiting import Found, Question, Waiting
from people.models import User

LONG = timedelta(days=60)
NEAR = timedelta(days=14)


def _channel(one: Found) -> dict[str, str]:
    name = f"{platforms.name_of(one.facts['platform'])} {one.facts['name']}".strip()
    return {"channel": name}


def _page(one: Found) -> str:
    return reverse("governance:choice-detail", args=[one.pk])


def _considered(user: User, day: date) -> QuerySet[ChannelChoice]:
    considered = ChannelChoice.objects.filter(owner=user, state=ChannelChoice.State.CONSIDERED)
    since = considered.annotate(since=Coalesce(F("decided_at"), F("created_at")))
    return since.filter(since__date__lt=day - LONG)


def _undecided(one: Found, day: date) -> Waiting:
    text = _("Whether we start with %(channel)s has been open for more than 60 days.")
    return Waiting(_("decide"), text % _channel(one), _page(one))


def _near_the_end(user: User, day: date) -> QuerySet[ChannelChoice]:
    """Channels that close soon, with how many steps were settled."""
    closing = ChannelChoice.objects.filter(
        owner=user, state=ChannelChoice.State.CLOSING, close_date__lte=day + NEAR
    )
    settled = Q(closing_steps__done_at__isnull=False) | ~Q(closing_steps__note="")
    known = Q(closing_steps__code__in=STEP_CODES)
    return closing.annotate(settled=Count("closing_steps", filter=known & settled))


def _close(one: Found, day: date) -> Waiting:
    left = len(STEP_CODES) - one.facts["settled"]
    text = ngettext(
        "%(left)s step is left before %(channel)s closes.",
        "%(left)s steps are left before %(channel)s closes.",
        left,
    )
    if left == 0:
        text = _("All steps are done: %(channel)s can be closed.")
    return Waiting(_("finish"), text % {"left": left, **_channel(one)}, _page(one), one.due)


_CHANNEL = {"platform": "platform", "name": "name"}
undecided = Question(_considered, _undecided, _CHANNEL)
closing = Question(_near_the_end, _close, {**_CHANNEL, "settled": "settled"}, "close_date")
