"""R10: pages that repeat, overlap and arrive in any order, edits and deletes among them.

Whatever the order, the end is the same: the same mentions, the same tickets with the same people in
them, none about what we said ourselves, and one for a question that many pass on. First with pages
that are laid ready, then with the practice platforms, which spoil their pages on demand.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from connectors.facebook import reading
from connectors.mastodon import connector as mastodon
from connectors.types import Author, Batch, Post
from connectors.x import cursor as x_cursor
from core.clock import now
from core.models import LogEntry
from monitoring.domain import intake, polling
from monitoring.models import Match, Mention, Source
from sandbox import Server
from sandbox.identity import MASTODON_ACCOUNT_ID
from tests.factories.monitoring import ChannelFactory, SearchTermFactory, SourceFactory
from tests.faults.listening import source_on
from tests.monitoring.fake_platform import AT, batch, post
from webcare.domain import triage
from webcare.models import Ticket, TicketMessage

pytestmark = [pytest.mark.fault, pytest.mark.django_db]

ORDERS = 100
PAGE = 3


def forget_everything() -> None:
    LogEntry.objects.all().delete()
    Ticket.objects.all().delete()
    Mention.objects.all().delete()


def mentions() -> list[tuple[Any, ...]]:
    """All that we keep of what was said; of what was taken away only that it was there."""
    found = Mention.objects.prefetch_related("matches__term").order_by("external_id")
    return [
        (one.external_id, "gone", one.title, one.text, one.raw)
        if one.deleted_at
        else (
            one.external_id,
            one.text,
            one.edited_at,
            one.threat,
            one.is_relevant,
            one.is_own,
            one.is_repost,
            [match.term.slug for match in one.matches.all()],
        )
        for one in found
    ]


def tickets() -> set[tuple[str, str, frozenset[str]]]:
    """Each ticket: its subject, its team, and the messages in it."""
    inside: dict[Ticket, set[str]] = {}
    for message in TicketMessage.objects.select_related("ticket__team", "mention"):
        inside.setdefault(message.ticket, set()).add(message.mention.external_id)
    return {(one.subject, one.team.code, frozenset(ids)) for one, ids in inside.items()}


# --- pages that are laid ready --------------------------------------------------------------------


@pytest.fixture
def noon() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def said(external_id: str, text: str, minute: int, author: str = "guusje", **fields: Any) -> Post:
    moment = AT - timedelta(minutes=60 - minute)
    writer = fields.pop("writer", Author(author, author.title(), f"id-{author}"))
    return post(external_id, text, author=writer, published_at=moment, **fields)


def timelines() -> list[list[Post]]:
    """What the platform shows at four moments, newest first. Guusje asks, Bram joins in, we answer,
    others pass it on; the question is edited twice, and what Kees said is taken away."""
    ours = Author("rocdewaterlanden", external_id="77")
    question = said("q", "Waar is het rooster?", 1, conversation="q")
    joins = said("a", "Ik zoek het rooster ook", 2, "bram", conversation="q", in_reply_to="q")
    kees = said("k", "Kees zoekt ruzie", 3, "kees", conversation="k")
    own = said("own", "Het rooster staat online", 4, writer=ours, conversation="q", in_reply_to="q")
    thanks = said("t", "En dat van morgen?", 5, conversation="q", in_reply_to="a")
    passed_on = [
        said(f"r{number}", "RT Waar is het rooster?", 6, f"fan{number}", is_repost=True)
        for number in range(4)
    ]
    other = said("z", "Hoe laat begint de open dag?", 7, "zoë", conversation="z")
    first, second = (
        said("q", text, 1, conversation="q", edited_at=AT - timedelta(minutes=left))
        for text, left in (("Waar is mijn rooster?", 20), ("Waar is het rooster van 2B?", 10))
    )
    gone = said("k", "", 3, "kees", conversation="k", is_deleted=True)
    return [
        [kees, joins, question],
        [thanks, own, kees, joins, first],
        [*passed_on, thanks, own, kees, joins, first],
        [other, *passed_on, thanks, own, gone, joins, second],
    ]


def pages() -> list[Batch]:
    return [
        batch(*timeline[start : start + PAGE])
        for timeline in timelines()
        for start in range(0, len(timeline), PAGE)
    ]


def listen(dice: random.Random | None, sources: list[Source]) -> None:
    """Take in all pages: in order, or dealt, some of them twice, and by either of two sources."""
    dealt = pages()
    if dice:
        dealt += dice.choices(dealt, k=4)
        dice.shuffle(dealt)
        dealt = [batch(*dice.sample(one.posts, len(one.posts))) for one in dealt]
    for page in dealt:
        intake.store(dice.choice(sources) if dice else sources[0], page, AT)


@pytest.mark.usefixtures("noon", "info")
def test_whatever_the_order_of_the_pages_the_mentions_and_tickets_are_the_same() -> None:
    channel = ChannelFactory(platform="mastodon", handle="rocdewaterlanden", external_id="77")
    SearchTermFactory(slug="rooster", query="rooster")
    two: list[Source] = [
        SourceFactory(platform="mastodon", channel=channel, history_done_at=AT.replace(day=1))
        for _ in range(2)
    ]
    listen(None, two)
    triage.triage_new()
    expected = (mentions(), tickets())

    for seed in range(ORDERS):
        forget_everything()
        listen(random.Random(seed), two)
        triage.triage_new()
        assert (mentions(), tickets()) == expected, f"seed {seed}"

    assert expected[1] == {
        ("Waar is het rooster van 2B?", "info", frozenset({"q", "a", "t"})),
        ("Hoe laat begint de open dag?", "info", frozenset({"z"})),
    }


@pytest.mark.usefixtures("noon", "info")
def test_triage_in_between_takes_up_nothing_twice_and_nothing_of_our_own() -> None:
    channel = ChannelFactory(platform="mastodon", handle="rocdewaterlanden", external_id="77")
    source = SourceFactory(platform="mastodon", channel=channel, history_done_at=AT.replace(day=1))

    for seed in range(ORDERS // 4):
        forget_everything()
        dice, dealt = random.Random(seed), pages()
        dice.shuffle(dealt)
        for page in dealt:
            intake.store(source, page, AT)
            if dice.random() < 0.5:
                triage.triage_new()
        triage.triage_new()

        placed = list(TicketMessage.objects.values_list("mention__external_id", flat=True))
        assert sorted(placed) == sorted({*placed}), f"seed {seed}"
        assert {"q", "a", "t", "z"} <= {*placed} <= {"q", "a", "t", "z", "k"}, f"seed {seed}"


# --- the practice platforms -----------------------------------------------------------------------

KINDS = ("repeat", "shuffle", "")


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a handful of posts takes many pages, one for each poll."""
    monkeypatch.setattr(x_cursor, "PAGE_SIZE", 10)  # less than that X refuses
    monkeypatch.setattr(mastodon, "PAGE_SIZE", PAGE)
    monkeypatch.setattr(reading, "POSTS_PER_PAGE", PAGE)
    monkeypatch.setattr(reading, "COMMENTS_PER_PAGE", PAGE)
    monkeypatch.setattr(polling, "PAGES_PER_POLL", 1)


@pytest.fixture
def source(server: Server, request: pytest.FixtureRequest) -> Source:
    if request.param == "facebook":
        return source_on(server, "facebook", kind="comments")
    found = source_on(server, request.param, kind="search", query="#rooster")
    if found.platform == "mastodon" and found.channel:  # so that our own statuses are known as ours
        found.channel.external_id = f"{server.url.split('/')[2]}:{MASTODON_ACCOUNT_ID}"
        found.channel.save()
    return found


def talk(server: Server, platform: str) -> None:
    """Three conversations at once: somebody begins, six join in, and we say something as well."""
    begins = [begin(server, platform, number) for number in range(3)]
    for one in range(6):
        for above in begins:
            join(server, platform, above, f"Ook ik, {one}, zoek het #rooster", f"person{one}")
    for above in begins:
        join(server, platform, above, "Ons antwoord over het #rooster", "")


def begin(server: Server, platform: str, number: int) -> str:
    text = f"Vraag {number} over het #rooster"
    if platform == "facebook":
        return server.facebook.add_visitor_post(text).id
    there = server.platforms[platform]
    return there.write(text, author=there.person("guusje")).id


def join(server: Server, platform: str, above: str, text: str, author: str) -> None:
    """Without an author it is us."""
    there = server.platforms[platform]
    place = "comment" if platform == "facebook" else ""
    who = there.person(author) if author else None
    there.write(text, author=who, in_reply_to=above, place=place)


def read_all(source: Source, server: Server, dice: random.Random | None) -> None:
    """Read page after page, triaging after each; the platform spoils some pages."""
    source.cursor = {"x": {"high": "1"}, "mastodon": {"min_id": "0"}}.get(source.platform, {})
    source.history_done_at = now() - timedelta(days=1)
    source.save()
    there = server.platforms[source.platform].name
    more = True
    while more:
        if dice and (kind := dice.choice(KINDS)):
            server.faults.add(there, "*", kind)
        poll = polling.poll(source)
        assert poll.error == ""
        more = poll.more
        triage.triage_new()


@pytest.mark.usefixtures("small_pages", "info")
@pytest.mark.parametrize("source", ["x", "facebook", "mastodon"], indirect=True)
def test_a_platform_that_repeats_and_shuffles_its_pages_tells_the_same_story(
    server: Server, source: Source
) -> None:
    SearchTermFactory(slug="rooster", query="rooster")
    talk(server, source.platform)
    read_all(source, server, None)
    expected = (mentions(), {inside for _, _, inside in tickets()})

    for seed in range(ORDERS // 10):
        forget_everything()
        read_all(source, server, random.Random(seed))
        found = (mentions(), {inside for _, _, inside in tickets()})
        assert found == expected, f"seed {seed}"

    assert [len(inside) for inside in expected[1]] == [7, 7, 7]
    own = Mention.objects.filter(is_own=True)
    assert not TicketMessage.objects.filter(mention__in=own).exists()
    assert own.count() == (0 if source.platform == "facebook" else 3)
    assert Match.objects.exists()
