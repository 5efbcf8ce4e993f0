from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from people.domain.colleagues import written
from people.models import Absence, Role, User
from tests.factories.people import AbsenceFactory, UserFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
LIST = reverse("people:absence-list")
CREATE = reverse("people:absence-create")


def days(**more: object) -> dict[str, object]:
    return {"from_date": "2026-11-25", "until_date": "2026-11-27", **more}


@pytest.fixture(autouse=True)
def frozen() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


# --- profile and language ---------------------------------------------------------------------
def test_a_person_sees_their_roles_and_teams(client: Client, anna: User) -> None:
    client.force_login(anna)

    page = client.get(reverse("people:profile")).content.decode()

    assert "webcare agent" in page
    assert "Info centre" in page


def test_a_substitute_sees_for_which_teams(client: Client, anna: User, carla: User) -> None:
    AbsenceFactory(user=carla, substitute=anna, from_date=TODAY, until_date=TODAY)
    client.force_login(anna)

    page = client.get(reverse("people:profile")).content.decode()

    assert "Stands in for" in page
    assert "Communications" in page


def test_a_person_changes_their_own_settings(client: Client, anna: User) -> None:
    client.force_login(anna)

    client.post(
        reverse("people:profile"),
        {"name": "Anna de Boer", "language": "nl", "wants_digest": "weekly"},
    )

    anna.refresh_from_db()
    assert (anna.name, anna.language, anna.uses_shortcuts) == ("Anna de Boer", "nl", False)


def test_nobody_changes_their_address_or_rights_in_the_profile(client: Client, anna: User) -> None:
    client.force_login(anna)

    client.post(
        reverse("people:profile"),
        {
            "name": "Anna",
            "language": "en",
            "wants_digest": "daily",
            "email": "x@example.org",
            "is_superuser": "on",
        },
    )

    changed = User.objects.get(pk=anna.pk)
    assert changed.email == anna.email
    assert not changed.is_superuser


def test_the_profile_takes_a_fixed_number_of_queries(
    client: Client, anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(anna)

    with django_assert_num_queries(5):
        client.get(reverse("people:profile"))


def test_a_visitor_chooses_a_language_before_signing_in(client: Client) -> None:
    login = reverse("account_login")

    response = client.post(reverse("people:language"), {"language": "en", "next": login})

    assert response.headers["Location"] == login
    assert client.get(login).headers["Content-Language"] == "en"


def test_the_language_of_a_person_is_remembered_with_them(client: Client, anna: User) -> None:
    client.force_login(anna)

    client.post(reverse("people:language"), {"language": "nl"})

    anna.refresh_from_db()
    assert anna.language == "nl"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_choosing_a_language_never_leads_away(client: Client, target: str) -> None:
    response = client.post(reverse("people:language"), {"language": "nl", "next": target})

    assert response.headers["Location"] == "/"


def test_an_unknown_language_is_refused(client: Client) -> None:
    assert client.post(reverse("people:language"), {"language": "xx"}).status_code == 400


def test_a_language_is_not_changed_by_a_link(client: Client) -> None:
    assert client.get(reverse("people:language")).status_code == 405


# --- absence ----------------------------------------------------------------------------------
def test_a_person_enters_their_own_absence(client: Client, anna: User, bas: User) -> None:
    client.force_login(anna)

    response = client.post(CREATE, days(substitute=bas.pk))

    assert response.headers["Location"] == LIST
    absence = Absence.objects.get()
    assert (absence.user, absence.substitute) == (anna, bas)


def test_anna_cannot_enter_absence_for_bas(client: Client, anna: User, bas: User) -> None:
    client.force_login(anna)

    client.post(CREATE, days(user=bas.pk))

    assert Absence.objects.get().user == anna


def test_dirk_enters_absence_for_anna(client: Client, anna: User, dirk: User) -> None:
    client.force_login(dirk)

    client.post(CREATE, days(user=anna.pk))

    assert Absence.objects.get().user == anna


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"until_date": "2026-11-24"}, "until_date", "The last day is before the first day."),
        ({"from_date": ""}, "from_date", "This field is required."),
    ],
)
def test_days_that_make_no_sense_are_told_beside_the_field(
    client: Client, anna: User, given: dict[str, str], field: str, message: str
) -> None:
    client.force_login(anna)

    response = client.post(CREATE, days(**given))

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    page = response.content.decode()
    assert message in page
    assert f'id="id_{field}_error"' in page


def test_someone_who_is_away_cannot_stand_in(client: Client, anna: User, bas: User) -> None:
    AbsenceFactory(user=bas, from_date=date(2026, 11, 27), until_date=date(2026, 12, 1))
    client.force_login(anna)

    response = client.post(CREATE, days(substitute=bas.pk))

    assert list(response.context["form"].errors) == ["substitute"]


def test_the_same_days_are_not_entered_twice(client: Client, anna: User) -> None:
    AbsenceFactory(user=anna, from_date=date(2026, 11, 20), until_date=date(2026, 11, 25))
    client.force_login(anna)

    response = client.post(CREATE, days())

    assert list(response.context["form"].errors) == ["from_date"]


def test_nobody_is_their_own_substitute(client: Client, dirk: User, anna: User) -> None:
    client.force_login(dirk)

    response = client.post(CREATE, days(user=anna.pk, substitute=anna.pk))

    assert list(response.context["form"].errors) == ["substitute"]


def test_an_absence_can_be_changed_without_meeting_itself(client: Client, anna: User) -> None:
    absence = AbsenceFactory(user=anna, from_date=TODAY, until_date=date(2026, 11, 26))
    client.force_login(anna)

    client.post(reverse("people:absence-edit", args=[absence.pk]), days())

    absence.refresh_from_db()
    assert absence.until_date == date(2026, 11, 27)


@pytest.mark.parametrize("action", ["absence-edit", "absence-delete"])
def test_bas_cannot_touch_annas_absence(client: Client, anna: User, bas: User, action: str) -> None:
    absence = AbsenceFactory(user=anna, from_date=TODAY, until_date=TODAY)
    client.force_login(bas)

    response = client.post(reverse(f"people:{action}", args=[absence.pk]), days())

    assert response.status_code == 403
    assert Absence.objects.get().from_date == TODAY


def test_dirk_deletes_annas_absence(client: Client, anna: User, dirk: User) -> None:
    absence = AbsenceFactory(user=anna, from_date=TODAY, until_date=TODAY)
    client.force_login(dirk)

    client.post(reverse("people:absence-delete", args=[absence.pk]))

    assert not Absence.objects.exists()


def test_a_link_does_not_delete(client: Client, anna: User) -> None:
    absence = AbsenceFactory(user=anna, from_date=TODAY, until_date=TODAY)
    client.force_login(anna)

    assert client.get(reverse("people:absence-delete", args=[absence.pk])).status_code == 405


def test_people_see_their_own_absence_and_managers_all(
    client: Client, anna: User, bas: User, dirk: User
) -> None:
    own = AbsenceFactory(user=anna, from_date=TODAY, until_date=TODAY)
    other = AbsenceFactory(user=bas, from_date=TODAY, until_date=TODAY)
    over = date(2026, 8, 1)
    AbsenceFactory(user=anna, from_date=over, until_date=over)

    client.force_login(anna)
    assert [row["absence"] for row in client.get(LIST).context["absences"]] == [own]
    client.force_login(dirk)
    assert [row["absence"] for row in client.get(LIST).context["absences"]] == [own, other]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_for_one_row_and_for_three(
    client: Client, dirk: User, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        AbsenceFactory(
            user=UserFactory(), substitute=UserFactory(), from_date=TODAY, until_date=TODAY
        )
    client.force_login(dirk)

    with django_assert_num_queries(4):
        client.get(LIST)


def test_an_administrator_arranges_absence_too(client: Client, anna: User) -> None:
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))

    client.post(CREATE, days(user=anna.pk))

    assert Absence.objects.get().user == anna


def test_the_form_of_a_manager_starts_with_themselves(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    assert client.get(CREATE).context["form"]["user"].value() == written(dirk)
