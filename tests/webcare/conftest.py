"""A practice platform of the tests' own, and tickets about what was asked there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from pytest_django import Settings

from core.clock import now
from monitoring.models import Channel
from people.models import Team
from sandbox import Server
from sandbox.identity import (
    FACEBOOK_APP_SECRET,
    FACEBOOK_PAGE_ID,
    FACEBOOK_TOKEN,
    X_OAUTH1_TOKEN,
    X_USER_ID,
)
from tests.factories.monitoring import ChannelFactory, MentionFactory
from tests.factories.webcare import TicketFactory, TicketMessageFactory
from webcare.models import Ticket

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A working day, at ten o'clock in the Netherlands."""


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Time stands still at `MONDAY`, until the test moves it."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    """The practice platform, in the place of X and Facebook."""
    with Server() as running:
        settings.PLATFORM_URLS = {"x": running.x.url, "facebook": running.facebook.url}
        settings.UNDO_SECONDS = 0
        yield running


@pytest.fixture
def x_channel(db: None) -> Channel:
    keys = {"consumer_key": "a", "consumer_secret": "b", "access_token_secret": "c"}
    channel: Channel = ChannelFactory(
        platform="x",
        external_id=X_USER_ID,
        handle="rocdewaterlanden",
        credentials={**keys, "access_token": X_OAUTH1_TOKEN},
    )
    return channel


@pytest.fixture
def facebook_channel(db: None) -> Channel:
    channel: Channel = ChannelFactory(
        platform="facebook",
        external_id=FACEBOOK_PAGE_ID,
        handle="rocdewaterlanden",
        credentials={"access_token": FACEBOOK_TOKEN, "app_secret": FACEBOOK_APP_SECRET},
    )
    return channel


@pytest.fixture
def asked(server: Server, x_channel: Channel, info: Team) -> Callable[..., Ticket]:
    """Makes a ticket of the info centre about a question that really stands on the platform."""

    def ask(text: str = "Waar vind ik het vakantierooster?", **fields: object) -> Ticket:
        post = server.x.add_mention(text, "guusje")
        mention = MentionFactory(
            platform="x",
            external_id=post.id,
            source__channel=x_channel,
            text=text,
            author_handle="guusje",
            triaged_at=now(),
        )
        ticket: Ticket = TicketFactory(subject=text, conversation=post.id, **fields)
        TicketMessageFactory(ticket=ticket, mention=mention)
        return ticket

    return ask
