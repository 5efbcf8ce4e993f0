"""Staff: the list, the file of HR, and the API."""

from __future__ import annotations

from typing import Any

from core.clock import now
from people.domain.staff import imports
from people.models import Role, StaffImport, User
from tests.factories.people import UserFactory
from tests.people.staff.files import csv

LIST, FORM, API = 8, 6, 3

PAGES = {
    "people:staff-list": LIST,
    "people:colleagues": API,
    "people:staff-csv": FORM,
    "people:staff-xlsx": FORM,
    "people:staff-import": FORM,
    "people:staff-template": FORM,
    "people:staff-import-detail": FORM,
    "api:staff-list": API + 1,  # the people and the roles of all of them
    "api:staff-detail": API + 1,
}
STEPS = {"people:staff-import-apply", "people:staff-import-discard"}
NUMBER = "S1"


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    return {
        "people:staff-import-detail": {"pk": StaffImport.objects.order_by("pk")[0].pk},
        "api:staff-detail": {"staff_number": NUMBER},
    }


def grow(reader: User, count: int) -> None:
    if not User.objects.filter(staff_number=NUMBER).exists():
        UserFactory(staff_number=NUMBER)
    start = User.objects.count()
    for number in range(start, start + count):
        UserFactory(staff_number=f"N{number}", roles=[Role.TEACHER, Role.TRAINER])
    lines = [f"F{number};Nieuw {number};new{number}@x.nl;;;" for number in range(count)]
    if StaffImport.objects.exists():
        one = StaffImport.objects.order_by("pk")[0]
        one.plan = one.plan * 20
        one.save()
    for _number in range(count):
        StaffImport.objects.create(filename="x.csv", uploaded_by=reader, uploaded_at=now())
    if not StaffImport.objects.exclude(plan=[]).exists():
        StaffImport.objects.all().delete()
        imports.preview(csv(*lines), filename="personeel.csv", by=reader)
