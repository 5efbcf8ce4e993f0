"""R1: whatever is killed at whatever moment, no answer stands twice and none is forgotten.

The oracle is the practice platform: it counts every answer that it really accepted. A run is
repeated by its seed. SMPORTAL_KILL_RUNS=200 makes it a long night.
"""

from __future__ import annotations

import os
import random
import threading
from collections import Counter
from datetime import timedelta

import pytest
import time_machine

from core.clock import now
from core.outbox import LEASE
from monitoring.models import Channel
from sandbox import Server
from sandbox.identity import (
    FACEBOOK_APP_SECRET,
    FACEBOOK_PAGE_ID,
    FACEBOOK_TOKEN,
    MASTODON_TOKEN,
    X_OAUTH1_TOKEN,
    X_USER_ID,
)
from tests.factories.monitoring import ChannelFactory, MentionFactory
from tests.factories.webcare import ReplyFactory, TicketFactory
from tests.faults.conftest import Senders
from webcare.domain import replies
from webcare.models import Reply

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

RUNS = int(os.environ.get("SMPORTAL_KILL_RUNS", "30"))
REPLIES = 4
FAULTS = ("slow", "hang", "accept-then-hang", "accept-then-cut", "cut", "429", "500", "")
WRITES = {"x": "/2/tweets", "facebook": "*/comments", "mastodon": "/api/v1/statuses"}


class World:
    """Our accounts on three platforms, and questions that stand there."""

    def __init__(self, server: Server) -> None:
        self.server = server
        keys = dict.fromkeys(("consumer_key", "consumer_secret", "access_token_secret"), "k")
        x_keys = {**keys, "access_token": X_OAUTH1_TOKEN}
        facebook_keys = {"access_token": FACEBOOK_TOKEN, "app_secret": FACEBOOK_APP_SECRET}
        server.facebook.add_own("Welkom!")
        self.channels: dict[str, Channel] = {
            "x": ChannelFactory(external_id=X_USER_ID, credentials=x_keys),
            "facebook": ChannelFactory(
                platform="facebook", external_id=FACEBOOK_PAGE_ID, credentials=facebook_keys
            ),
            "mastodon": ChannelFactory(
                platform="mastodon",
                base_url=server.mastodon.url,
                credentials={"access_token": MASTODON_TOKEN},
            ),
        }

    def queue(self, platform: str, number: int) -> Reply:
        """A reply that is due now."""
        reply: Reply = ReplyFactory(
            ticket=TicketFactory(platform=platform),
            mention=MentionFactory(
                platform=platform, source=None, external_id=self._asked(platform), triaged_at=now()
            ),
            channel=self.channels[platform],
            text=f"Antwoord {number}.",
        )
        return reply

    def _asked(self, platform: str) -> str:
        if platform == "x":
            return self.server.x.add_mention("Is er les?").id
        if platform == "facebook":
            return self.server.facebook.add_comment("Is er les?").id
        host = self.server.mastodon.url.split("/")[2]
        return f"{host}:{self.server.mastodon.add_mention('Is er les?').id}"

    def times_accepted(self, reply: Reply) -> int:
        mention_id = reply.mention.external_id.rpartition(":")[2]
        return sum(
            one.in_reply_to == mention_id and reply.text in one.text for one in self.server.accepted
        )


def settle() -> None:
    """What workers and beat do in the minutes after the crash."""
    with time_machine.travel(now() + LEASE + timedelta(seconds=1), tick=False) as clock:
        for _ in range(12):
            replies.send_due()
            replies.confirm_unconfirmed()
            clock.shift(timedelta(seconds=61))


def run_once(world: World, senders: Senders, seed: int) -> Counter[str]:
    """Send a few replies, kill the sender somewhere in the middle, and look what became of them."""
    dice = random.Random(seed)
    platform = dice.choice(sorted(WRITES))
    queued = [world.queue(platform, number) for number in range(REPLIES)]
    for _ in queued:
        fault = dice.choice(FAULTS)
        if fault:
            world.server.faults.add(
                platform, WRITES[platform], fault, method="POST", delay=0.15, reset_in=1
            )
    pid = senders.start()
    threading.Event().wait(dice.uniform(0, 0.5))
    senders.kill(pid)
    in_flight = Reply.objects.filter(state="sending").count()
    world.server.faults.clear()
    settle()
    return check(world, queued, seed) + Counter(in_flight=in_flight)


def check(world: World, queued: list[Reply], seed: int) -> Counter[str]:
    """The promise, for every reply of a run; gives how they ended."""
    ended: Counter[str] = Counter()
    for reply in queued:
        reply.refresh_from_db()
        times, story = world.times_accepted(reply), f"seed {seed}: {reply.state} {reply.error}"
        assert times <= 1, f"stands there {times} times; {story}"
        assert reply.state in {"sent", "unconfirmed", "failed"}, story
        if reply.state == "sent":
            assert times == 1, f"said to be sent; {story}"
        else:
            assert reply.error, f"not told to a person; {story}"
        ended[reply.state] += 1
    return ended


def test_a_killed_sender_doubles_and_forgets_nothing(server: Server, senders: Senders) -> None:
    world = World(server)
    ended: Counter[str] = Counter()

    for seed in range(RUNS):
        ended += run_once(world, senders, seed)

    assert server.duplicates() == {}
    assert ended["in_flight"] > 0, "no sender was ever killed in the middle of a call"
    assert ended["sent"] > ended["unconfirmed"] + ended["failed"]
