"""How monitoring did, as figures for the college's goals."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from core.clock import now
from governance.models import Measure, Measurement
from monitoring.domain import measuring
from monitoring.models import Channel, DailyStatistic, Source
from monitoring.tasks import measure
from tests.factories.monitoring import ChannelFactory, MentionFactory, SourceFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def followers(channel: Channel, count: int, *, ago: timedelta = DAY) -> None:
    DailyStatistic.objects.create(
        channel=channel, date=localdate(now() - ago), metric="followers_count", value=count
    )


def test_without_sources_and_channels_nothing_is_measured() -> None:
    assert measuring.measure(at=now()) == {}


def test_followers_are_the_latest_figure_of_each_channel_in_use() -> None:
    here, there, gone = ChannelFactory(), ChannelFactory(), ChannelFactory(is_active=False)
    followers(here, 900, ago=3 * DAY)
    followers(here, 1000)
    followers(there, 200, ago=5 * DAY)
    followers(gone, 50)
    followers(ChannelFactory(), 7, ago=40 * DAY)

    assert measuring.followers(at=now()) == 1200


def test_other_figures_of_a_channel_are_no_followers() -> None:
    DailyStatistic.objects.create(
        channel=ChannelFactory(), date=localdate(now()), metric="statuses_count", value=9
    )

    assert measuring.followers(at=now()) is None


def test_relevant_mentions_of_others_count_for_thirty_days() -> None:
    source = SourceFactory()
    recently, long_ago = now() - DAY, now() - 31 * DAY
    MentionFactory.create_batch(2, source=source, is_relevant=True, published_at=recently)
    MentionFactory(source=source, is_relevant=False, published_at=recently)
    MentionFactory(source=source, is_relevant=True, is_own=True, published_at=recently)
    MentionFactory(source=source, is_relevant=True, published_at=long_ago)

    assert measuring.mentions(at=now()) == 2


def test_who_listens_and_hears_nothing_has_a_zero() -> None:
    SourceFactory()

    assert measuring.mentions(at=now()) == 0


def test_sources_that_wait_or_are_new_have_no_trouble() -> None:
    for health in ("ok", "new", "waiting", "failing"):
        SourceFactory(health=health)
    SourceFactory(health="failing", is_active=False)

    assert measuring.channels_healthy() == 75


def test_the_task_may_run_twice() -> None:
    SourceFactory(health=Source.Health.OK)

    measure()
    measure()

    measured = set(Measurement.objects.values_list("measure", flat=True))
    assert measured == {Measure.MENTIONS, Measure.HEALTHY}
    assert Measurement.objects.count() == 2
