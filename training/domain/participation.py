"""How many of which unit and role took part: numbers for whoever leads, never a list of names.

Of a group of fewer than five people no share is told: it would be a judgement of persons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core import spreadsheets
from core.clock import now
from people.models import Role, RoleGrant, Unit, User
from training.models import Attendance, Certificate

SMALLEST = 5
YEAR_BEGINS = 8
"""A school year begins on the first of August."""


@dataclass(slots=True)
class Group:
    """Of the people in a group: how many came to something in the year, and finished something."""

    name: str
    people: int = 0
    came: int = 0
    finished: int = 0

    @property
    def is_small(self) -> bool:
        return self.people < SMALLEST

    @property
    def share(self) -> int | None:
        """Percentage that came; None for a small group."""
        return None if self.is_small else round(100 * self.came / self.people)


@dataclass(frozen=True, slots=True)
class Participation:
    """The whole, by unit and by role. Somebody with two roles counts in both."""

    total: Group
    units: list[Group]
    roles: list[Group]


def school_year(day: date) -> int:
    """The calendar year in which the school year of this day began."""
    return day.year if day.month >= YEAR_BEGINS else day.year - 1


def years(day: date, number: int = 4) -> list[int]:
    """This school year and those before it."""
    latest = school_year(day)
    return list(range(latest, latest - number, -1))


def of_year(year: int, units: frozenset[int] | None) -> Participation:
    """The school year that began in `year`, for these units (None: all of them)."""
    staff = User.objects.filter(is_active=True)
    if units is not None:
        staff = staff.filter(unit__in=units)
    unit_of = dict(staff.values_list("pk", "unit"))
    begin, end = _moment(year), _moment(year + 1)
    came = set(
        Attendance.objects.filter(
            state=Attendance.State.PRESENT,
            session__starts_at__gte=begin,
            session__starts_at__lt=end,
        ).values_list("enrolment__user", flat=True)
    )
    finished = set(
        Certificate.objects.filter(
            awarded_on__gte=localdate(begin), awarded_on__lt=localdate(end), revoked_at=None
        ).values_list("user", flat=True)
    )
    counted = _Counter(came, finished)
    total = counted.group(_("all together"), unit_of)
    return Participation(total, _units(unit_of, counted), _roles(unit_of, counted))


@dataclass(frozen=True, slots=True)
class _Counter:
    came: set[int]
    finished: set[int]

    def group(self, name: str, people: Iterable[int]) -> Group:
        those = set(people)
        return Group(name, len(those), len(those & self.came), len(those & self.finished))


def _units(unit_of: dict[int, int | None], counted: _Counter) -> list[Group]:
    people: dict[int | None, list[int]] = defaultdict(list)
    for person, unit in unit_of.items():
        people[unit].append(person)
    names: dict[int | None, str] = dict(Unit.objects.values_list("pk", "name"))
    groups = [counted.group(names.get(pk) or _("no unit"), those) for pk, those in people.items()]
    return sorted(groups, key=lambda one: one.name.casefold())


def _roles(unit_of: dict[int, int | None], counted: _Counter) -> list[Group]:
    people: dict[str, list[int]] = defaultdict(list)
    for person, role in RoleGrant.objects.filter(user__is_active=True).values_list("user", "role"):
        if person in unit_of:
            people[role].append(person)
    roles = [counted.group(str(role.label), people[role]) for role in Role if people[role]]
    granted = {person for those in people.values() for person in those}
    if without := [person for person in unit_of if person not in granted]:
        roles.append(counted.group(_("no role"), without))
    return roles


def _moment(year: int) -> datetime:
    """When the school year begins here."""
    here = ZoneInfo(settings.TIME_ZONE)
    return datetime.combine(date(year, YEAR_BEGINS, 1), time(), here).astimezone(UTC)


def head() -> list[str]:
    return [
        _("Group"),
        _("Name"),
        _("People"),
        _("Took part"),
        _("Finished a course"),
        _("Share that took part (%)"),
    ]


def table(found: Participation) -> Iterator[list[object]]:
    """For a spreadsheet; of a small group only its size."""
    for label, groups in ((_("unit"), found.units), (_("role"), found.roles)):
        for one in groups:
            hidden: list[object] = ["", "", ""]
            told: list[object] = [one.came, one.finished, one.share]
            yield [label, one.name, one.people, *(hidden if one.is_small else told)]


def as_csv(found: Participation) -> str:
    return spreadsheets.csv_text(head(), table(found))


def as_xlsx(found: Participation) -> bytes:
    return spreadsheets.workbook(_("Participation"), head(), table(found))


def this_year() -> int:
    return school_year(localdate(now()))
