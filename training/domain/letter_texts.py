"""What a letter says, made at the moment it is sent and only when it is still true.

Each kind has a function that gives the text in the language of the reader (the caller chose it),
or None when things changed since: then nothing is sent. Other subjects add kinds with `tells`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from core.clock import now
from training.domain import links, moments, waiting_list
from training.models import Enrolment, Letter, Offering, Session

Kind = Letter.Kind
State = Enrolment.State


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one letter: subject, paragraphs, sessions (under a heading where it must be said
    what they are), links; files for the calendar."""

    subject: str
    lines: list[str]
    sessions: list[Session] = field(default_factory=list)
    actions: list[tuple[str, str]] = field(default_factory=list)
    method: str = ""
    attached: list[Session] = field(default_factory=list)
    heading: str = ""


Text = Callable[[Letter], Told | None]
_texts: dict[str, Text] = {}


def tells(kind: str) -> Callable[[Text], Text]:
    """Marks the function that writes letters of this kind."""

    def keep(text: Text) -> Text:
        _texts[kind] = text
        return text

    return keep


def text_of(letter: Letter) -> Told | None:
    """What to send; None when there is nothing to tell any more."""
    return _texts[letter.kind](letter)


def site(path: str) -> str:
    return str(settings.SITE_URL).rstrip("/") + path


def _about(letter: Letter, *states: str) -> Enrolment | None:
    """The enrolment of the letter, when it is in one of these states."""
    row = letter.enrolment
    return row if row is not None and row.state in states else None


def _sessions(offering: Offering) -> list[Session]:
    return list(offering.sessions.going_on())


def _to_page(offering: Offering) -> tuple[str, str]:
    return _("See the course"), site(offering.get_absolute_url())


def _to_others() -> tuple[str, str]:
    return _("See other courses"), site(reverse("training:course-list"))


def _to_answer(row: Enrolment) -> list[tuple[str, str]]:
    """What somebody can do with an offered place."""
    return [
        (_("Take the place"), links.address(row, links.ACCEPT)),
        (_("Leave it to somebody else"), links.address(row, links.DECLINE)),
    ]


def _take_it_before(row: Enrolment) -> str:
    assert row.offer_until is not None  # noqa: S101 - an offer ends, says the database
    until = {"moment": moments.day_and_time(row.offer_until)}
    return _("Take it before %(moment)s. After that it goes to the next person.") % until


def _to_leave(row: Enrolment) -> tuple[str, str]:
    return _("Cannot come? Leave the list"), links.address(row, links.LEAVE)


@tells(Kind.ENROLLED)
def _enrolled(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.ENROLLED)):
        return None
    sessions = _sessions(row.offering)
    return Told(
        _("You have a place: %(course)s") % {"course": row.offering},
        [_("You are enrolled. The sessions are attached for your calendar.")],
        sessions,
        [_to_page(row.offering), _to_leave(row)],
        "REQUEST",
        sessions,
    )


@tells(Kind.WAITING)
def _waiting(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.WAITING)):
        return None
    number = {"number": waiting_list.place_in_line(row)}
    return Told(
        _("You are on the waiting list: %(course)s") % {"course": row.offering},
        [
            _("All places are taken. You are number %(number)s on the waiting list.") % number,
            _("When a place comes free, we mail you and you have some time to take it."),
        ],
        _sessions(row.offering),
        [_to_page(row.offering), _to_leave(row)],
    )


@tells(Kind.REQUESTED)
def _requested(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.REQUESTED)):
        return None
    return Told(
        _("Your manager decides: %(course)s") % {"course": row.offering},
        [_("We asked your manager. You hear from us as soon as there is an answer.")],
        _sessions(row.offering),
        [_to_page(row.offering), _to_leave(row)],
    )


@tells(Kind.TO_APPROVE)
def _to_approve(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.REQUESTED)):
        return None
    facts = {"person": row.user, "course": row.offering}
    why = _("Why: %(why)s") % {"why": row.motivation}
    return Told(
        _("%(person)s asks to take part: %(course)s") % facts,
        [_("You decide whether %(person)s can come.") % facts, *([why] if row.motivation else [])],
        _sessions(row.offering),
        [(_("Decide"), site(reverse("training:request-list")))],
    )


@tells(Kind.REFUSED)
def _refused(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.REFUSED)):
        return None
    lines = [_("Your manager did not approve this. Talk about it together.")]
    if row.reason:
        lines.append(_("Why: %(why)s") % {"why": row.reason})
    subject = _("Not approved: %(course)s") % {"course": row.offering}
    return Told(subject, lines, actions=[_to_page(row.offering)])


@tells(Kind.OFFERED)
def _offered(letter: Letter) -> Told | None:
    row = _about(letter, State.OFFERED)
    if row is None or row.offer_until is None or row.offer_until <= now():
        return None
    return Told(
        _("A place is free for you: %(course)s") % {"course": row.offering},
        [
            _("You are next on the waiting list, so this place is yours if you want it."),
            _take_it_before(row),
        ],
        _sessions(row.offering),
        _to_answer(row),
    )


@tells(Kind.EXPIRED)
def _expired(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.EXPIRED)):
        return None
    return Told(
        _("The offer passed: %(course)s") % {"course": row.offering},
        [
            _("You did not take the place in time, so it went to the next person."),
            _("Do you still want to come? Enrol again; you then stand at the end of the list."),
        ],
        actions=[_to_page(row.offering)],
    )


@tells(Kind.LEFT)
def _left(letter: Letter) -> Told | None:
    if not (row := _about(letter, State.CANCELLED)):
        return None
    had_place = bool(letter.detail.get("had_place"))
    lines = [_("You are off the list.")]
    if had_place:
        lines.append(_("Your place goes to the next person."))
    if row.reason:
        lines.append(_("Why: %(why)s") % {"why": row.reason})
    return Told(
        _("You are off the list: %(course)s") % {"course": row.offering},
        lines,
        actions=[_to_page(row.offering)],
        method="CANCEL" if had_place else "",
        attached=_sessions(row.offering) if had_place else [],
    )


@tells(Kind.CHANGED)
def _changed(letter: Letter) -> Told | None:
    row = _about(letter, State.ENROLLED, State.OFFERED)
    session = Session.objects.going_on().filter(pk=letter.detail["session"]).first()
    if row is None or session is None:
        return None
    session.offering = row.offering
    subject, line = (
        _("Changed: %(course)s") % {"course": row.offering},
        _what_moved(letter, session),
    )
    sessions, heading = _sessions(row.offering), _("These are the sessions now:")
    if row.state == State.OFFERED:
        lines = [line, _("A place in it is free for you."), _take_it_before(row)]
        return Told(subject, lines, sessions, _to_answer(row), heading=heading)
    return Told(
        subject,
        [line, _("Open the attached file to change it in your calendar.")],
        sessions,
        [_to_page(row.offering), _to_leave(row)],
        "REQUEST",
        [session],
        heading,
    )


def _what_moved(letter: Letter, session: Session) -> str:
    facts = {"now": moments.span(session), "where": moments.where(session)}
    if was := letter.detail.get("was"):
        facts["was"] = moments.day_and_time(datetime.fromisoformat(was))
        return _("The session of %(was)s is now: %(now)s, %(where)s.") % facts
    return _("There is one more session: %(now)s, %(where)s.") % facts


@tells(Kind.CANCELLED)
def _cancelled(letter: Letter) -> Told | None:
    row = letter.enrolment
    if row is None:
        return None
    one = letter.detail.get("session")
    sessions = list(Session.objects.filter(pk__in=letter.detail.get("sessions", [one])))
    for session in sessions:
        session.offering = row.offering
    lines = [_("This does not go on: %(when)s.") % {"when": moments.span(s)} for s in sessions]
    if row.offering.cancelled_because:
        lines.append(_("Why: %(why)s") % {"why": row.offering.cancelled_because})
    had_place = bool(letter.detail.get("had_place"))
    if had_place:
        lines.append(_("Open the attached file to take it out of your calendar."))
    return Told(
        _("Cancelled: %(course)s") % {"course": row.offering},
        lines,
        _sessions(row.offering) if one else [],
        [_to_page(row.offering) if one else _to_others()],
        "CANCEL",
        sessions if had_place else [],
        _("These sessions do go on:"),
    )


@tells(Kind.REMINDER)
def _reminder(letter: Letter) -> Told | None:
    session = (
        Session.objects.going_on()
        .filter(pk=letter.detail["session"], starts_at__gt=now())
        .select_related("offering__course")
        .first()
    )
    if session is None:
        return None
    facts = {"course": session.offering}
    if letter.enrolment is None:
        coming = Enrolment.objects.filter(pk__in=letter.detail["rows"], state=State.ENROLLED)
        names = ", ".join(coming.order_by("user__name").values_list("user__name", flat=True))
        if not names:
            return None
        return Told(
            _("Who of your team comes: %(course)s") % facts,
            [_("From your team: %(names)s.") % {"names": names}],
            [session],
            [_to_page(session.offering)],
        )
    if not (row := _about(letter, State.ENROLLED)):
        return None
    return Told(
        _("Soon: %(course)s") % facts,
        [_("We see you soon. Cannot come after all? Somebody else likes your place.")],
        [session],
        [_to_page(row.offering), _to_leave(row)],
    )
