"""Sending the letters of training, in the language of the reader, as text and HTML.

A worker takes up one row for ten minutes and commits that before anything goes out; whoever comes
second finds it taken. A mail server that refuses is asked again later. A worker that dies with a
letter in its hands loses none: after the ten minutes it goes out again, under the same Message-ID,
by which mail programs know a double (RFC 5322, 3.6.4).
"""

from __future__ import annotations

import logging
from datetime import timedelta
from email.encoders import encode_base64
from email.mime.base import MIMEBase
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import salted_hmac

from core.clock import now
from people.models import Institution
from training.domain import calendars, letter_texts, moments
from training.domain.letter_texts import Told
from training.models import Letter, Session

logger = logging.getLogger(__name__)

ATTEMPTS = 5
HELD = timedelta(minutes=10)
TRY_AGAIN = timedelta(minutes=10)
AT_ONCE = 200
KEPT = timedelta(days=365)


def send_letters(limit: int = AT_ONCE) -> int:
    """Send what is due, at most `limit`; how many mails went out."""
    sent = 0
    for _turn in range(limit):
        letter = _take()
        if letter is None:
            break
        sent += _deliver(letter)
    return sent


def forget() -> int:
    """Take away letters of long ago."""
    old = Letter.objects.filter(made_at__lt=now() - KEPT, next_attempt_at__isnull=True)
    return old.delete()[0]


@transaction.atomic
def _take() -> Letter | None:
    """Take up the first letter that is due; it is due again later, unless it is told meanwhile."""
    due = Letter.objects.due(now()).select_related("user", "enrolment__offering__course")
    letter = due.select_for_update(skip_locked=True, of=("self",)).first()
    if letter is not None:
        letter.attempts += 1
        letter.next_attempt_at = now() + HELD if letter.attempts < ATTEMPTS else None
        letter.save(update_fields=["next_attempt_at", "attempts"])
    return letter


def _deliver(letter: Letter) -> bool:
    """Whether the mail server took it. What goes wrong for one letter stops no other."""
    row = Letter.objects.filter(pk=letter.pk)
    try:
        mail = _mail(letter)
        if mail is None:
            row.update(next_attempt_at=None)
            return False
        mail.send()
    except Exception:
        logger.exception("letter %s did not go out", letter.pk)
        again = now() + TRY_AGAIN * letter.attempts if letter.attempts < ATTEMPTS else None
        row.update(next_attempt_at=again)
        return False
    row.update(sent_at=now(), next_attempt_at=None)
    return True


def _mail(letter: Letter) -> EmailMultiAlternatives | None:
    """The mail, or None when there is nothing to tell any more."""
    person = letter.user
    with translation.override(person.language):
        told = letter_texts.text_of(letter) if person.is_active else None
        if told is None:
            return None
        context = {
            "person": person,
            "told": told,
            "sessions": [(moments.span(one), moments.where(one), one) for one in told.sessions],
            "college": Institution.objects.current().name,
        }
        text = render_to_string("training/mail/letter.txt", context)
        page = render_to_string("training/mail/_letter.html", context)
    subject, headers = " ".join(told.subject.split()), {"Message-ID": _name(letter)}
    mail = EmailMultiAlternatives(subject, text, None, [person.email], headers=headers)
    mail.attach_alternative(page, "text/html")
    for number, session in enumerate(told.attached, start=1):
        mail.attach(_file(letter, told, session, number))
    return mail


def _name(letter: Letter) -> str:
    """The same at each attempt, and told to nobody else what it is about."""
    site = urlsplit(settings.SITE_URL).hostname or "smportal"
    return f"<{salted_hmac('training.letter', letter.key).hexdigest()}@{site}>"


def _file(letter: Letter, told: Told, session: Session, number: int) -> MIMEBase:
    """One session for a calendar program; one file each, as the standard asks (RFC 5546)."""
    part = MIMEBase("text", "calendar", method=told.method, charset="utf-8")
    part.set_payload(calendars.invitation(session, letter.user, told.method))
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=f"session-{number}.ics")
    return part
