"""What waits for a person: asked of every subject, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from people.domain import waiting
from people.domain.waiting import Waiting
from people.models import User

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 18)


@pytest.fixture
def waits() -> Iterator[Callable[..., None]]:
    """`waits(Waiting(…))` lets something wait for everybody."""
    things: list[Waiting] = []
    waiting.register("test", lambda user, day: things)
    yield lambda *more: things.extend(more)
    waiting._sources.pop("test")


def thing(text: str, days: int | None = None) -> Waiting:
    return Waiting("Read", text, f"/{text}/", None if days is None else TODAY + timedelta(days))


@time_machine.travel(datetime(2026, 3, 18, 10, tzinfo=UTC), tick=False)
def test_the_page_shows_the_most_urgent_first(
    client: Client, eva: User, waits: Callable[..., None]
) -> None:
    waits(thing("no-date"), thing("far", 8), thing("near", 7), thing("now", 0), thing("late", -1))
    client.force_login(eva)

    page = client.get(reverse("people:waiting"))

    groups = {group.label: [one.text for one in group.things] for group in page.context["groups"]}
    assert groups == {
        "Overdue": ["late"],
        "Today": ["now"],
        "Within a week": ["near"],
        "Later, or without a date": ["far", "no-date"],
    }
    assert "should have been done by 17 March 2026" in page.content.decode()


def test_who_has_nothing_waiting_hears_so(client: Client, eva: User) -> None:
    client.force_login(eva)

    assert "Nothing waits for you" in client.get(reverse("people:waiting")).content.decode()


@pytest.mark.parametrize(
    ("choice", "words"),
    [("daily", "on working days"), ("weekly", "once a week"), ("never", "only mail you about")],
)
def test_the_page_says_what_we_mail(client: Client, eva: User, choice: str, words: str) -> None:
    User.objects.filter(pk=eva.pk).update(wants_digest=choice)
    client.force_login(eva)

    assert words in client.get(reverse("people:waiting")).content.decode()
