"""Sessions as other calendars read them (RFC 5545 and 5546): a file in a mail, and a secret feed.

Times carry the zone of Amsterdam with its rules, so that two o'clock stays two o'clock across the
clock change, also in a program that does not know the zone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parseaddr

import icalendar
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core.clock import now
from core.workhours import AMSTERDAM
from people.models import User
from training.models import CalendarFeed, Enrolment, Offering, Session
from training.models.letter import new_feed_key

BACK = timedelta(days=180)
READ_NOTED = timedelta(hours=1)
REFRESH = timedelta(hours=1)
PRODUCT = "-//SMPortal//Training//NL"


def invitation(session: Session, person: User, method: str) -> bytes:
    """One session as a file in a mail: method REQUEST puts it in the calendar, CANCEL out."""
    with translation.override(person.language):
        calendar = _calendar()
        calendar.add("method", method)
        event = _event(session, "CANCELLED" if method == "CANCEL" else "CONFIRMED", now())
        address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
        organiser = icalendar.vCalAddress(f"mailto:{address}")
        organiser.params["CN"] = icalendar.vText("SMPortal")
        event.add("organizer", organiser)
        guest = icalendar.vCalAddress(f"mailto:{person.email}")
        guest.params["CN"] = icalendar.vText(person.name)
        guest.params["PARTSTAT"] = icalendar.vText("ACCEPTED")
        guest.params["RSVP"] = icalendar.vText("FALSE")
        event.add("attendee", guest)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def feed(person: User) -> bytes:
    """Everything this person goes to or gives, half a year back and all that comes."""
    with translation.override(person.language):
        calendar = _calendar()
        calendar.add("x-wr-calname", _("Training"))
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        offered = set(
            person.enrolments.filter(state=Enrolment.State.OFFERED).values_list(
                "offering", flat=True
            )
        )
        for session in sessions_of(person):
            status = "TENTATIVE" if session.offering_id in offered else "CONFIRMED"
            calendar.add_component(_event(session, status))
    return bytes(calendar.to_ical())


def sessions_of(person: User) -> QuerySet[Session]:
    """Sessions with a place for this person, of an offering that was cancelled, or to give."""
    states = Enrolment.State
    going = Q(state__in=Enrolment.HOLDING)
    called_off = Q(state=states.CANCELLED, offering__state=Offering.State.CANCELLED)
    joined = person.enrolments.filter(going | called_off).values("offering")
    given = person.offerings.exclude(state=Offering.State.DRAFT).values("pk")
    found = Session.objects.filter(starts_at__gte=now() - BACK)
    mine = found.filter(Q(offering__in=joined) | Q(offering__in=given))
    return mine.select_related("offering__course").order_by("starts_at", "pk")


def feed_of(person: User) -> CalendarFeed:
    return CalendarFeed.objects.get_or_create(user=person)[0]


def new_address(person: User) -> CalendarFeed:
    """The old address stops working at once."""
    CalendarFeed.objects.filter(user=person).update(key=new_feed_key(), read_at=None)
    return feed_of(person)


def by_key(key: str) -> CalendarFeed | None:
    """The feed behind an address; None for addresses that do not work (any more)."""
    feeds = CalendarFeed.objects.select_related("user")
    found = feeds.filter(key=key, user__is_active=True).first()
    if found and (found.read_at is None or found.read_at < now() - READ_NOTED):
        CalendarFeed.objects.filter(pk=found.pk).update(read_at=now())
    return found


def _calendar() -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_amsterdam())
    return calendar


def _amsterdam() -> icalendar.Timezone:
    """The rules of our clock: forward on the last Sunday of March, back on that of October."""
    zone = icalendar.Timezone()
    zone.add("tzid", "Europe/Amsterdam")
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, month, hour, before, after, name in (
        (icalendar.TimezoneDaylight(), 3, 2, winter, summer, "CEST"),
        (icalendar.TimezoneStandard(), 10, 3, summer, winter, "CET"),
    ):
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _event(session: Session, status: str, at: datetime | None = None) -> icalendar.Event:
    """`at` is when a file in a mail was made, by which a program knows the newest of two."""
    is_off = session.cancelled_at or session.offering.state == Offering.State.CANCELLED
    event = icalendar.Event()
    event.add("uid", f"{session.uid}@smportal")
    event.add("sequence", session.sequence)
    event.add("dtstamp", at or session.updated_at)
    event.add("dtstart", localtime(session.starts_at, AMSTERDAM))
    event.add("dtend", localtime(session.ends_at, AMSTERDAM))
    event.add("summary", title(session))
    event.add("status", "CANCELLED" if is_off else status)
    if session.place or session.online_url:
        event.add("location", session.place or session.online_url)
    page = settings.SITE_URL.rstrip("/") + session.offering.get_absolute_url()
    online = _("Take part online: %(url)s") % {"url": session.online_url}
    event.add("description", "\n".join(filter(None, [session.online_url and online, page])))
    event.add("url", page)
    return event


def title(session: Session) -> str:
    """What it is called in a calendar."""
    name = str(session.offering)
    return f"{name}: {session.title}" if session.title else name
