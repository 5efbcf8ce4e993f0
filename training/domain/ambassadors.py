"""From somebody who speaks well of the college to an ambassador, and never without their yes.

suggested -> invited -> active, or declined; and stopped at any time. The invitation goes to an
address that is not kept: a student fills in name and address on the consent page. Who declines or
stops is erased; what stays is a row to count. A suggestion, or an invitation without an answer,
goes after 60 days.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from core import audit
from core.clock import now
from people.models import Institution, User
from training.domain import mandates
from training.models import Ambassador, AmbassadorTask, Certificate, Course, MandateState

KEPT = timedelta(days=60)
State = Ambassador.State


class NotNow(Exception):
    """It is in another state by now, so this cannot be done any more."""


class Already(Exception):
    """This colleague is suggested, invited or active already."""


class NoAddress(Exception):
    """There is no address to write to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path, and whether it was taken."""

    label: str
    is_done: bool
    on: date | None = None


def suggest(ambassador: Ambassador, *, by: User) -> Ambassador:
    """Pass on who might be asked. Raises `Already`."""
    ambassador.suggested_by = by
    try:
        with transaction.atomic():
            ambassador.save()
            audit.record(gettext_noop("suggested an ambassador"), ambassador, by=by)
    except IntegrityError as error:
        raise Already from error
    return ambassador


@transaction.atomic
def invite(ambassador: Ambassador, *, email: str = "", by: User) -> Ambassador:
    """Send the letter with the consent link; again is allowed, with a new link.

    The address of a student is used and not kept. Raises `NotNow`, `NoAddress`, or `OSError` when
    the mail server does not take it: then nothing has changed.
    """
    current = _locked(ambassador, State.SUGGESTED, State.INVITED)
    address = current.user.email if current.user else email
    if not address:
        raise NoAddress
    current.state, current.invited_at = State.INVITED, now()
    current.key = secrets.token_urlsafe(32)
    current.save()
    audit.record(gettext_noop("invited an ambassador"), current, by=by)
    _write(current, address, by)
    return current


def _write(ambassador: Ambassador, address: str, by: User) -> None:
    path = reverse("training:ambassador-consent", kwargs={"key": ambassador.key})
    context = {
        "ambassador": ambassador,
        "by": by,
        "college": Institution.objects.current().name,
        "link": settings.SITE_URL.rstrip("/") + path,
        "days": KEPT.days,
    }
    language = ambassador.user.language if ambassador.user else settings.LANGUAGE_CODE
    with translation.override(language):
        subject = _("Will you be an ambassador of %(college)s?") % {"college": context["college"]}
        letter = render_to_string("training/ambassadors/mail/invitation.txt", context)
        page = render_to_string("training/ambassadors/mail/_invitation.html", context)
    mail = EmailMultiAlternatives(" ".join(subject.split()), letter, None, [address])
    mail.attach_alternative(page, "text/html")
    mail.send()


def by_key(key: str) -> Ambassador | None:
    """Whose consent page this is; nobody's once they declined, stopped or were erased."""
    current = Ambassador.objects.current().filter(key=key).select_related("user", "course")
    return current.first()


@transaction.atomic
def consent(ambassador: Ambassador, *, name: str = "", email: str = "") -> Ambassador:
    """They say yes, a student with the own name and address. Raises `NotNow`."""
    current = _locked(ambassador, State.INVITED)
    current.state, current.consented_at = State.ACTIVE, now()
    if current.user is None:
        current.name, current.email = name, email
    current.save()
    audit.record(gettext_noop("agreed to be an ambassador"), current, by=current.user)
    return current


@transaction.atomic
def decline(ambassador: Ambassador) -> None:
    """They say no: nothing of them is kept. Raises `NotNow`."""
    _erase(_locked(ambassador, State.INVITED), State.DECLINED)
    audit.record(gettext_noop("declined to be an ambassador"), ambassador)


@transaction.atomic
def stop(ambassador: Ambassador, *, by: User | None) -> None:
    """End it at any moment and erase; by the ambassador (None) or who follows up.

    Raises `NotNow` the second time.
    """
    _erase(_locked(ambassador, *Ambassador.CURRENT), State.STOPPED)
    audit.record(gettext_noop("stopped an ambassador"), ambassador, by=by)


def _erase(current: Ambassador, state: Ambassador.State) -> None:
    """Leave a row that says that somebody was here, and nothing about who."""
    current.state, current.ended_at = state, now()
    for name in ("found_as", "found_at", "found_text", "why", "name", "email"):
        setattr(current, name, "")
    current.user = current.key = current.suggested_by = None
    current.save()
    current.tasks.all().delete()


def forget(*, at: datetime) -> int:
    """Take away suggestions nobody took up and invitations nobody answered, after 60 days."""
    before = at - KEPT
    unasked = Q(state=State.SUGGESTED, created_at__lte=before)
    unanswered = Q(state=State.INVITED, invited_at__lte=before)
    old = Ambassador.objects.filter(unasked | unanswered)
    number = old.count()
    old.delete()
    return number


@transaction.atomic
def change_path(ambassador: Ambassador, fields: dict[str, Any], *, by: User) -> Ambassador:
    """Course, when it was finished, and the mandate. Raises `NotNow`."""
    current = _locked(ambassador, State.ACTIVE)
    changed = [name for name, value in fields.items() if getattr(current, name) != value]
    for name in changed:
        setattr(current, name, fields[name])
    current.save()
    if changed:
        audit.record(
            gettext_noop("changed the path of an ambassador"), current, by=by, fields=changed
        )
    return current


@transaction.atomic
def add_task(ambassador: Ambassador, task: AmbassadorTask, *, by: User) -> AmbassadorTask:
    """Something small to do. Raises `NotNow`."""
    task.ambassador = _locked(ambassador, State.ACTIVE)
    task.save()
    audit.record(gettext_noop("gave an ambassador a task"), task.ambassador, by=by, task=task.pk)
    return task


@transaction.atomic
def finish_task(task: AmbassadorTask, *, by: User | None) -> None:
    """Done; twice is once."""
    current = AmbassadorTask.objects.select_for_update(of=("self",)).filter(pk=task.pk).first()
    if current and current.done_at is None:
        current.done_at = now()
        current.save()
        audit.record(gettext_noop("finished a task"), current.ambassador, by=by, task=current.pk)


def path(ambassador: Ambassador, tasks: Iterable[AmbassadorTask]) -> list[Step]:
    """How far somebody is, from suggestion to mandate."""
    done = sorted(task.done_at for task in tasks if task.done_at)
    course_on = course_done_on(ambassador)
    return [
        Step(_("Suggested"), True, localdate(ambassador.created_at)),
        Step(_("Invited"), ambassador.invited_at is not None, _day(ambassador.invited_at)),
        Step(_("Said yes"), ambassador.consented_at is not None, _day(ambassador.consented_at)),
        Step(_("First small task"), bool(done), _day(done[0] if done else None)),
        Step(_("Course"), course_on is not None, course_on),
        _mandate(ambassador),
    ]


def course_done_on(ambassador: Ambassador) -> date | None:
    """Of a colleague by the certificate; of a student somebody fills it in.

    As long as no course is chosen, every course that counts for the mandate will do.
    """
    if not ambassador.user_id:
        return ambassador.course_done_on
    earned = Certificate.objects.filter(user=ambassador.user_id, revoked_at=None)
    if ambassador.course_id:
        earned = earned.filter(course=ambassador.course_id)
    else:
        earned = earned.filter(course__in=Course.objects.for_mandate())
    first = earned.order_by("awarded_on").values_list("awarded_on", flat=True).first()
    return first or ambassador.course_done_on


def _mandate(ambassador: Ambassador) -> Step:
    """Of a colleague as it is now; of a student somebody fills it in."""
    if ambassador.user is None:
        return Step(_("Mandate"), ambassador.mandate_on is not None, ambassador.mandate_on)
    if not mandates.holds(ambassador.user):
        return Step(_("Mandate"), False)
    noticed = MandateState.objects.filter(user=ambassador.user, is_held=True).first()
    return Step(_("Mandate"), True, _day(noticed.since if noticed else None))


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None


def counts() -> list[tuple[str, int]]:
    """How many are in each state, and how many small tasks were done; without a name."""
    found = dict(Ambassador.objects.order_by().values_list("state").annotate(number=Count("pk")))
    done = AmbassadorTask.objects.filter(done_at__isnull=False).count()
    states = [(str(state.label), found.get(state.value, 0)) for state in State]
    return [*states, (ngettext("task done", "tasks done", done), done)]


def courses() -> QuerySet[Course]:
    """What an ambassador can learn."""
    return Course.objects.published().order_by("title")


def _locked(ambassador: Ambassador, *states: Ambassador.State) -> Ambassador:
    rows = Ambassador.objects.select_for_update(of=("self",)).select_related("user")
    current = rows.filter(pk=ambassador.pk).first()
    if current is None or current.state not in states:
        raise NotNow
    return current
