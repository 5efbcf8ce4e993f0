from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from connectors.errors import AuthExpired, Rejected, Temporary
from core import audit
from core.clock import now
from monitoring.models import Channel, Source, UnparsedItem
from people.models import User
from tests.factories.monitoring import ChannelFactory, SourceFactory
from tests.monitoring.fake_platform import AT, FakePlatform, batch, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("platform", "broker")]
ADDRESS = "https://nieuws.example/feed"
FEED = {"address": ADDRESS, "interval_seconds": 300, "silent_after_hours": 72}


@pytest.fixture
def page(client: Client, dirk: User) -> Client:
    client.force_login(dirk)
    return client


def create(page: Client, platform: str, **fields: Any) -> Any:
    return page.post(f"{reverse('monitoring:source-create')}?platform={platform}", fields)


def test_a_feed_is_read_before_it_is_saved(page: Client, platform: type[FakePlatform]) -> None:
    platform.give(ADDRESS, batch(post("1", "Nieuwbouw duurder")))

    create(page, "rss", **FEED)

    source = Source.objects.get()
    assert (source.kind, source.name, source.address) == ("feed", "ROC De Waterlanden", ADDRESS)
    assert source.next_poll_at <= now()
    assert [entry.verb for entry in audit.history(source)] == ["created"]


def test_an_address_without_a_feed_is_refused_beside_its_field(
    page: Client, platform: type[FakePlatform]
) -> None:
    platform.give(ADDRESS, Rejected("This address shows a web page, not a feed."))

    answer = create(page, "rss", **FEED)

    assert answer.context["form"].errors["address"] == [
        "This address shows a web page, not a feed."
    ]
    assert not Source.objects.exists()


def test_a_feed_is_not_added_twice(page: Client) -> None:
    create(page, "rss", **FEED)
    answer = create(page, "rss", **FEED)

    assert "address" in answer.context["form"].errors


@pytest.mark.parametrize("address", ["javascript:alert(1)", "nieuws.example", "file:///etc/passwd"])
def test_only_web_addresses_are_feeds(page: Client, address: str) -> None:
    answer = create(page, "rss", **{**FEED, "address": address})

    assert "address" in answer.context["form"].errors


def test_the_preview_shows_the_newest_item(page: Client, platform: type[FakePlatform]) -> None:
    platform.give(ADDRESS, batch(post("1", "Nieuwbouw duurder")))

    answer = page.get(reverse("monitoring:feed-preview"), {"address": ADDRESS})

    assert "Nieuwbouw duurder" in answer.content.decode()


def test_a_search_needs_words(page: Client) -> None:
    channel = ChannelFactory(platform="mastodon")
    fields = {"channel": channel.pk, "interval_seconds": 60, "silent_after_hours": 72}

    answer = create(page, "mastodon", kind="search", name="Zoek", **fields)
    create(page, "mastodon", kind="search", name="Zoek", query="#mbo", **fields)

    assert "query" in answer.context["form"].errors
    assert Source.objects.get().query == "#mbo"


def test_looking_elsewhere_starts_from_the_beginning(page: Client) -> None:
    source = SourceFactory(
        platform="mastodon", kind="search", query="#mbo", cursor={"high": "9"},
        history_done_at=AT, leased_until=now(),
    )  # fmt: skip

    page.post(
        reverse("monitoring:source-edit", args=[source.pk]),
        {"kind": "search", "name": "Zoek", "query": "#roc", "channel": source.channel.pk,
         "interval_seconds": 60, "silent_after_hours": 72},
    )  # fmt: skip

    source.refresh_from_db()
    assert (source.query, source.cursor, source.history_done_at) == ("#roc", {}, None)
    assert source.leased_until is None


def test_another_name_leaves_the_bookmark_alone(page: Client) -> None:
    source = SourceFactory(
        platform="mastodon", kind="mentions", cursor={"high": "9"}, history_done_at=AT
    )

    page.post(
        reverse("monitoring:source-edit", args=[source.pk]),
        {"kind": "mentions", "name": "Anders", "channel": source.channel.pk,
         "interval_seconds": 60, "silent_after_hours": 72},
    )  # fmt: skip

    source.refresh_from_db()
    assert (source.name, source.cursor, source.history_done_at) == ("Anders", {"high": "9"}, AT)


def test_pausing_and_polling_now(page: Client) -> None:
    source = SourceFactory(health=Source.Health.RECONNECT, failures=7)

    page.post(reverse("monitoring:source-pause", args=[source.pk]))
    assert not Source.objects.active().exists()
    page.post(reverse("monitoring:source-resume", args=[source.pk]))
    page.post(reverse("monitoring:source-poll", args=[source.pk]))

    source.refresh_from_db()
    assert (source.health, source.failures) == (Source.Health.NEW, 0)
    assert list(Source.objects.due(at=now())) == [source]


def test_trouble_is_told_in_plain_words(page: Client) -> None:
    source = SourceFactory(
        health=Source.Health.RECONNECT, fault=Source.Fault.KEYS, last_error="401", last_error_at=AT
    )

    for address in (reverse("monitoring:source-list"), source.get_absolute_url()):
        assert "does not accept our keys" in page.get(address).content.decode()


def test_items_not_understood_are_shown_as_they_came(page: Client) -> None:
    source = SourceFactory(unparsed_count=1)
    UnparsedItem.objects.create(
        source=source, fingerprint="f", raw={"odd": "<script>"}, reason="KeyError", seen_at=AT
    )

    body = page.get(source.get_absolute_url()).content.decode()

    assert "&lt;script&gt;" in body


@pytest.mark.parametrize("rows", [1, 10])
def test_the_list_costs_a_fixed_number_of_queries(
    page: Client, rows: int, django_assert_num_queries: Any
) -> None:
    SourceFactory.create_batch(rows)
    page.get(reverse("monitoring:source-list"))

    with django_assert_num_queries(3):
        page.get(reverse("monitoring:source-list"))


def channel(page: Client, **fields: Any) -> Any:
    given = {"name": "ROC", "handle": "@rocdw", "base_url": "https://fedi.example", **fields}
    return page.post(f"{reverse('monitoring:channel-create')}?platform=mastodon", given)


def test_keys_are_tried_when_they_are_saved(page: Client, platform: type[FakePlatform]) -> None:
    channel(page, key_token="geheim", is_active="on")

    saved = Channel.objects.get()
    assert (saved.credentials, saved.external_id) == ({"token": "geheim"}, "77")
    assert saved.handle == "rocdw"
    assert platform.targets[-1].address == "https://fedi.example"


def test_refused_keys_are_not_saved(page: Client, platform: type[FakePlatform]) -> None:
    platform.identity = AuthExpired("401")

    answer = channel(page, key_token="oud")

    assert "does not accept these keys" in answer.content.decode()
    assert not Channel.objects.exists()


def test_keys_that_cannot_be_tried_now_are_saved_with_a_warning(
    page: Client, platform: type[FakePlatform]
) -> None:
    platform.identity = Temporary("503")

    channel(page, key_token="nieuw")

    assert Channel.objects.get().credentials == {"token": "nieuw"}


def test_keys_never_come_back(page: Client) -> None:
    one = ChannelFactory(platform="mastodon", credentials={"token": "zeer-geheim"})
    edit = reverse("monitoring:channel-edit", args=[one.pk])

    for address in (edit, one.get_absolute_url(), reverse("monitoring:channel-list")):
        assert "zeer-geheim" not in page.get(address).content.decode()


def test_an_empty_key_keeps_the_old_one(page: Client) -> None:
    one = ChannelFactory(
        platform="mastodon", base_url="https://fedi.example", credentials={"token": "oud"}
    )

    page.post(
        reverse("monitoring:channel-edit", args=[one.pk]),
        {"name": "Anders", "handle": "rocdw", "base_url": "https://fedi.example", "key_token": ""},
    )

    one.refresh_from_db()
    assert (one.name, one.credentials) == ("Anders", {"token": "oud"})


def test_new_keys_wake_the_sources_that_waited(page: Client) -> None:
    one = ChannelFactory(platform="mastodon", base_url="https://fedi.example")
    source = SourceFactory(
        platform="mastodon", channel=one, health=Source.Health.RECONNECT, fault="keys", failures=3
    )

    page.post(
        reverse("monitoring:channel-edit", args=[one.pk]),
        {"name": "ROC", "handle": "rocdw", "base_url": "https://fedi.example",
         "key_token": "nieuw", "is_active": "on"},
    )  # fmt: skip

    source.refresh_from_db()
    assert (source.health, source.fault, source.failures) == ("new", "", 0)


@pytest.mark.parametrize("rows", [1, 10])
def test_the_channel_list_costs_a_fixed_number_of_queries(
    page: Client, rows: int, django_assert_num_queries: Any
) -> None:
    ChannelFactory.create_batch(rows)
    page.get(reverse("monitoring:channel-list"))

    with django_assert_num_queries(5):
        page.get(reverse("monitoring:channel-list"))


def test_a_channel_owner_is_not_offered_a_feed(client: Client, eva: User) -> None:
    ChannelFactory(platform="x").owners.add(eva)
    client.force_login(eva)
    shown = client.get(reverse("monitoring:source-create")).content.decode()
    assert "?platform=x" in shown
    assert "?platform=rss" not in shown
