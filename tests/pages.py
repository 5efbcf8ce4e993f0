"""Every page that can be read without changing anything, how many questions it may ask the
database, and a college in which there is much to show.

Shared by tests/test_queries.py, which counts, and benchmarks/p7_pages.py, which also times.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from core import audit
from core.clock import now
from monitoring.models import Channel, Mention, SearchTerm, Source
from people.models import Absence, Role, Team, User
from tests import subjects
from tests.factories.monitoring import (
    ChannelFactory,
    MatchFactory,
    MentionFactory,
    SearchTermFactory,
    SourceFactory,
)
from tests.factories.people import AbsenceFactory, UserFactory
from tests.factories.webcare import (
    CorrectionFactory,
    LearnedModelFactory,
    NoteFactory,
    ReplyFactory,
    TicketFactory,
    TicketMessageFactory,
)
from tests.subjects import policies
from webcare.models import Presence, Ticket

LIST, DETAIL, FORM, API = 8, 12, 6, 3

PAGES = {
    "webcare:inbox": LIST,
    "webcare:inbox-team": LIST,
    "webcare:ticket-detail": DETAIL,
    "webcare:simulation": DETAIL,
    "webcare:judgement": LIST,
    "webcare:correction-list": LIST,
    "monitoring:mention-list": LIST,
    "monitoring:mention-detail": DETAIL,
    "monitoring:term-list": LIST,
    "monitoring:term-create": FORM,
    "monitoring:term-detail": DETAIL,
    "monitoring:term-edit": FORM,
    "monitoring:source-list": LIST,
    "monitoring:source-create": FORM,
    "monitoring:source-detail": DETAIL,
    "monitoring:source-edit": FORM,
    "monitoring:channel-list": LIST,
    "monitoring:channel-create": FORM,
    "monitoring:channel-detail": DETAIL,
    "monitoring:channel-edit": FORM + 1,  # three lists to choose from, and what was chosen
    "people:profile": LIST,
    "people:absence-list": LIST,
    "people:absence-create": FORM,
    "people:absence-edit": FORM,
    "api:ticket-list": API,
    "api:ticket-detail": API + 2,  # with its messages and its replies
    "api:mention-list": API,
    "api:mention-detail": API,
    "api:source-list": API,
    "api:source-detail": API,
}
STEPS: set[str] = {
    "webcare:pulse", "webcare:ticket-presence", "webcare:ticket-step", "webcare:reply-draft",
    "webcare:reply-write", "webcare:reply-step", "webcare:judgement-train", "monitoring:term-try",
    "monitoring:term-stop",
    "monitoring:term-resume", "monitoring:term-delete", "monitoring:feed-preview",
    "monitoring:source-pause", "monitoring:source-resume", "monitoring:source-poll",
    "people:language", "people:absence-delete", "api:api-root",
}  # fmt: skip

# One file per subject of governance: PAGES, STEPS, arguments(reader) and grow(reader, count).
SUBJECTS = [
    import_module(f"tests.subjects.{found.name}")
    for found in sorted(iter_modules(subjects.__path__), key=lambda found: found.name)
]
for subject in SUBJECTS:
    PAGES |= subject.PAGES
    STEPS |= subject.STEPS


def addresses(reader: User) -> Iterator[tuple[str, str]]:
    arguments: dict[str, dict[str, Any]] = {
        "webcare:inbox-team": {"code": "info"},
        "webcare:ticket-detail": {"pk": busiest_ticket().pk},
        "webcare:simulation": {"pk": policies.draft().pk},
        "people:absence-edit": {"pk": Absence.objects.filter(user=reader)[0].pk},
        "api:ticket-detail": {"pk": busiest_ticket().pk},
    }
    for subject in SUBJECTS:
        arguments |= subject.arguments(reader)
    by_noun = {"term": SearchTerm, "source": Source, "channel": Channel, "mention": Mention}
    for name in PAGES:
        noun, _, verb = name.partition(":")[2].rpartition("-")
        given = arguments.get(name, {})
        if not given and noun in by_noun and verb in {"detail", "edit"}:
            given = {"pk": by_noun[noun].objects.order_by("pk")[0].pk}  # type: ignore[attr-defined]
        yield name, reverse(name, kwargs=given)


def busiest_ticket() -> Ticket:
    return Ticket.objects.order_by("pk")[0]


def grow(reader: User, count: int) -> None:
    """`count` more of everything; lists hang on the first row of their kind."""
    info = Team.objects.get(code="info")
    UserFactory.create_batch(count, teams=[info], roles=[Role.AGENT])
    channel = Channel.objects.first() or ChannelFactory(external_id="1")
    ChannelFactory.create_batch(count)
    source = Source.objects.order_by("pk").first() or SourceFactory(channel=channel)
    SourceFactory.create_batch(count, channel=channel)
    term = SearchTerm.objects.order_by("pk").first() or SearchTermFactory(owner=reader)
    SearchTermFactory.create_batch(count, owner=reader)
    for mention in MentionFactory.create_batch(count, source=source, conversation="1"):
        MatchFactory(mention=mention, term=term)
    today = localdate(now())
    AbsenceFactory.create_batch(count, user=reader, from_date=today, until_date=today)
    for row in (*Source.objects.all()[:1], *SearchTerm.objects.all()[:1]):
        for _ in range(count):
            audit.record("changed", row, by=reader)
    for subject in SUBJECTS:
        subject.grow(reader, count)
    grow_tickets(reader, source, info, count)


def grow_tickets(reader: User, source: Source, info: Team, count: int) -> None:
    """Tickets in the queue, and messages, notes, replies and onlookers at the first one."""
    about = {"team": info, "owner": reader, "claimed_at": now(), "conversation": "1"}
    tickets = TicketFactory.create_batch(count, is_unsure=True, **about)
    LearnedModelFactory.create_batch(count, trained_by=reader)
    for ticket in tickets:
        CorrectionFactory(ticket=ticket, by=reader)
        TicketMessageFactory(ticket=ticket, mention=MentionFactory(source=source))
    busiest = busiest_ticket()
    messages = TicketMessageFactory.create_batch(count, ticket=busiest, mention__source=source)
    NoteFactory.create_batch(count, ticket=busiest, author=reader)
    for message in messages:
        ReplyFactory(
            ticket=busiest, mention=message.mention, channel=source.channel, author=reader,
            state="sent", sent_at=now(),
        )  # fmt: skip
    for colleague in User.objects.exclude(pk=reader.pk).order_by("-pk")[:count]:
        Presence.objects.create(ticket=busiest, user=colleague, seen_at=now())
