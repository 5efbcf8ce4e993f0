"""Pages about the core strategy and the guided start."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import Policy, Strategy
from people.models import User
from tests.factories.goals import StrategyFactory

pytestmark = pytest.mark.django_db


def address(name: str, *args: object) -> str:
    return reverse(f"governance:{name}", args=args)


def page(client: Client, user: User, url: str) -> str:
    client.force_login(user)
    return client.get(url).content.decode()


# --- the core strategy ---------------------------------------------------------------------------


def test_lines_of_the_core_strategy_are_put_in_order(client: Client, dirk: User) -> None:
    first, second = StrategyFactory(title="Een"), StrategyFactory(title="Twee")
    client.force_login(dirk)

    client.post(address("strategy-move", second.pk), {"direction": "up"})

    titles = Strategy.objects.order_by("position").values_list("title", flat=True)
    assert list(titles) == ["Twee", "Een"]
    assert first.pk


def test_a_new_line_comes_last_and_may_be_changed(client: Client, dirk: User) -> None:
    StrategyFactory(position=4)
    client.force_login(dirk)

    client.post(address("strategy-create"), {"title": "Iedereen een diploma"})
    line = Strategy.objects.get(title="Iedereen een diploma")
    client.post(address("strategy-edit", line.pk), {"title": "Ieder een diploma"})

    line.refresh_from_db()
    assert (line.title, line.position) == ("Ieder een diploma", 5)


def test_the_same_line_twice_is_told_beside_the_field(client: Client, dirk: User) -> None:
    StrategyFactory(title="Diploma")
    client.force_login(dirk)

    found = client.post(address("strategy-create"), {"title": "Diploma"}).content.decode()

    assert 'id="id_title_error"' in found


def test_a_retired_line_may_count_again(client: Client, dirk: User) -> None:
    line = StrategyFactory()
    client.force_login(dirk)

    client.post(address("strategy-retire", line.pk))
    line.refresh_from_db()
    assert not line.is_current
    client.post(address("strategy-retire", line.pk), {"again": "on"})
    line.refresh_from_db()
    assert line.is_current


def test_a_teacher_reads_the_core_strategy_and_changes_nothing(client: Client, eva: User) -> None:
    line = StrategyFactory(title="Diploma")

    assert "Diploma" in page(client, eva, address("strategy-list"))
    assert client.post(address("strategy-retire", line.pk)).status_code == 403


# --- the guided start ----------------------------------------------------------------------------


def test_the_start_of_an_unknown_domain_does_not_exist(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    assert client.get(address("vision-start-domain", "sport")).status_code == 404
    assert client.post(address("vision-write", "sport")).status_code == 404


def test_from_the_start_one_writes_a_line_and_comes_back(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    answer = client.post(address("strategy-create") + "?start=1", {"title": "Diploma"})

    assert answer.headers["Location"] == address("vision-start")


def test_from_the_start_one_takes_a_goal_and_comes_back(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    answer = client.post(address("goal-take", "answer_in_time"), {"start": "1"})

    assert answer.headers["Location"].startswith(address("vision-start-domain", "communication"))


def test_from_the_start_one_writes_the_vision(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    answer = client.post(address("vision-write", "learning"))

    vision = Policy.objects.get()
    assert answer.headers["Location"] == address("version-edit", vision.slug, 1)
    assert vision.title in page(client, dirk, address("vision-start-domain", "learning"))
