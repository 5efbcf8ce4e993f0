"""The list of policies, page after page."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain import overview
from people.models import User
from tests.factories.governance import PolicyFactory, PolicyVersionFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


def test_every_policy_stands_on_one_page_of_the_list() -> None:
    titles = ["B", "A", "A", "C"]
    made = {
        PolicyFactory(kind=kind, title=title).pk
        for kind in ("protocol", "privacy")
        for title in titles
    }
    seen: list[int] = []
    after = ""
    while True:
        page = overview.page(day=DAY, after=after, size=3)
        seen += [line.policy.pk for line in page.lines]
        if not (after := page.next):
            break

    assert len(seen) == len(made)
    assert set(seen) == made


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, "0"])
def test_a_strange_place_in_the_list_is_its_start(client: Client, dirk: User, after: str) -> None:
    PolicyFactory(kind="protocol", title="Protocol")
    client.force_login(dirk)

    page = client.get(reverse("governance:policy-list"), {"after": after})

    assert "Protocol" in page.content.decode()


def test_a_filter_looks_behind_the_first_page_too() -> None:
    for number in range(3):
        PolicyFactory(kind="privacy", title=f"{number}")
    in_force = PolicyFactory(kind="protocol", title="Protocol")
    PolicyVersionFactory(policy=in_force, in_force=True, fallback_team=None)

    page = overview.page(day=DAY, state="in_force", size=2)

    assert ([line.policy for line in page.lines], page.next) == ([in_force], "")
