from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from core.clock import now
from monitoring.models import Source
from people.models import User
from tests.factories.monitoring import MatchFactory, MentionFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(anna: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(anna)
    return client


def texts(api: APIClient, **filters: Any) -> list[str]:
    return [one["text"] for one in api.get("/api/v1/mentions/", filters).json()["results"]]


def test_mentions_come_newest_first_with_their_terms(api: APIClient) -> None:
    MatchFactory(
        term__slug="open-dag",
        mention__text="oud",
        mention__published_at=now() - timedelta(days=1),
    )
    MentionFactory(text="nieuw")

    results = api.get("/api/v1/mentions/").json()["results"]

    assert [(one["text"], one["terms"]) for one in results] == [
        ("nieuw", []),
        ("oud", ["open-dag"]),
    ]
    assert "raw" not in results[0]


def test_mentions_can_be_filtered(api: APIClient) -> None:
    MatchFactory(term__slug="open-dag", mention__text="de roosters", mention__threat="likely")
    MentionFactory(text="anders", published_at=now() - timedelta(days=2))

    assert texts(api, term="open-dag") == ["de roosters"]
    assert texts(api, search="rooster") == ["de roosters"]
    assert texts(api, threat="likely") == ["de roosters"]
    assert texts(api, published_after=(now() - timedelta(days=1)).isoformat()) == ["de roosters"]


def test_pages_follow_each_other(api: APIClient) -> None:
    for number in range(3):
        MentionFactory(text=str(number), published_at=now() - timedelta(minutes=number))

    first = api.get("/api/v1/mentions/", {"page_size": 2}).json()
    second = api.get(first["next"]).json()

    assert [one["text"] for one in first["results"] + second["results"]] == ["0", "1", "2"]
    assert second["next"] is None


def test_a_source_tells_how_it_does(api: APIClient) -> None:
    source = SourceFactory(health=Source.Health.RECONNECT, fault=Source.Fault.KEYS)
    api.cookies["language"] = "en"

    found = api.get(f"/api/v1/sources/{source.pk}/").json()

    assert (found["health"], found["fault"], found["is_late"]) == ("reconnect", "keys", False)
    assert "Connect again" in found["problem"]


@pytest.mark.parametrize("path", ["mentions", "sources"])
def test_eva_the_teacher_gets_nothing(eva: User, path: str) -> None:
    client = APIClient()
    client.force_authenticate(eva)

    assert client.get(f"/api/v1/{path}/").status_code == 403


@pytest.mark.parametrize("path", ["mentions", "sources"])
def test_a_stranger_gets_nothing(db: None, path: str) -> None:
    assert APIClient().get(f"/api/v1/{path}/").status_code in {401, 403}


@pytest.mark.parametrize("path", ["mentions", "sources"])
def test_nothing_can_be_written(api: APIClient, path: str) -> None:
    assert api.post(f"/api/v1/{path}/", {}).status_code == 405


@pytest.mark.parametrize("path", ["mentions", "sources"])
@pytest.mark.parametrize("rows", [1, 10])
def test_a_list_costs_two_queries(
    anna: User, path: str, rows: int, django_assert_num_queries: Any
) -> None:
    for _ in range(rows):
        MatchFactory()
    client = APIClient()
    client.force_authenticate(User.objects.get(pk=anna.pk))

    with django_assert_num_queries(2):
        client.get(f"/api/v1/{path}/")
