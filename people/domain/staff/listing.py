"""The list of staff: who may be seen, found by name or number, and the same as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from core import spreadsheets
from people.domain.staff import showing
from people.models import Unit, User
from people.permissions import units_seen_by

TEMPLATE_HEAD = ("personeelsnummer", "naam", "e-mail", "eenheid", "rollen", "actief")
TEMPLATE_ROWS = (
    ("10234", "Noor de Wit", "n.dewit@voorbeeld.nl", "School voor Toerisme", "docent", "ja"),
    ("10235", "Sam Bakker", "s.bakker@voorbeeld.nl", "HR", "docent, trainer", "ja"),
)


def seen_by(user: User) -> QuerySet[User]:
    """The people of whom this person may see who they are."""
    units = units_seen_by(user)
    people: QuerySet[User] = User.objects.all()
    return people if units is None else people.filter(unit__in=units)


def found(
    people: QuerySet[User],
    *,
    words: str = "",
    unit: Unit | None = None,
    role: str = "",
    active: str = "",
) -> QuerySet[User]:
    """Narrowed by words in name, address or number, by unit and what is below it, role, access."""
    for word in words.replace("\x00", "").split()[:5]:
        people = people.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(staff_number__istartswith=word)
        )
    if unit:
        people = people.filter(unit__in=Unit.objects.at_or_below([unit.pk]))
    if role:
        people = people.filter(role_grants__role=role)
    if active:
        people = people.filter(is_active=active == "yes")
    return people.select_related("unit").prefetch_related("role_grants")


def units_to_choose(user: User) -> QuerySet[Unit]:
    units = units_seen_by(user)
    chosen = Unit.objects.order_by("name")
    return chosen if units is None else chosen.filter(pk__in=units)


def table(people: QuerySet[User]) -> tuple[list[str], list[list[Any]]]:
    """Head and rows, with the columns that can be read back."""
    head = [
        _("Staff number"),
        _("Name"),
        _("E-mail address"),
        _("Unit"),
        _("Roles"),
        _("Active"),
        _("Last signed in"),
    ]
    return head, [list(_cells(user)) for user in people.order_by("name", "pk")]


def _cells(user: User) -> Iterator[Any]:
    yield user.staff_number
    yield user.name
    yield user.email
    yield user.unit.name if user.unit else ""
    roles = [grant.role for grant in user.role_grants.all()]
    yield showing.role_labels(roles) if roles else ""
    yield _("yes") if user.is_active else _("no")
    yield user.last_login.date().isoformat() if user.last_login else ""


def template() -> str:
    """A file to fill in: the columns, and two lines that show how."""
    return spreadsheets.csv_text(TEMPLATE_HEAD, TEMPLATE_ROWS)
