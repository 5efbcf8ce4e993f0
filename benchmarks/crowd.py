"""A college with as many people as asked for, who learn: units, roles, courses, places, proofs.

Written in bulk, so that five thousand people stand there in some ten seconds.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from core.clock import now

UNITS, SECTORS = 60, 6
COURSES, COMPETENCES = 20, 12
PLACES_EACH = 4
ROLES = {"teacher": 80, "agent": 8, "channel_owner": 6, "manager": 4, "trainer": 2}
FIRST = ("Aisha", "Bram", "Carlijn", "Daan", "Esra", "Fleur", "Gijs", "Hanna", "Ibrahim", "Jelle")
LAST = ("de Vries", "Jansen", "van den Berg", "Bakker", "Yilmaz", "Visser", "Smit", "Meijer")


def fill(people: int, offerings: int, seed: int = 13) -> None:
    """`people` in sixty units, `offerings` with one session each, four enrolments a person."""
    dice = random.Random(seed)
    units = _units()
    them = _people(people, units, dice)
    courses = _courses()
    _competences(them, courses, dice)
    _enrol(them, _offerings(courses, offerings), dice)
    _certificates(them, courses, dice)
    _mandates(them, dice)
    _loans(them, dice)
    _ways(them, dice)


def _units() -> list[Any]:
    from people.models import Unit  # noqa: PLC0415 - Django is set up by then

    college = Unit.objects.create(name="The whole college")
    sectors = [Unit.objects.create(name=f"Sector {n}", parent=college) for n in range(SECTORS)]
    schools = [Unit(name=f"School {n:02}", parent=sectors[n % SECTORS]) for n in range(UNITS)]
    Unit.objects.bulk_create(schools)
    return schools


def _people(count: int, units: list[Any], dice: random.Random) -> list[Any]:
    from people.models import RoleGrant, User  # noqa: PLC0415

    them = [
        User(
            email=f"crowd{n}@example.org",
            name=f"{dice.choice(FIRST)} {dice.choice(LAST)} {n}",
            staff_number=f"C{n:05}",
            unit=units[n % len(units)],
            language="nl",
            password="!",  # noqa: S106 - nobody signs in with it
        )
        for n in range(count)
    ]
    User.objects.bulk_create(them)
    roles = dice.choices(list(ROLES), list(ROLES.values()), k=count)
    RoleGrant.objects.bulk_create(
        RoleGrant(user=one, role=role) for one, role in zip(them, roles, strict=True)
    )
    return them


def _courses() -> list[Any]:
    from training.models import Course  # noqa: PLC0415

    return Course.objects.bulk_create(
        Course(
            title=f"Course of the crowd {n}",
            slug=f"crowd-{n}",
            summary="Your first steps.",
            is_published=True,
        )
        for n in range(COURSES)
    )


def _competences(them: list[Any], courses: list[Any], dice: random.Random) -> None:
    """What people must be able to do, and what they say they showed; one in five waits."""
    from training.models import Competence, CompetenceEvidence  # noqa: PLC0415

    made = Competence.objects.bulk_create(
        Competence(
            code=f"crowd-{n}",
            name=f"Competence of the crowd {n:02}",
            text="You can do this.",
            roles=["teacher"] if n % 2 else ["agent", "teacher", "trainer"],
        )
        for n in range(COMPETENCES)
    )
    for number, competence in enumerate(made[:6]):
        competence.courses.add(courses[number])
    at = now()
    CompetenceEvidence.objects.bulk_create(
        CompetenceEvidence(
            user=one,
            competence=dice.choice(made),
            text="I gave a lesson.",
            confirmed_at=at if number % 5 else None,
            confirmed_by=them[0] if number % 5 else None,
            valid_until=at.date() + timedelta(days=dice.randrange(10, 900)),
        )
        for number, one in enumerate(them)
    )


def _offerings(courses: list[Any], count: int) -> list[Any]:
    """Half of them are over, half are to come."""
    from training.models import Offering, Session  # noqa: PLC0415

    first = now() - timedelta(days=count // 2)
    starts = [first + timedelta(days=n) for n in range(count)]
    made = Offering.objects.bulk_create(
        Offering(
            course=courses[n % len(courses)],
            name=f"Group {n}",
            state=Offering.State.PLANNED,
            capacity=30,
            starts_at=start,
        )
        for n, start in enumerate(starts)
    )
    Session.objects.bulk_create(
        Session(offering=one, starts_at=start, ends_at=start + timedelta(hours=2), place="1.24")
        for one, start in zip(made, starts, strict=True)
    )
    return made


def _enrol(them: list[Any], offerings: list[Any], dice: random.Random) -> None:
    """Four places each; who had one that is over mostly came. One in thirty asks, and waits."""
    from training.models import Attendance, Enrolment, Session  # noqa: PLC0415

    at, rows = now(), []
    for number, one in enumerate(them):
        for chosen in dice.sample(range(len(offerings)), min(PLACES_EACH, len(offerings))):
            asks = number % 30 == 0 and offerings[chosen].starts_at > at
            state = Enrolment.State.REQUESTED if asks else Enrolment.State.ENROLLED
            rows.append(Enrolment(offering=offerings[chosen], user=one, state=state, asked_at=at))
    Enrolment.objects.bulk_create(rows, batch_size=5_000)
    session_of = dict(Session.objects.filter(ends_at__lt=at).values_list("offering_id", "pk"))
    Attendance.objects.bulk_create(
        [
            Attendance(
                session_id=session_of[row.offering_id],
                enrolment=row,
                state=Attendance.State.PRESENT if dice.random() < 0.9 else Attendance.State.ABSENT,
                at=at,
            )
            for row in rows
            if row.offering_id in session_of
        ],
        batch_size=5_000,
    )


def _certificates(them: list[Any], courses: list[Any], dice: random.Random) -> None:
    from training.models import Certificate  # noqa: PLC0415

    today = now().date()
    rows = []
    for one in them:
        for course in dice.sample(courses, 2):
            until: date | None = today + timedelta(days=dice.randrange(-100, 900))
            rows.append(
                Certificate(
                    user=one,
                    course=course,
                    name=one.name,
                    course_title=course.title,
                    awarded_on=today - timedelta(days=dice.randrange(600)),
                    valid_until=until if dice.random() < 0.7 else None,
                )
            )
    Certificate.objects.bulk_create(rows, batch_size=5_000)


def _mandates(them: list[Any], dice: random.Random) -> None:
    from training.models import MandateState  # noqa: PLC0415

    at = now()
    MandateState.objects.bulk_create(
        MandateState(user=one, is_held=held, since=at, why="" if held else "course")
        for one in them
        for held in [dice.random() < 0.5]
    )


def _loans(them: list[Any], dice: random.Random) -> None:
    """One in five has a tablet."""
    from training.models import Device, Loan, LoanAgreement  # noqa: PLC0415

    today = now().date()
    agreement, _made = LoanAgreement.objects.get_or_create(
        number=1, defaults={"text": "Take care of it.", "made_at": now()}
    )
    borrowers = them[::5]
    devices = Device.objects.bulk_create(
        Device(name=f"Tablet of the crowd {n}", tag=f"C-{n:05}") for n in range(len(borrowers))
    )
    Loan.objects.bulk_create(
        Loan(
            device=device,
            user=one,
            agreement=agreement,
            handed_out_by=them[0],
            lent_on=today - timedelta(days=30),
            due_on=today + timedelta(days=dice.randrange(-10, 200)),
        )
        for device, one in zip(devices, borrowers, strict=True)
    )


def _ways(them: list[Any], dice: random.Random) -> None:
    from training.content.ten_ways import WAYS  # noqa: PLC0415
    from training.models import TpackProfile, WayTick  # noqa: PLC0415

    WayTick.objects.bulk_create(
        WayTick(user=one, code=dice.choice(WAYS).code, is_done=True) for one in them[::2]
    )
    TpackProfile.objects.bulk_create(
        TpackProfile(user=one, subject="nursing", finished_at=now(), shared_at=now())
        for one in them[::4]
    )
