from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from core.clock import now
from monitoring.domain import lanes, polling
from monitoring.domain.lanes import Lanes
from monitoring.models import Mention, Source
from tests.factories.monitoring import SourceFactory
from tests.monitoring.fake_platform import AT, FakePlatform, batch, post

PATIENCE = 10


def test_a_full_lane_keeps_no_thread_waiting_and_does_everything_in_turn() -> None:
    two, gate, begun, done = Lanes(2), threading.Event(), threading.Barrier(3), list[str]()

    def slow() -> None:
        begun.wait(PATIENCE)
        assert gate.wait(PATIENCE)

    with ThreadPoolExecutor(2) as pool:
        busy = [pool.submit(two.run, "slow", slow) for _ in range(2)]
        begun.wait(PATIENCE)
        for name in "abc":
            two.run("slow", partial(done.append, name))
        two.run("quick", partial(done.append, "other"))
        before = list(done)
        gate.set()
        for one in busy:
            one.result(PATIENCE)

    assert before == ["other"]
    assert sorted(done) == ["a", "b", "c", "other"]


def test_a_failure_frees_its_place_and_stops_nothing() -> None:
    one, done = Lanes(1), list[str]()

    def fails() -> None:
        one.run("x", lambda: done.append("behind it"))
        raise ZeroDivisionError

    with ThreadPoolExecutor(1) as pool:  # a thread of its own, as in a worker
        pool.submit(one.run, "x", fails).result(PATIENCE)
        pool.submit(one.run, "x", lambda: done.append("later")).result(PATIENCE)

    assert done == ["behind it", "later"]


@pytest.mark.django_db
def test_a_claim_that_went_to_another_is_not_polled(
    live_source: Source, platform: type[FakePlatform]
) -> None:
    platform.give("fedi", batch(post("1")))
    (claimed,) = polling.claim_due(at=AT)
    assert claimed.leased_until

    lanes.poll_claimed(claimed.pk, lease=now())
    assert Mention.objects.count() == 0

    lanes.poll_claimed(claimed.pk, lease=claimed.leased_until)
    assert Mention.objects.count() == 1


@pytest.mark.django_db
def test_a_source_that_was_deleted_meanwhile_is_nobodys_trouble() -> None:
    lanes.poll_claimed(SourceFactory().pk + 1, lease=now())
