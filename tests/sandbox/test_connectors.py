"""The product's own connectors against the practice platform: what each sees, sends and finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from connectors import registry
from connectors.base import Connector, Rechecks, Replies
from connectors.errors import OutcomeUnknown
from connectors.types import Json, Kind, Outgoing, Post, Target
from sandbox import Server
from sandbox.identity import (
    FACEBOOK_APP_SECRET,
    FACEBOOK_PAGE_ID,
    FACEBOOK_TOKEN,
    MASTODON_TOKEN,
    X_BEARER,
    X_OAUTH1_TOKEN,
    X_USER_ID,
)

CREDENTIALS = {
    "x": {
        "bearer_token": X_BEARER,
        "consumer_key": "sandbox",
        "consumer_secret": "sandbox",
        "access_token": X_OAUTH1_TOKEN,
        "access_token_secret": "sandbox",
    },
    "facebook": {"access_token": FACEBOOK_TOKEN, "app_secret": FACEBOOK_APP_SECRET},
    "mastodon": {"access_token": MASTODON_TOKEN},
}
ADDRESSES = {"x": X_USER_ID, "facebook": FACEBOOK_PAGE_ID, "mastodon": ""}
REPLYING = sorted(CREDENTIALS)


def connect(server: Server, platform: str) -> Connector:
    host = server.url.removeprefix("http://")
    target = Target(
        Kind.MENTIONS,
        address=ADDRESSES[platform],
        base_url=f"{server.url}/{platform}",
        credentials=CREDENTIALS[platform],
        trusted_hosts=frozenset({host}),
    )
    return registry.connect(platform, target)


def say(server: Server, platform: str, text: str) -> str:
    """Somebody names the college on `platform`; the id of the post there."""
    add: dict[str, Callable[[str], object]] = {
        "x": server.x.add_mention,
        "facebook": server.facebook.add_tagged,
        "mastodon": server.mastodon.add_mention,
    }
    add[platform](text)
    return server.store.posts(platform)[0].id


def walk(connector: Connector, cursor: Json) -> tuple[list[Post], Json]:
    """Fetch until there is no more."""
    posts: list[Post] = []
    while True:
        batch = connector.fetch(cursor)
        assert batch.unparsed == ()
        posts += batch.posts
        cursor = batch.cursor
        if not batch.more:
            return posts, cursor


@pytest.mark.parametrize("platform", REPLYING)
def test_a_connector_says_who_we_are(server: Server, platform: str) -> None:
    assert connect(server, platform).check().name == "ROC De Waterlanden"


@pytest.mark.parametrize("platform", REPLYING)
def test_a_connector_sees_what_came_since_its_cursor(server: Server, platform: str) -> None:
    say(server, platform, "eerst")
    connector = connect(server, platform)
    _, cursor = walk(connector, {})
    made = {say(server, platform, f"daarna {number}") for number in range(90)}
    posts, _ = walk(connector, cursor)
    found = {post.external_id.rpartition(":")[2] for post in posts}
    assert made <= found


@pytest.mark.parametrize("kind", ["accept-then-cut", "accept-then-504", "half-json"])
@pytest.mark.parametrize("platform", REPLYING)
def test_a_reply_that_got_lost_on_the_way_is_found(
    server: Server, platform: str, kind: str
) -> None:
    say(server, platform, "Is er morgen les?")
    connector = connect(server, platform)
    assert isinstance(connector, Replies)
    question = walk(connector, {})[0][0]
    outgoing = Outgoing("Ja & tot morgen: https://roc.example/les", question.external_id, "een")
    since = datetime.now(UTC) - timedelta(seconds=5)
    assert connector.find_reply(outgoing, since=since) is None
    server.faults.add(platform, kind=kind, method="POST")
    with pytest.raises(OutcomeUnknown):
        connector.reply(outgoing)
    receipt = connector.find_reply(outgoing, since=since)
    assert receipt is not None
    assert [receipt.external_id.rpartition(":")[2]] == [one.id for one in server.accepted]


@pytest.mark.parametrize("platform", REPLYING)
def test_a_connector_notices_what_was_taken_away(server: Server, platform: str) -> None:
    for number in range(3):
        say(server, platform, f"bericht {number}")
    connector = connect(server, platform)
    assert isinstance(connector, Rechecks)
    ids = [post.external_id for post in walk(connector, {})[0]]
    server.platforms[platform].delete(ids[1].rpartition(":")[2])
    assert connector.still_there(ids) == {ids[0], ids[2]}


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_feed_is_read_in_every_form(server: Server, form: str) -> None:
    server.feeds.add_item("nieuws", "Brug dicht", "De brug is dicht.")
    host = server.url.removeprefix("http://")
    address = f"{server.url}/feeds/nieuws.{form}"
    target = Target(Kind.FEED, address=address, trusted_hosts=frozenset({host}))
    batch = registry.connect("rss", target).fetch({})
    assert [post.title for post in batch.posts] == ["Brug dicht"]
    assert registry.connect("rss", target).fetch(batch.cursor).posts == ()
