"""Setting who must confirm a policy."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core.models import LogEntry
from governance.domain import readerships
from governance.models import Policy, Readership
from people.models import Role, Unit, User
from tests.factories.people import UserFactory
from tests.factories.reading import ReadershipFactory
from tests.governance.reading.conftest import teacher

pytestmark = pytest.mark.django_db


def address(name: str, policy: Policy, *more: int) -> str:
    return reverse(f"governance:{name}", args=[policy.slug, *more])


def chosen(**changes: Any) -> dict[str, Any]:
    return {
        "roles": [Role.TEACHER],
        "since_date": "2026-03-02",
        "days": 21,
        "new_staff_days": 10,
        "target_percent": 95,
        **changes,
    }


def test_a_manager_chooses_who_must_confirm(
    client: Client, policy: Policy, school: Unit, dirk: User
) -> None:
    client.force_login(dirk)

    response = client.post(address("readership-create", policy), chosen(units=[school.pk]))

    made = policy.readerships.get()
    assert response.headers["Location"] == address("policy-progress", policy)
    assert (made.roles, list(made.units.all()), made.days) == (["teacher"], [school], 21)
    assert LogEntry.objects.get(verb="asked to confirm").detail["units"] == ["School of tourism"]


def test_counting_shows_how_many_and_stores_nothing(
    client: Client, policy: Policy, school: Unit, department: Unit, dirk: User
) -> None:
    teacher("Ad", school)
    teacher("Bea", department)
    teacher("Elsewhere")
    UserFactory(unit=school, roles=[Role.AGENT])
    client.force_login(dirk)
    data = chosen(units=[school.pk])

    page = client.post(address("readership-create", policy), {**data, "count": "on"})
    fragment = client.post(address("readership-count", policy), data)

    assert "This asks 2 colleagues." in page.content.decode()
    assert "This asks 2 colleagues." in fragment.content.decode()
    assert not policy.readerships.exists()


def test_somebody_with_two_of_the_roles_counts_once(db: None) -> None:
    UserFactory(roles=[Role.TEACHER, Role.TRAINER])

    assert readerships.count([Role.TEACHER, Role.TRAINER], []) == 1


def test_a_colleague_who_left_is_not_counted(db: None) -> None:
    UserFactory(is_active=False)

    assert readerships.count([], []) == 0


def test_a_mistake_is_told_beside_its_field(client: Client, policy: Policy, dirk: User) -> None:
    client.force_login(dirk)

    response = client.post(address("readership-create", policy), chosen(target_percent=120))

    assert response.status_code == 422
    assert 'id="id_target_percent_error"' in response.content.decode()


def test_a_change_is_kept_with_what_it_was(client: Client, policy: Policy, dirk: User) -> None:
    readership = ReadershipFactory(policy=policy, days=28)
    client.force_login(dirk)
    seen = readership.updated_at.isoformat()

    client.post(address("readership-edit", policy, readership.pk), chosen(seen=seen))

    readership.refresh_from_db()
    entry = LogEntry.objects.get(verb="changed who must confirm")
    assert readership.days == 21
    assert (entry.detail["before"]["days"], entry.detail["after"]["days"]) == (28, 21)


def test_the_second_of_two_is_shown_what_the_first_chose(
    client: Client, policy: Policy, dirk: User
) -> None:
    readership = ReadershipFactory(policy=policy)
    seen = readership.updated_at.isoformat()
    client.force_login(dirk)
    edit = address("readership-edit", policy, readership.pk)
    client.post(edit, chosen(seen=seen, days=7))

    response = client.post(edit, chosen(seen=seen, days=99))
    page = response.content.decode()

    readership.refresh_from_db()
    assert (response.status_code, readership.days) == (409, 7)
    assert "within 7 days" in page
    assert 'value="99"' in page


def test_the_second_may_save_after_all(client: Client, policy: Policy, dirk: User) -> None:
    readership = ReadershipFactory(policy=policy)
    client.force_login(dirk)
    edit = address("readership-edit", policy, readership.pk)
    refused = client.post(edit, chosen(seen="", days=99))

    client.post(edit, chosen(seen=refused.context["form"]["seen"].value(), days=99))

    readership.refresh_from_db()
    assert readership.days == 99


def test_asking_no_longer_is_remembered(client: Client, policy: Policy, dirk: User) -> None:
    readership = ReadershipFactory(policy=policy)
    client.force_login(dirk)
    path = address("readership-delete", policy, readership.pk)

    client.post(path)

    assert not Readership.objects.exists()
    assert LogEntry.objects.filter(verb="stopped asking to confirm", actor=dirk).exists()
    assert client.post(path).status_code == 404


@pytest.mark.parametrize("name", ["readership-create", "readership-count"])
def test_a_teacher_asks_nobody(client: Client, policy: Policy, eva: User, name: str) -> None:
    client.force_login(eva)

    assert client.post(address(name, policy), chosen()).status_code == 403
    assert not Readership.objects.exists()


def test_a_teacher_takes_no_readership_away(client: Client, policy: Policy, eva: User) -> None:
    readership = ReadershipFactory(policy=policy)
    client.force_login(eva)

    response = client.post(address("readership-delete", policy, readership.pk))

    assert response.status_code == 403
    assert Readership.objects.exists()


def test_a_readership_of_another_policy_is_not_found(
    client: Client, policy: Policy, dirk: User
) -> None:
    other = ReadershipFactory()
    client.force_login(dirk)

    assert client.get(address("readership-edit", policy, other.pk)).status_code == 404
