"""“Was this useful?” counts readers, and not how often one of them pushed the button."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from people.models import User
from tests.factories.knowledge import ArticleFactory
from training.domain import votes
from training.models import Article

pytestmark = pytest.mark.django_db
MORNING = "2026-06-01 10:00+02:00"


@pytest.fixture
def article() -> Article:
    cache.clear()
    made: Article = ArticleFactory(audience="public")
    return made


def say(client: Client, article: Article, useful: str = "yes") -> str:
    url = reverse("training:public-vote", args=[article.slug])
    return str(client.post(url, {"useful": useful})["Location"])


def counted(article: Article) -> tuple[int, int]:
    article.refresh_from_db()
    return article.useful, article.not_useful


def test_a_browser_counts_once_and_sees_that_it_said_so(client: Client, article: Article) -> None:
    page = reverse("training:public-article", args=[article.slug])
    say(client, article)
    say(client, article, "no")

    assert counted(article) == (1, 0)
    assert 'name="useful"' not in client.get(page).content.decode()
    flag = client.cookies[f"useful-{article.pk}"]
    assert (flag.value, flag["path"], flag["httponly"]) == ("yes", page, True)


@time_machine.travel(MORNING, tick=False)
def test_a_machine_that_forgets_its_cookies_is_stopped_until_tomorrow(article: Article) -> None:
    for _time in range(votes.MOST_FROM_ONE_ADDRESS):
        say(Client(), article)
    stranger = Client()

    where = say(stranger, article)

    assert counted(article) == (votes.MOST_FROM_ONE_ADDRESS, 0)
    assert where.endswith("?busy=1#useful")
    assert stranger.get(where).context["is_busy"]
    assert 'name="useful"' not in stranger.get(where).content.decode()
    other = ArticleFactory(audience="public")
    assert "thanks" in say(stranger, other)
    with time_machine.travel("2026-06-02 10:00+02:00", tick=False):
        assert "thanks" in say(stranger, article)


@time_machine.travel(MORNING, tick=True)
def test_a_colleague_counts_once_a_day(client: Client, eva: User, article: Article) -> None:
    client.force_login(eva)
    url = reverse("training:article-vote", args=[article.slug])
    for _time in range(3):
        client.post(url, {"useful": "no"})
    assert counted(article) == (0, 1)

    assert votes.cast(article, is_useful=True, who="user 0")
    with time_machine.travel(MORNING, tick=False) as clock:
        clock.shift(timedelta(days=1, hours=1))
        assert votes.cast(article, is_useful=False, who=f"user {eva.pk}")
