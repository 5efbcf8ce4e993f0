"""Routing without consequences: what would happen to these messages?

The answer of `manage.py route_messages`. Nothing is written; a policy version that is not in force
yet is tried out on real mentions in `simulation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from core.clock import now
from core.searchquery import Matcher
from governance.domain import policies, reasons
from governance.domain.reasons import Reason
from governance.domain.routing import Utterance
from governance.models.routing import Priority, Threat
from monitoring.domain import language, mention_rows
from monitoring.domain.matching import as_document, matcher
from monitoring.models import SearchTerm
from webcare.domain.judgement import versions
from webcare.domain.router import Decision, Router

NO_TEAM = "none"
FOLLOWS = "thread"


@dataclass(frozen=True, slots=True)
class Message:
    """A message from outside the product. `in_reply_to` is the id of another one, or empty."""

    id: str
    text: str
    author: str = ""
    platform: str = ""
    in_reply_to: str = ""


def route(messages: Sequence[Message], *, at: datetime | None = None) -> Iterator[dict[str, Any]]:
    """Where each message would go by the policy in force, as plain JSON values.

    A reply that is not clear by itself follows the message that it answers, when that is among
    `messages` and went to a team. (In the inbox every reply joins the ticket of its conversation.)
    """
    rehearsal = _Rehearsal(messages, at or now())
    for message in messages:
        yield rehearsal.line(message)


class _Rehearsal:
    """The policy in force and the active search terms, with the messages that answer each other."""

    def __init__(self, messages: Sequence[Message], at: datetime) -> None:
        self._at = at
        self._router = Router.load(policies.in_force())
        self._opinions = versions.on_this_machine()
        self._matcher: Matcher[int] = matcher()
        self._slugs = dict(SearchTerm.objects.values_list("pk", "slug"))
        self._messages = {message.id: message for message in messages}
        self._alone: dict[Message, tuple[Utterance, Decision]] = {}
        self._decided: dict[Message, Decision] = {}

    def line(self, message: Message) -> dict[str, Any]:
        decision = self._decide(message)
        utterance, _ = self._judge(message)
        version = self._router.version
        return {
            "id": message.id,
            "team": NO_TEAM if decision.is_noise or not decision.team else decision.team.code,
            "category": decision.category,
            "priority": Priority(decision.priority).name.lower(),
            "urgent": decision.is_urgent,
            "unsure": decision.is_unsure,
            "shown_to": decision.team.code if decision.team else NO_TEAM,
            "threat": utterance.threat,
            "sentiment": utterance.sentiment,
            "lang": utterance.lang,
            "reasons": [reasons.text_of(reason.as_json()) for reason in decision.reasons],
            "policy_version": version.number if version else None,
        }

    def _decide(self, message: Message) -> Decision:
        """Up the conversation to the first message that is decided by itself, and down again."""
        open_ones: dict[Message, None] = {}  # in order
        parent = self._leads_to(message)
        while parent and message not in self._decided and message not in open_ones:
            open_ones[message] = None
            message, parent = parent, self._leads_to(parent)
        above = self._decided.setdefault(message, self._judge(message)[1])
        for below in reversed(open_ones):
            above = self._decided.setdefault(below, self._follow(below, above))
        return above

    def _leads_to(self, message: Message) -> Message | None:
        """The message that this one answers, when this one is not clear by itself."""
        utterance, decision = self._judge(message)
        is_open = decision.is_unsure and not decision.rule_name and utterance.threat == Threat.NONE
        return self._messages.get(message.in_reply_to) if is_open else None

    def _follow(self, message: Message, above: Decision) -> Decision:
        if above.team is None:
            return self._judge(message)[1]
        own_reasons = [reason for reason in above.reasons if reason.code != FOLLOWS]
        return replace(
            above, reasons=(Reason(FOLLOWS, {"ticket": message.in_reply_to}), *own_reasons)
        )

    def _judge(self, message: Message) -> tuple[Utterance, Decision]:
        """What the rules and the judge make of this message alone."""
        if message not in self._alone:
            utterance = self._utterance(message)
            (judgement,) = self._opinions.judge([utterance])
            decision = self._router.decide(utterance, judgement, at=self._at)
            judged = judgement.on(utterance) if judgement else utterance
            self._alone[message] = judged, decision
        return self._alone[message]

    def _utterance(self, message: Message) -> Utterance:
        lang = language.detect(message.text)
        document = as_document("", message.text, message.author, lang, message.platform)
        judged = mention_rows.judged(message.text)
        return Utterance(
            text=message.text,
            author=message.author,
            platform=message.platform,
            lang=lang,
            sentiment=judged["sentiment"],
            threat=judged["threat"],
            threat_words=tuple(judged["threat_words"]),
            terms=frozenset(self._slugs[pk] for pk in self._matcher.match(document)),
        )
