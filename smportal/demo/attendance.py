"""A course that is over and one that is about to begin, with certificates, evaluations and what
colleagues learned from them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from core.clock import now
from people.models import User
from smportal.demo.college import person
from training.domain import completion, evaluations, experiences, proposals
from training.models import (
    Attendance,
    Certificate,
    Course,
    Enrolment,
    Experience,
    Letter,
    Offering,
    Proposal,
    Session,
    Trainership,
)

CAME = ("eva", "anna", "bas", "carla")
SLUG, TITLE = "verhalen-met-je-telefoon", "Verhalen met je telefoon"
FORMS = (
    (5, 4, 4, "Zelf filmen in de les. Daarna durfde ik het met mijn klas.", "", ""),
    (4, 4, 3, "", "Het filmpje uploaden duurde lang op het wifi van de school.", ""),
    (5, 5, 4, "Samen oefenen.", "", "Een vervolg over ondertitels."),
)
LOG = (
    ("eva", "works", "Studenten maken zelf een verhaal over hun stage. Ze letten beter op dan bij "
     "een verslag.", "Instagram"),
    ("eva", "works_not", "Een groepsapp voor huiswerk: na een week ging het over andere dingen. "
     "Nu staat huiswerk weer in de leeromgeving.", "WhatsApp"),
    ("anna", "works", "Een vast antwoord op veelgestelde vragen scheelt ons een uur per dag.", ""),
    ("bas", "works_not", "Ik wist niet of ik een foto van een student mocht plaatsen. Het protocol "
     "zegt er weinig over.", "Facebook"),
)  # fmt: skip


def build() -> None:
    """Safe to run twice."""
    if Course.objects.filter(slug=SLUG).exists():
        return
    thea = person("thea")
    course = _course(thea)
    _given(course, thea)
    _about_to_begin(course, thea)
    _log()
    Trainership.objects.get_or_create(
        person=thea,
        trained_by_name="Academie voor media en onderwijs",
        defaults={"since": localdate(now()) - timedelta(days=500)},
    )
    # Nobody is mailed about what only the demo did.
    Letter.objects.filter(sent_at=None).update(next_attempt_at=None)


def _course(thea: User) -> Course:
    return Course.objects.create(
        title=TITLE,
        slug=SLUG,
        level="user",
        track="education",
        summary="Maak met je eigen telefoon een kort verhaal over je vak.",
        learning_goals="- Je maakt een video van een minuut.\n- Je vraagt toestemming.",
        valid_months=24,
        may_miss=0,
        is_published=True,
        owner=thea,
    )


def _given(course: Course, thea: User) -> None:
    """Last week: three came, one was ill; the trainer finished it."""
    begin = now().replace(minute=0, second=0, microsecond=0) - timedelta(days=7)
    offering = _offering(course, thea, begin)
    session = offering.sessions.get()
    for slug in CAME:
        state = Attendance.State.EXCUSED if slug == "carla" else Attendance.State.PRESENT
        Attendance.objects.create(
            session=session,
            enrolment=offering.enrolments.get(user=person(slug)),
            state=state,
            how=Attendance.How.LIST if slug == "carla" else Attendance.How.CODE,
            noted_by=thea,
            at=session.starts_at,
        )
    for slug, form in zip(CAME, FORMS, strict=False):
        names = (*evaluations.SCALES, *evaluations.TEXTS)
        evaluations.answer(offering, person(slug), dict(zip(names, form, strict=True)))
    completion.finish(offering, by=thea)
    soon = localdate(now()) + timedelta(days=40)
    Certificate.objects.filter(user=person("bas"), course=course).update(valid_until=soon)


def _about_to_begin(course: Course, thea: User) -> None:
    """The door is open at the moment that somebody looks at a new demo."""
    _offering(course, thea, now().replace(second=0, microsecond=0) + timedelta(minutes=20))


def _offering(course: Course, thea: User, begin: datetime) -> Offering:
    offering = Offering.objects.create(
        course=course, state=Offering.State.PLANNED, capacity=12, starts_at=begin
    )
    offering.trainers.add(thea)
    Session.objects.create(
        offering=offering,
        starts_at=begin,
        ends_at=begin + timedelta(hours=3),
        place="Purmerend, lokaal 1.24",
        guests=0,
    )
    for slug in CAME:
        Enrolment.objects.create(
            offering=offering, user=person(slug), state=Enrolment.State.ENROLLED, asked_at=now()
        )
    return offering


def _log() -> None:
    made = []
    for slug, kind, text, platform in LOG:
        author = person(slug)
        experience = Experience(kind=kind, text=text, platform=platform)
        made.append(experiences.write(experience, by=author, seen=""))
    for slug in ("anna", "carla", "marieke"):
        experiences.recognise(made[1], by=person(slug), is_known=True)
    thea = person("thea")
    follow_up = Proposal(
        kind=Proposal.Kind.FOLLOW_UP,
        title="Vervolgcursus: beeld en toestemming",
        text="Meer collega’s vragen wat mag met foto’s van studenten.",
    )
    proposals.make(follow_up, [made[3]], by=thea)
    proposals.decide(
        follow_up,
        outcome=Proposal.Outcome.TAKEN_UP,
        because="In het voorjaar staat er een middag over beeld en toestemming in het aanbod.",
        by=person("marieke"),
    )
