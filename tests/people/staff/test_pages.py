from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from people.models import Role, StaffImport, User
from tests.factories.people import UnitFactory, UserFactory
from tests.people.staff.files import csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def ali(client: Client) -> User:
    user: User = UserFactory(name="Ali", roles=[Role.ADMINISTRATOR])
    client.force_login(user)
    return user


def names(client: Client, **asked: str) -> list[str]:
    page = client.get(reverse("people:staff-list"), asked)
    return [person.name for person in page.context["people"]]


def test_staff_is_found_by_name_address_number_unit_role_and_access(
    client: Client, ali: User
) -> None:
    school = UnitFactory(name="School")
    team = UnitFactory(name="Team", parent=school)
    UserFactory(name="Bea", email="b@x.nl", staff_number="77", unit=team, roles=[Role.TRAINER])
    UserFactory(name="Cor", is_active=False)

    assert names(client) == ["Ali", "Bea"]
    assert names(client, q="be") == names(client, q="77") == names(client, q="b@x") == ["Bea"]
    assert names(client, unit=str(school.pk)) == names(client, role="trainer") == ["Bea"]
    assert names(client, active="no") == ["Cor"]
    assert names(client, active="all", unit="nonsense") == ["Ali", "Bea", "Cor"]


def test_pages_of_the_list_follow_each_other(client: Client, ali: User) -> None:
    UserFactory.create_batch(60, name="Gelijk")

    first = client.get(reverse("people:staff-list"))
    second = client.get(reverse("people:staff-list"), {"after": first.context["next"]})

    shown = [one.pk for page in (first, second) for one in page.context["people"]]
    assert len(set(shown)) == len(shown) == 61
    assert second.context["next"] == ""


def test_a_manager_sees_the_own_units_only(client: Client) -> None:
    mine, other = UnitFactory(), UnitFactory()
    UserFactory(name="Van mij", unit=mine)
    UserFactory(name="Elders", unit=other)
    client.force_login(UserFactory(name="Baas", roles=[Role.MANAGER], unit=mine))

    assert names(client) == ["Baas", "Van mij"]
    assert names(client, unit=str(other.pk)) == ["Baas", "Van mij"]
    assert "Elders" not in client.get(reverse("people:staff-csv")).content.decode()
    assert client.get(reverse("people:staff-import")).status_code == 403


def test_a_teacher_sees_no_list(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert client.get(reverse("people:staff-list")).status_code == 403


def test_no_cell_of_a_file_is_a_formula(client: Client, ali: User) -> None:
    UserFactory(name="=1+1", email="f@x.nl")

    text = client.get(reverse("people:staff-csv")).content.decode()
    sheet = load_workbook(BytesIO(client.get(reverse("people:staff-xlsx")).content)).worksheets[0]

    assert ";'=1+1;" in text
    assert [cell.value for cell in sheet[2]][1] == "'=1+1"
    assert sheet[2][1].data_type == "s"


def test_a_file_goes_from_upload_to_outcome(client: Client, ali: User) -> None:
    file = SimpleUploadedFile("hr.csv", csv("1;Jan;jan@x.nl;;;", "2;Fout;x;;;"))

    page = client.post(reverse("people:staff-import"), {"file": file}, follow=True)
    one = StaffImport.objects.get()
    assert "is not an e-mail address" in page.content.decode()
    assert not User.objects.filter(name="Jan").exists()

    page = client.post(reverse("people:staff-import-apply", args=[one.pk]), follow=True)
    assert "The file is applied." in page.content.decode()
    assert User.objects.filter(name="Jan").exists()


def test_a_file_of_no_use_stays_on_the_page_with_the_reason(client: Client, ali: User) -> None:
    file = SimpleUploadedFile("hr.pdf", b"%PDF-1.7\nnothing")

    page = client.post(reverse("people:staff-import"), {"file": file})

    assert page.status_code == 422
    assert "at least the columns naam and e-mail" in page.content.decode()


def test_a_preview_can_be_thrown_away(client: Client, ali: User) -> None:
    file = SimpleUploadedFile("hr.csv", csv("1;Jan;jan@x.nl;;;"))
    client.post(reverse("people:staff-import"), {"file": file})

    client.post(reverse("people:staff-import-discard", args=[StaffImport.objects.get().pk]))

    assert not StaffImport.objects.exists()


def test_the_example_can_be_uploaded_as_it_is(client: Client, ali: User) -> None:
    UnitFactory(name="HR")
    UnitFactory(name="School voor Toerisme")
    example = client.get(reverse("people:staff-template")).content

    client.post(
        reverse("people:staff-import"), {"file": SimpleUploadedFile("personeel.csv", example)}
    )

    assert StaffImport.objects.get().outcome["new"] == 2
