"""Which conversation a mention belongs to: follow-ups join the ticket that is there.

A mention joins the ticket of what it answers (a mention, or a reply of ours), else the ticket of
its conversation. Under a post of our own, or one that we never saw, everybody has a conversation of
their own. A ticket that was closed is opened again when somebody answers us within a week; later it
is a new ticket.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from governance.models.routing import Threat
from monitoring.models import Mention
from people.models import Team
from webcare.domain import history
from webcare.domain.router import Decision, Router
from webcare.domain.verbs import Verb
from webcare.models import Reply, Ticket, TicketMessage

REOPENS_WITHIN = timedelta(days=7)
JOINED_FIELDS = [
    "team",
    "owner",
    "claimed_at",
    "claim_expires_at",
    "priority",
    "threat",
    "is_unsure",
    "needs_approval",
    "state",
    "outcome",
    "due_at",
    "closed_at",
    "changed_at",
    "revision",
    "reasons",
    "updated_at",
]

Key = tuple[str, str]
"""Platform and id."""


class Threads:
    """The tickets around a batch of mentions: loaded and locked at once, saved at once."""

    def __init__(self, mentions: Sequence[Mention], router: Router, *, at: datetime) -> None:
        self._at = at
        self._mentions = mentions
        self._version = router.version
        self._own: list[int] = []
        self._new: list[Ticket] = []
        self._joined: dict[int, Ticket] = {}
        self._placed: list[tuple[Ticket, Mention]] = []
        self._steps: list[tuple[Verb, Ticket, dict[str, Any]]] = []
        self._load()

    def is_ours(self, mention: Mention) -> bool:
        """Whether it is a reply of ours that came back."""
        key = (mention.platform, mention.external_id)
        if key in self._replies:
            self._own.append(mention.pk)
        return key in self._replies

    def place(self, mention: Mention, decision: Decision) -> None:
        """Let `mention` join its ticket, or open one when `decision` asks for an answer.

        One that has a ticket already comes again when an edit made it a threat.
        """
        if here := self._messages.get((mention.platform, mention.external_id)):
            if _gravity(mention.threat) > _gravity(here.threat):
                self._change(here, mention, decision)
            return
        ticket, answers_us = self._find(mention)
        if ticket and self._may_join(ticket, answers_us=answers_us):
            self._join(ticket, mention, decision)
        elif decision.team:
            ticket = self._open(mention, decision, decision.team, previous=ticket)
        else:
            return
        self._messages[mention.platform, mention.external_id] = ticket
        self._register(ticket)

    def save(self) -> None:
        """Write everything: a bounded number of statements, however many mentions there are."""
        Ticket.objects.bulk_create(self._new)
        # An upsert of rows that are there and locked: bulk_update is ten times as slow.
        Ticket.objects.bulk_create(
            self._joined.values(),
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=JOINED_FIELDS,
        )
        TicketMessage.objects.bulk_create(
            TicketMessage(ticket=ticket, mention=mention) for ticket, mention in self._placed
        )
        history.record_many(self._steps)
        pks = [mention.pk for mention in self._mentions]
        Mention.objects.filter(pk__in=pks).update(triaged_at=self._at)
        if self._own:
            Mention.objects.filter(pk__in=self._own).update(is_own=True)

    def _note(self, verb: Verb, ticket: Ticket, mention: Mention) -> None:
        detail = {"mention": mention.pk, "revision": ticket.revision, "team": ticket.team_id}
        self._steps.append((verb, ticket, detail))

    def _load(self) -> None:
        platforms = {mention.platform for mention in self._mentions}
        own_ids = {mention.external_id for mention in self._mentions}
        parents = {mention.in_reply_to for mention in self._mentions} - {""}
        roots = {_root(mention) for mention in self._mentions}
        messages = TicketMessage.objects.filter(
            mention__platform__in=platforms, mention__external_id__in=own_ids | parents | roots
        ).values_list("mention__platform", "mention__external_id", "ticket_id")
        replies = Reply.objects.filter(
            mention__platform__in=platforms, external_id__in=own_ids | parents
        ).values_list("mention__platform", "external_id", "ticket_id")
        conversations = Ticket.objects.filter(
            platform__in=platforms, conversation__in=roots
        ).values_list("pk", flat=True)
        by_message = {(platform, one): pk for platform, one, pk in messages}
        by_reply = {(platform, one): pk for platform, one, pk in replies}
        wanted = {*by_message.values(), *by_reply.values(), *conversations}
        tickets = self._locked(wanted)
        self._shared_roots: set[Key] = set(
            Mention.objects.filter(
                platform__in=platforms, external_id__in=roots, is_own=False
            ).values_list("platform", "external_id")
        )
        self._messages = {key: tickets[pk] for key, pk in by_message.items()}
        self._replies = {key: tickets[pk] for key, pk in by_reply.items()}
        self._conversations: dict[tuple[str, str, str], Ticket] = {}
        for ticket in tickets.values():
            self._register(ticket)

    def _locked(self, pks: Iterable[int]) -> dict[int, Ticket]:
        """In the order of their numbers, so that two workers never wait for each other."""
        tickets = Ticket.objects.filter(pk__in=pks).order_by("pk")
        return {ticket.pk: ticket for ticket in tickets.select_for_update(no_key=True)}

    def _register(self, ticket: Ticket) -> None:
        key = self._conversation(ticket.platform, ticket.conversation, ticket.author_handle)
        if key is None:
            return
        known = self._conversations.get(key)
        if known is None or _is_closed(known) or not _is_closed(ticket):
            self._conversations[key] = ticket

    def _conversation(self, platform: str, root: str, author: str) -> tuple[str, str, str] | None:
        """Whose conversation it is, besides where; None for the nameless, who may be anybody.

        Platforms do not bring us our own posts, so a root that we never saw is likely ours.
        """
        if (platform, root) in self._shared_roots:
            return (platform, root, "")
        return (platform, root, author) if author else None

    def _find(self, mention: Mention) -> tuple[Ticket | None, bool]:
        """The ticket of what it answers, else of its conversation; and whether it answers us."""
        parent = (mention.platform, mention.in_reply_to)
        if parent in self._replies:
            return self._replies[parent], True
        key = self._conversation(mention.platform, _root(mention), mention.author_handle)
        around = self._conversations.get(key) if key else None
        return self._messages.get(parent) or around, False

    def _may_join(self, ticket: Ticket, *, answers_us: bool) -> bool:
        if ticket.closed_at is None:
            return True
        return answers_us and self._at - ticket.closed_at <= REOPENS_WITHIN

    def _open(
        self, mention: Mention, decision: Decision, team: Team, *, previous: Ticket | None
    ) -> Ticket:
        ticket = Ticket(
            team=team,
            platform=mention.platform,
            conversation=_root(mention),
            subject=_subject(mention),
            author_handle=mention.author_handle,
            author_name=mention.author_name,
            category=decision.category,
            priority=decision.priority,
            threat=mention.threat,
            is_unsure=decision.is_unsure,
            needs_approval=decision.needs_approval,
            opened_at=self._at,
            due_at=decision.due_at or self._at,
            changed_at=self._at,
            policy_version=self._version,
            rule_name=decision.rule_name,
            reasons=[reason.as_json() for reason in decision.reasons],
            previous=previous,
        )
        self._new.append(ticket)
        self._placed.append((ticket, mention))
        self._note(Verb.OPENED, ticket, mention)
        return ticket

    def _join(self, ticket: Ticket, mention: Mention, decision: Decision) -> None:
        self._placed.append((ticket, mention))
        self._change(ticket, mention, decision)

    def _change(self, ticket: Ticket, mention: Mention, decision: Decision) -> None:
        ticket.revision += 1
        ticket.changed_at = ticket.updated_at = self._at
        _reopen(ticket, decision)
        _raise(ticket, mention, decision)
        if ticket.pk:
            self._joined[ticket.pk] = ticket
        self._note(Verb.JOINED, ticket, mention)


def _reopen(ticket: Ticket, decision: Decision) -> None:
    """Somebody reacts, so there is work again; a closed ticket stays so for a word of thanks."""
    if ticket.state == Ticket.State.OPEN:
        return
    if _is_closed(ticket):
        if decision.team is None:
            return
        ticket.closed_at, ticket.outcome = None, ""
        _disown(ticket)
    ticket.state = Ticket.State.OPEN
    ticket.due_at = decision.due_at or ticket.due_at


def _raise(ticket: Ticket, mention: Mention, decision: Decision) -> None:
    """A follow-up can make a ticket more urgent, never less; danger takes it to its own team."""
    is_graver = _gravity(mention.threat) > _gravity(ticket.threat)
    if is_graver:
        ticket.threat = mention.threat
    ticket.needs_approval = ticket.needs_approval or decision.needs_approval
    if decision.team is None or not (is_graver or decision.priority > ticket.priority):
        return
    ticket.priority = max(ticket.priority, decision.priority)
    ticket.due_at = min(ticket.due_at, decision.due_at or ticket.due_at)
    ticket.is_unsure = ticket.is_unsure or decision.is_unsure
    ticket.reasons = [*ticket.reasons, *(one.as_json() for one in decision.reasons)]
    if decision.team.kind == Team.Kind.CRISIS and decision.team.pk != ticket.team_id:
        ticket.team = decision.team
        _disown(ticket)


def _disown(ticket: Ticket) -> None:
    ticket.owner = ticket.claimed_at = ticket.claim_expires_at = None


def _gravity(threat: str) -> int:
    return list(Threat).index(Threat(threat))


def _is_closed(ticket: Ticket) -> bool:
    return ticket.state == Ticket.State.CLOSED


def _root(mention: Mention) -> str:
    return mention.conversation or mention.external_id


def _subject(mention: Mention) -> str:
    """The first words, without the accounts that an answer begins with."""
    words = (mention.title or mention.text).split()
    while len(words) > 1 and words[0].startswith("@"):
        words.pop(0)
    return " ".join(words)[:200]
