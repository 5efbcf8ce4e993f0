"""How far training came, as figures that the college's goals are held against.

Publication, chapter 7: commitment of all layers. What cannot be known today gives no figure.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from django.utils.timezone import localdate

from governance.domain import indicators
from governance.domain.measuring import share
from governance.models import Measure
from people.models import User
from training.models import Attendance, Certificate, Course

YEAR: Final = timedelta(days=365)


def measure(*, at: datetime) -> dict[str, Decimal]:
    """Record today's figures; which they were. Running it again on a day only makes them newer."""
    figures = {
        Measure.TRAINED.value: trained(at=at),
        Measure.TAKING_PART.value: taking_part(at=at),
    }
    found = {name: value for name, value in figures.items() if value is not None}
    for name, value in found.items():
        indicators.record(name, value, localdate(at))
    return found


def trained(*, at: datetime) -> Decimal | None:
    """Which share of the colleagues holds "the course" today (%); None where there is none."""
    if not Course.objects.for_mandate().exists():
        return None
    valid = Certificate.objects.valid(localdate(at)).filter(course__counts_for_mandate=True)
    colleagues = User.objects.filter(is_active=True)
    return share(colleagues.filter(pk__in=valid.values("user")).count(), colleagues.count())


def taking_part(*, at: datetime) -> Decimal | None:
    """Which share of the colleagues was at a session in the past year (%).

    None as long as nobody's presence was noted.
    """
    there = Attendance.objects.filter(
        state=Attendance.State.PRESENT,
        session__starts_at__gt=at - YEAR,
        session__starts_at__lte=at,
    )
    if not there.exists():
        return None
    colleagues = User.objects.filter(is_active=True)
    came = colleagues.filter(pk__in=there.values("enrolment__user")).count()
    return share(came, colleagues.count())
