from __future__ import annotations

from typing import Any

import pytest
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from core.models import LogEntry
from people.models import Role, User
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db

JAN = {"name": "Jan", "email": "jan@x.nl", "unit": "HR", "roles": ["teacher"]}


@pytest.fixture
def ali(db: None) -> User:
    user: User = UserFactory(name="Ali", staff_number="1", roles=[Role.ADMINISTRATOR])
    return user


@pytest.fixture
def api(ali: User) -> APIClient:
    UnitFactory(name="HR")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.create(user=ali).key}")
    client.cookies["language"] = "en"
    return client


def put(api: APIClient, number: str = "7", **changes: Any) -> Any:
    return api.put(f"/api/v1/staff/{number}/", {**JAN, **changes}, format="json")


def test_putting_makes_then_changes_and_twice_is_once(api: APIClient) -> None:
    made, same = put(api), put(api)
    entries = LogEntry.objects.count()
    assert (made.status_code, same.status_code) == (201, 200)
    assert put(api).json() == made.json()
    assert LogEntry.objects.count() == entries

    changed = put(api, name="Jan Jansen", roles=[])

    assert changed.json()["name"] == "Jan Jansen"
    assert changed.json()["roles"] == []
    assert User.objects.get(staff_number="7").unit.name == "HR"


def test_what_is_left_out_stays(api: APIClient) -> None:
    put(api)

    shown = api.put("/api/v1/staff/7/", {"name": "Jan", "email": "jan@x.nl"}, format="json").json()

    assert (shown["unit"], shown["roles"]) == ("HR", ["teacher"])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "nothing"}, "email"),
        ({"roles": ["wizard"]}, "roles"),
        ({"unit": "Nowhere"}, "unit"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    api: APIClient, changes: dict[str, Any], field: str
) -> None:
    answer = put(api, **changes)

    assert (answer.status_code, list(answer.json())) == (400, [field])
    assert not User.objects.filter(staff_number="7").exists()


def test_a_unit_is_made_when_asked(api: APIClient) -> None:
    assert put(api, unit="Nieuw", make_unit=True).json()["unit"] == "Nieuw"


def test_an_address_of_somebody_else_is_refused(api: APIClient, ali: User) -> None:
    put(api)

    assert "belongs to Ali" in put(api, email=ali.email).json()["email"][0]


def test_deleting_lets_somebody_in_no_more(api: APIClient) -> None:
    put(api)

    assert api.delete("/api/v1/staff/7/").status_code == 204
    assert api.delete("/api/v1/staff/7/").status_code == 204
    assert not User.objects.get(staff_number="7").is_active
    assert api.delete("/api/v1/staff/8/").status_code == 404


def test_nobody_locks_themselves_out(api: APIClient, ali: User) -> None:
    assert api.delete("/api/v1/staff/1/").status_code == 409
    assert put(api, number="1", email=ali.email, roles=["teacher"]).status_code == 409
    ali.refresh_from_db()
    assert ali.is_active


def test_the_list_goes_by_number_in_pages(api: APIClient) -> None:
    put(api)
    UserFactory()

    first = api.get("/api/v1/staff/", {"page_size": 1}).json()
    second = api.get(first["next"]).json()

    assert [one["staff_number"] for one in first["results"] + second["results"]] == ["1", "7"]
    found = api.get("/api/v1/staff/", {"search": "jan", "unit": "hr"}).json()["results"]
    assert [one["name"] for one in found] == ["Jan"]


@pytest.mark.parametrize("role", [Role.MANAGER, Role.TEACHER, Role.BOARD])
def test_only_administrators_get_in(role: Role) -> None:
    client = APIClient()
    client.force_authenticate(UserFactory(roles=[role]))

    assert client.get("/api/v1/staff/").status_code == 403
    assert put(client).status_code == 403
    assert client.delete("/api/v1/staff/1/").status_code == 403


def test_a_stranger_gets_nothing(db: None) -> None:
    assert APIClient().get("/api/v1/staff/").status_code == 401
