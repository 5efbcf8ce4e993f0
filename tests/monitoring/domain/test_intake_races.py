from __future__ import annotations

import threading
from functools import partial

import pytest
from django.db import connection

from connectors.types import Post
from monitoring.domain import intake
from monitoring.domain.intake import Stored
from monitoring.models import Mention, Source
from tests.factories.monitoring import SourceFactory
from tests.monitoring.fake_platform import AT, batch, post

ROUNDS, POSTS = 10, 300


@pytest.mark.django_db(transaction=True)
def test_two_sources_that_bring_the_same_posts_at_once_never_lock_each_other(
    broker: list[str],
) -> None:
    sources = [SourceFactory(platform="mastodon", history_done_at=AT) for _ in range(2)]
    stored: list[Stored] = []

    for number in range(ROUNDS):
        posts = [post(f"{number}-{n}", f"Waar is lokaal {n}?" * 9) for n in range(POSTS)]
        at_once(
            partial(take_in, sources[0], posts, stored),
            partial(take_in, sources[1], posts[::-1], stored),
        )

    assert len(stored) == 2 * ROUNDS
    assert sum(one.new for one in stored) == Mention.objects.count() == ROUNDS * POSTS


def take_in(source: Source, posts: list[Post], stored: list[Stored]) -> None:
    try:
        stored.append(intake.store(Source.objects.get(pk=source.pk), batch(*posts), AT))
    finally:
        connection.close()


def at_once(*calls: partial[None]) -> None:
    workers = [threading.Thread(target=call) for call in calls]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
