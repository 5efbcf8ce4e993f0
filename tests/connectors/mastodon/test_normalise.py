"""From Mastodon's entities to ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from connectors.mastodon import normalise
from connectors.types import Author, Identity, Post, Rate, Receipt
from tests.connectors.mastodon.conftest import HOST

Payload = Callable[[str], Any]
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_status_becomes_a_post(payload: Payload) -> None:
    found = payload("status")
    assert normalise.status(found, host=HOST) == Post(
        external_id="mbo.example:115594800000000101",
        text=(
            "@rocdewaterlanden het rooster van Kok niveau 3 staat "
            "https://rooster.mbo.example/kok?week=48&klas=3 wéér fout & ik mis mijn bus\n"
            "Wie helpt?\n\n#rooster"
        ),
        published_at=datetime(2026, 11, 23, 8, 15, 42, 123_000, tzinfo=UTC),
        edited_at=datetime(2026, 11, 23, 8, 20, tzinfo=UTC),
        author=Author(
            handle="sanne_kok@mbo.example",
            name="Sanne :chef:",
            external_id="mbo.example:109300000000000007",
            url="https://mbo.example/@sanne_kok",
        ),
        url="https://mbo.example/@sanne_kok/115594800000000101",
        lang="nl",
        conversation="mbo.example:115594800000000101",
        metrics={"replies_count": 0, "reblogs_count": 1, "favourites_count": 2},
        raw=found,
    )


def test_an_answer_from_another_server_keeps_its_warning_and_its_parent(payload: Payload) -> None:
    post = normalise.status(payload("notifications")[1]["status"], host=HOST)
    assert post.text == "onderwijs\n\n@rocdewaterlanden dat weet ik niet"
    assert post.title == "onderwijs"
    assert post.in_reply_to == "mbo.example:115594700000000055"
    assert post.conversation == ""
    assert post.lang == "nl"
    assert post.author is not None
    assert post.author.handle == "joris@elders.example"
    assert post.author.external_id == "mbo.example:109300000000000011"


def test_a_boost_shows_what_it_boosts_under_the_name_of_the_booster(payload: Payload) -> None:
    boost, original = (normalise.status(one, host=HOST) for one in payload("timeline"))
    assert (boost.is_repost, original.is_repost) == (True, False)
    assert boost.text == original.text
    assert boost.external_id != original.external_id
    assert boost.author is not None
    assert boost.author.name == "Joris"


def test_the_same_number_on_two_servers_is_two_posts(payload: Payload) -> None:
    found = payload("status")
    assert (
        len({normalise.status(found, host=host).external_id for host in ("a.nl", "b.nl:8443")}) == 2
    )


@pytest.mark.parametrize("external_id", ["mbo.example:12", "127.0.0.1:8080:12", "12"])
def test_the_servers_own_id_comes_back_out(external_id: str) -> None:
    assert normalise.local_id(external_id) == "12"


def test_our_account_becomes_an_identity_and_figures(payload: Payload) -> None:
    account = payload("verify_credentials")
    assert normalise.identity(account, host=HOST) == Identity(
        external_id="mbo.example:109300000000000001",
        handle="rocdewaterlanden@mbo.example",
        name="ROC De Waterlanden",
    )
    assert normalise.figures(account) == {
        "followers_count": 1204,
        "following_count": 88,
        "statuses_count": 567,
    }


def test_a_port_belongs_in_an_id_and_not_in_a_handle(payload: Payload) -> None:
    found = normalise.identity(payload("verify_credentials"), host="127.0.0.1:8090")
    assert found.external_id == "127.0.0.1:8090:109300000000000001"
    assert found.handle == "rocdewaterlanden@127.0.0.1"


def test_a_sent_status_becomes_a_receipt(payload: Payload) -> None:
    assert normalise.receipt(payload("own_reply"), host=HOST) == Receipt(
        external_id="mbo.example:115594900000000001",
        url="https://mbo.example/@rocdewaterlanden/115594900000000001",
        published_at=datetime(2026, 11, 23, 8, 52, 11, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "broken",
    [
        None,
        "text",
        [],
        {},
        {"id": None},
        {"id": {}},
        {"id": "1" * 500},
        {"id": "1", "content": None},
        {"id": "1", "content": "x", "created_at": "gisteren", "account": {}},
        {"id": "1", "content": "x", "created_at": 12, "account": {}},
        {"id": "1", "content": "x", "created_at": "2026-11-23T08:00:00Z", "account": None},
        {"id": "1", "content": 5, "created_at": "2026-11-23T08:00:00Z", "account": {}},
    ],
)
def test_an_unknown_shape_raises_what_the_page_expects(broken: Any) -> None:
    with pytest.raises(normalise.ODD):
        normalise.status(broken, host=HOST)


def test_a_limit_that_resets_at_an_iso_time_is_read() -> None:
    headers = {
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "12",
        "x-ratelimit-reset": "2026-11-23T09:05:00.123456Z",
    }
    reset_at = NOW + timedelta(minutes=5, microseconds=123_456)
    assert normalise.rate(headers, now=NOW) == Rate(300, 12, reset_at)


@pytest.mark.parametrize(
    ("headers", "rate"),
    [
        ({}, None),
        ({"x-ratelimit-limit": "many"}, Rate()),
        ({"x-ratelimit-limit": "9" * 5_000, "x-ratelimit-reset": "soon"}, Rate()),
        (
            {"x-ratelimit-reset": "2099-01-01T00:00:00Z"},
            Rate(reset_at=NOW + timedelta(days=1)),
        ),
    ],
)
def test_odd_limit_headers_are_survived(headers: dict[str, str], rate: Rate | None) -> None:
    assert normalise.rate(headers, now=NOW) == rate
