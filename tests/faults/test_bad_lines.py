"""R8: a bad line to one platform: late, cut, dead, dripping or narrow.

Each platform stands behind a TCP proxy of its own. One bad line keeps no other platform waiting,
every call over it ends, and when it stays bad, the pages about our sources say so in words.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from connectors import http, sdk_deadline
from core.clock import now
from monitoring.domain import pacing, polling
from monitoring.models import Mention, Source
from people.models import User
from sandbox import Server
from smportal.celery import app
from tests.faults import supervised
from tests.faults.listening import CONNECTORS, platform_of, say, source_on
from tests.faults.proxy import Proxy

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

MANY, FEW = 20, 3
"""Sources on the platform with the bad line (more than a worker has threads), and on the others."""

ROUNDS = 4
Lines = dict[str, Proxy]


@pytest.fixture
def lines(server: Server, settings: Settings) -> Iterator[Lines]:
    """A line to each platform, clean at first."""
    there = urlsplit(server.url)
    with ExitStack() as open_lines:
        found = {
            name: open_lines.enter_context(Proxy(there.hostname or "", there.port or 0))
            for name in CONNECTORS
        }
        settings.PLATFORM_URLS = {name: f"{found[name].url}/{name}" for name in ("x", "facebook")}
        settings.TRUSTED_HOSTS = frozenset(line.netloc for line in found.values())
        yield found


def source_behind(lines: Lines, server: Server, platform: str) -> Source:
    """A source that is read over the line to its platform."""
    source = source_on(server, platform)
    url = lines[platform].url
    if source.channel:
        source.channel.base_url = source.channel.base_url.replace(server.url, url)
        source.channel.save()
    source.address = source.address.replace(server.url, url)
    source.save()
    return source


# --- one bad line keeps no other platform waiting -------------------------------------------------


class Bell:
    """Rings a real worker, as the beat does: all sources that are free are due."""

    def __init__(self, server: Server, broker_url: str) -> None:
        self._server = server
        self._broker = app.connection_for_write(broker_url)

    def ring(self) -> None:
        Source.objects.filter(leased_until=None).update(next_poll_at=now())
        app.send_task("monitoring.poll_due", queue="poll", connection=self._broker)
        time.sleep(1)

    def calls_in(self, rounds: int) -> Counter[str]:
        """How often each platform was called in so many rounds of a second, and a bit."""
        self._server.calls.clear()
        for _ in range(rounds):
            self.ring()
        time.sleep(0.5)
        called = Counter(call.platform for call in list(self._server.calls))
        return Counter({name: called[platform_of(name)] for name in CONNECTORS})


@pytest.mark.parametrize(
    ("victim", "kind", "amount"),
    [
        ("mastodon", "half-open", 0),
        ("facebook", "slow-body", 1),
        ("x", "latency", 8),
        ("rss", "bandwidth", 50),
        ("mastodon", "reset", 0),
    ],
)
def test_a_bad_line_to_one_platform_keeps_no_other_waiting(
    server: Server,
    lines: Lines,
    environment: dict[str, str],
    tmp_path: Path,
    victim: str,
    kind: str,
    amount: float,
) -> None:
    for platform in CONNECTORS:
        for _ in range(MANY if platform == victim else FEW):
            source_behind(lines, server, platform)
    server.feeds.add_item("nieuws", "Nieuwbouw duurder", "De school wijst op gestegen kosten. " * 9)
    there = {
        **environment,
        "SMPORTAL_X_API_URL": f"{lines['x'].url}/x",
        "SMPORTAL_FACEBOOK_API_URL": f"{lines['facebook'].url}/facebook",
        "SMPORTAL_TRUSTED_HOSTS": ",".join(line.netloc for line in lines.values()),
    }
    with supervised.running(("worker-poll",), there, tmp_path / "var") as programs:
        bell = Bell(server, programs.broker_url)
        while not Source.objects.filter(last_success_at__isnull=False).exists():
            bell.ring()
        normal = bell.calls_in(ROUNDS)
        lines[victim].spoil(kind, amount)
        bell.ring()
        bad = bell.calls_in(ROUNDS)

    others = [name for name in CONNECTORS if name != victim]
    assert sum(bad[name] for name in others) > 0.9 * sum(normal[name] for name in others), bad
    assert min(normal[name] for name in CONNECTORS) >= FEW, normal


# --- every call ends, and nothing is lost ---------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product's own limits, but a test does not wait so long for them."""
    monkeypatch.setattr(http, "LONGEST_CALL", 1.0)
    monkeypatch.setattr(sdk_deadline, "LONGEST_ANSWER", 1.0)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("kind", "amount"),
    [("latency", 30), ("reset", 0), ("half-open", 0), ("slow-body", 0.3), ("bandwidth", 20)],
)
@pytest.mark.parametrize("platform", CONNECTORS)
def test_a_call_over_a_bad_line_ends_and_loses_nothing(
    server: Server, lines: Lines, platform: str, kind: str, amount: float
) -> None:
    source = source_behind(lines, server, platform)
    say(server, platform, "eerst")
    polling.poll(source)
    say(server, platform, "tijdens")
    lines[platform].spoil(kind, amount)
    started = time.monotonic()

    polling.poll(source)

    assert time.monotonic() - started < 8
    source.refresh_from_db()
    assert (source.health, source.fault, source.failures) == ("failing", "unreachable", 1)
    lines[platform].heal()
    assert polling.poll(source).stored.new == 1
    assert Mention.objects.filter(is_history=False).count() == 1


# --- who looks at the sources sees it -------------------------------------------------------------

SPARED = "we ask only now and then"


def test_a_line_that_stays_bad_is_asked_seldom_and_the_pages_say_so(
    server: Server, lines: Lines, client: Client, dirk: User
) -> None:
    client.force_login(dirk)
    source = source_behind(lines, server, "mastodon")
    lines["mastodon"].spoil("reset")

    with time_machine.travel(now(), tick=False) as clock:
        for _ in range(pacing.FAULTS_TO_OPEN):
            polling.poll(source)
            clock.move_to(source.next_poll_at)
        asked_again_in = source.next_poll_at - (source.last_error_at or now())
        pages = [reverse("monitoring:source-list"), source.get_absolute_url()]
        bad_days = [client.get(page).content.decode() for page in pages]
        lines["mastodon"].heal()
        polling.poll(source)
        good_days = [client.get(page).content.decode() for page in pages]

    assert asked_again_in >= timedelta(minutes=10)
    for page in bad_days:
        assert "failing" in page
        assert "The platform cannot be reached or does not answer well." in page
        assert SPARED in page
    assert not any(SPARED in page for page in good_days)
