"""The one mail a day that tells a person what waits for them (features.md A4: one digest).

In the morning of a working day a row is made for each person. A worker takes up one row at a time,
writes down what it is going to tell, and only then sends: whoever comes second finds the row taken.
A mail server that refuses is asked again later that day; the others do not wait for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from core.clock import now
from core.workhours import AMSTERDAM
from people.domain import waiting
from people.domain.calendar import office_calendar
from people.domain.waiting import Waiting
from people.models import Digest, Institution, User

logger = logging.getLogger(__name__)

FROM, UNTIL = time(7, 30), time(18)
ATTEMPTS = 3
TRY_AGAIN = timedelta(minutes=30)
AT_ONCE = 500
KEPT = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes to one person: the row that remembers it, and what it tells (maybe nothing)."""

    digest: Digest
    things: list[Waiting]


def posting_day(at: datetime) -> date | None:
    """The day on which mail may go out at this moment; None at night and on days off."""
    local = timezone.localtime(at, AMSTERDAM)
    is_open = any(office_calendar().slots(local.date()))
    return local.date() if is_open and FROM <= local.time() < UNTIL else None


def send_digests(limit: int = AT_ONCE) -> int:
    """Send what is to be sent now, to at most `limit` people; how many mails went out."""
    day = posting_day(now())
    if day is None:
        return 0
    _make_rows(day)
    sent = 0
    for _turn in range(limit):
        letter = _take(day)
        if letter is None:
            break
        if letter.things:
            sent += _post(letter)
    return sent


def remind(people: Iterable[int]) -> int:
    """Let these people hear today what waits for them, but for who got their mail already.

    Gives how many were put in the post. Each one's own choice (daily, weekly, never) still holds.
    """
    at = now()
    day = posting_day(at)
    if day is None:
        return 0
    asked = list(people)
    Digest.objects.bulk_create(
        [Digest(user_id=pk, day=day, next_attempt_at=at) for pk in asked],
        ignore_conflicts=True,
        batch_size=1_000,
    )
    untold = Digest.objects.filter(day=day, user__in=asked, items=0)
    return untold.update(is_asked_for=True, next_attempt_at=at, attempts=0)


def forget() -> int:
    """Take away rows that tell nothing any more: without a mail, or of long ago."""
    today = timezone.localdate(now(), AMSTERDAM)
    empty, _ = Digest.objects.filter(day__lt=today, items=0).delete()
    old, _ = Digest.objects.filter(day__lt=today - KEPT).delete()
    return empty + old


def _make_rows(day: date) -> None:
    """A row for everybody who has none today; two workers may do this at once."""
    people = User.objects.filter(is_active=True).exclude(digests__day=day)
    at = now()
    rows = [
        Digest(user_id=pk, day=day, next_attempt_at=at)
        for pk in people.values_list("pk", flat=True)
    ]
    Digest.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)
    if rows:
        forget()


@transaction.atomic
def _take(day: date) -> Letter | None:
    """Take up one row that is due and write down what it tells; None when there is no row.

    The row is locked while we look, and committed before anything is sent.
    """
    due = Digest.objects.due(at=now(), day=day).select_related("user")
    digest = (
        due.select_for_update(skip_locked=True, of=("self",))
        .order_by("next_attempt_at", "pk")
        .first()
    )
    if digest is None:
        return None
    digest.next_attempt_at = None
    digest.attempts += 1
    things = _look(digest)
    digest.items, digest.things = len(things), [_mark(one) for one in things]
    digest.save(update_fields=["next_attempt_at", "attempts", "items", "things"])
    return Letter(digest, things)


def _look(digest: Digest) -> list[Waiting]:
    user = digest.user
    try:
        with transaction.atomic(), translation.override(user.language):
            return to_tell(user, digest.day, is_asked_for=digest.is_asked_for)
    except Exception:
        logger.exception("what waits for person %s cannot be told", digest.user_id)
        digest.next_attempt_at = _next_attempt(digest)
        return []


def _post(letter: Letter) -> bool:
    """Whether the mail server took it. What goes wrong for one person stops nobody else."""
    row = Digest.objects.filter(pk=letter.digest.pk)
    try:
        _send(letter)
    except (OSError, ValueError):  # what smtplib raises, and an address that is no address
        logger.exception("the daily mail to person %s did not go out", letter.digest.user_id)
        row.update(next_attempt_at=_next_attempt(letter.digest))
        return False
    row.update(sent_at=now())
    return True


def _next_attempt(digest: Digest) -> datetime | None:
    return now() + TRY_AGAIN if digest.attempts < ATTEMPTS else None


def to_tell(user: User, day: date, *, is_asked_for: bool = False) -> list[Waiting]:
    """What the mail of this day holds; empty when no mail is due."""
    things = waiting.for_person(user, day) if user.is_active else []
    if not things:
        return []
    told = user.digests.sent().order_by("-day").first()
    was_told_this_week = told is not None and told.day >= day - timedelta(days=day.weekday())
    if user.wants_digest == User.Mailing.NEVER:
        late = [one for one in things if one.is_duty and one.is_overdue(day)]
        return [] if was_told_this_week else late
    if user.wants_digest == User.Mailing.WEEKLY:
        return [] if was_told_this_week else things
    known = frozenset(told.things) if told else frozenset()
    presses = any(one.due and one.due <= day + waiting.SOON for one in things)
    is_new = any(_mark(one) not in known for one in things)
    return things if is_asked_for or presses or is_new else []


def _mark(one: Waiting) -> str:
    """What tells two things apart from day to day; the words may change, the place does not."""
    return sha256(one.url.encode()).hexdigest()[:16]


def _send(letter: Letter) -> None:
    user, site = letter.digest.user, settings.SITE_URL.rstrip("/")
    count = len(letter.things)
    with translation.override(user.language):
        context = {
            "user": user,
            "college": Institution.objects.current().name,
            "groups": waiting.grouped(letter.things, letter.digest.day),
            "site": site,
            "waiting_page": site + reverse("people:waiting"),
            "settings_page": site + reverse("people:profile"),
        }
        subject = ngettext(
            "%(count)s thing waits for you", "%(count)s things wait for you", count
        ) % {"count": count}
        mail = EmailMultiAlternatives(
            subject, render_to_string("people/mail/digest.txt", context), None, [user.email]
        )
        page = render_to_string("people/mail/_digest.html", context)
        mail.attach_alternative(page, "text/html")
    mail.send()
