"""From a mention to a ticket in the right queue (stages 5 and 6 of the mention's way).

First the batch is judged, without holding anything that others wait for; then it is placed.

The mention row is its own queue entry. One batch is one transaction: tickets, follow-ups and the
mark `triaged_at` are there together or not at all, so a crash loses and doubles nothing. A mention
that breaks the machinery goes to a person instead of stopping the others.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import InterfaceError, OperationalError, connection, transaction

from core.clock import now
from governance.domain import policies
from governance.domain.reasons import Reason
from governance.domain.routing import Utterance
from governance.models import PolicyVersion
from governance.models.routing import Threat
from monitoring.models import Match, Mention
from monitoring.models.mention import MentionQuerySet
from webcare.domain.judgement import Judge, Judgement, versions
from webcare.domain.router import Decision, Router
from webcare.domain.threads import Threads

__all__ = ["Decision", "Router", "decide", "triage_new", "utterance_of"]

logger = logging.getLogger(__name__)

BATCH = 200
SECONDS = 60.0
"""A round begins no batch after this; the next round goes on."""

JUDGED_FIELDS = [
    "threat",
    "threat_words",
    "sentiment",
    "sentiment_certainty",
    "judged_team",
    "judged_certainty",
]

LONGEST_WORD = 120
"""Characters of a word that a mention can hold; “neeee” may go on for longer."""

TRIAGE_LOCK = 7_203_001
"""One batch at a time, or two batches could open two tickets for one conversation."""


def decide(
    utterance: Utterance,
    judgement: Judgement | None = None,
    *,
    version: PolicyVersion | None,
    at: datetime,
) -> Decision:
    """Where `utterance` goes by `version`. For many messages, keep a `Router`."""
    return Router.load(version).decide(utterance, judgement, at=at)


def utterance_of(mention: Mention, terms: Iterable[str] = ()) -> Utterance:
    """A mention as the rules see it; `terms` are the slugs of the search terms that it fits."""
    return Utterance(
        text=f"{mention.title}\n{mention.text}" if mention.title else mention.text,
        author=mention.author_handle,
        platform=mention.platform,
        lang=mention.lang,
        sentiment=mention.sentiment,
        threat=mention.threat,
        threat_words=tuple(mention.threat_words),
        terms=frozenset(terms),
        author_name=mention.author_name,
    )


def judgement_of(mention: Mention) -> Judgement | None:
    """What was judged when the mention was triaged; None when nobody judged it."""
    if not mention.judged_team:
        return None
    return Judgement(
        team=mention.judged_team,
        certainty=mention.judged_certainty,
        threat=Threat(mention.threat),
        threat_words=tuple(mention.threat_words),
        sentiment=mention.sentiment,
        sentiment_certainty=mention.sentiment_certainty,
    )


def triage_new(limit: int = BATCH, *, judge: Judge | None = None) -> int:
    """Triage the mentions that wait, `limit` at a time; how many were done."""
    judge = judge or versions.in_use()
    ends_at = time.monotonic() + SECONDS
    done = _until(ends_at, limit, judge)
    # Only now: what can be routed at once does not wait for what waits anyway.
    return done + _until(ends_at, limit, judge) if _watch(limit, judge) else done


def _until(ends_at: float, limit: int, judge: Judge) -> int:
    done = 0
    while time.monotonic() < ends_at and (handled := _batch(limit, judge)):
        done += handled
    return done


def _watch(limit: int, judge: Judge) -> bool:
    """Judge the answers that wait for their conversation: danger among them waits no longer.

    Whether there is any.
    """
    waiting = Mention.objects.held_back().order_by("pk")
    read = list(waiting[:limit])
    if not read:
        return False
    try:
        opinions = Opinions.of(read, judge)
        with transaction.atomic():
            # Whoever routed or edited one meanwhile is not overruled.
            still = _locked(waiting.filter(pk__in=[one.pk for one in read]), limit)
            given = ((mention, opinions.on(mention)[1]) for mention in still)
            judged = [_judged(mention, judgement) for mention, judgement in given if judgement]
            Mention.objects.bulk_update(judged, JUDGED_FIELDS)
        return any(mention.threat != Threat.NONE for mention in judged)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Answers that wait could not be judged; they are when their turn comes.")
        return False


def _batch(limit: int, judge: Judge) -> int:
    waiting = Mention.objects.untriaged().order_by("pk")
    try:
        judged = list(waiting[:limit])
        opinions = Opinions.of(judged, judge)
        with transaction.atomic():
            # What came in meanwhile is for the next batch: nobody is asked for an opinion in here.
            mentions = _claim(waiting.filter(pk__in=[one.pk for one in judged]), limit)
            return _triage(mentions, opinions) if mentions else 0
    except (OperationalError, InterfaceError):
        raise  # the database is away: nothing is wrong with the mentions
    except Exception:
        logger.exception("A batch could not be triaged; its mentions are tried one by one.")
        return _one_by_one(limit, judge)


@dataclass(frozen=True)
class Opinions:
    """What a judge says about some mentions, and which search terms they fit."""

    judge: Judge
    terms: Mapping[int, set[str]]
    given: Mapping[tuple[int, str], Judgement | None]
    """By mention and text: an edit in between asks for another opinion."""

    @classmethod
    def of(cls, mentions: Sequence[Mention], judge: Judge) -> Opinions:
        terms = terms_of(mentions)
        utterances = [utterance_of(one, terms.get(one.pk, ())) for one in mentions]
        keys = ((one.pk, told.text) for one, told in zip(mentions, utterances, strict=True))
        return cls(judge, terms, dict(zip(keys, judge.judge(utterances), strict=True)))

    def on(self, mention: Mention) -> tuple[Utterance, Judgement | None]:
        utterance = utterance_of(mention, self.terms.get(mention.pk, ()))
        key = (mention.pk, utterance.text)
        if key in self.given:
            return utterance, self.given[key]
        return utterance, self.judge.judge([utterance])[0]


def _claim(waiting: MentionQuerySet, limit: int) -> list[Mention]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TRIAGE_LOCK])
    return _locked(waiting, limit)


def _locked(waiting: MentionQuerySet, limit: int) -> list[Mention]:
    return list(waiting.select_for_update(skip_locked=True, of=("self",), no_key=True)[:limit])


def _triage(mentions: Sequence[Mention], opinions: Opinions) -> int:
    """Open and join tickets for `mentions`, and mark them; inside the caller's transaction."""
    router = Router.load(policies.in_force())
    if not router.teams:
        logger.warning("There is no team yet; mentions wait.")
        return 0
    threads = Threads(mentions, router, at=now())
    judged = []
    for mention in sorted(mentions, key=lambda one: (one.published_at, one.pk)):
        if threads.is_ours(mention):
            continue
        utterance, judgement = opinions.on(mention)
        if judgement:
            judged.append(_judged(mention, judgement))
        if not _asks_for_nothing(mention):
            decision = router.decide(utterance, judgement, at=mention.published_at)
            threads.place(mention, decision)
    Mention.objects.bulk_update(judged, JUDGED_FIELDS)
    threads.save()
    return len(mentions)


def _judged(mention: Mention, judgement: Judgement) -> Mention:
    """The hints of the intake make way for the judgement."""
    mention.threat = judgement.threat
    mention.threat_words = [word[:LONGEST_WORD] for word in judgement.threat_words]
    mention.judged_team = judgement.team[:20]
    mention.judged_certainty = judgement.certainty
    if judgement.sentiment:
        mention.sentiment = judgement.sentiment
        mention.sentiment_certainty = judgement.sentiment_certainty
    return mention


def _asks_for_nothing(mention: Mention) -> bool:
    """A repost, or a text that was taken away before anyone looked, unless it is about danger."""
    return mention.is_repost or (mention.deleted_at is not None and mention.threat == Threat.NONE)


def terms_of(mentions: Sequence[Mention]) -> dict[int, set[str]]:
    """The slugs of the search terms that each mention fits, by its id; one query."""
    found: dict[int, set[str]] = {}
    matches = Match.objects.filter(mention__in=mentions).values_list("mention_id", "term__slug")
    for mention_id, slug in matches:
        found.setdefault(mention_id, set()).add(slug)
    return found


def _one_by_one(limit: int, judge: Judge) -> int:
    """The same, each mention in a transaction of its own; what breaks goes to a person."""

    def place(mentions: Sequence[Mention]) -> int:
        return _triage(mentions, Opinions.of(mentions, judge))

    waiting = list(Mention.objects.untriaged().order_by("pk").values_list("pk", flat=True)[:limit])
    return sum(_alone(pk, place) or _alone(pk, _show) for pk in waiting)


def _alone(pk: int, handle: Callable[[Sequence[Mention]], int]) -> int:
    try:
        with transaction.atomic():
            mentions = _claim(Mention.objects.untriaged().filter(pk=pk), 1)
            return handle(mentions) if mentions else 0
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("Mention %s could not be triaged.", pk)
        return 0


def _show(mentions: Sequence[Mention]) -> int:
    """A ticket without any judgement for one mention, so that a person sees it."""
    router = Router.load(None)
    if not router.teams:
        return 0
    threads = Threads(mentions, router, at=now())
    threat = Utterance(text="", threat=mentions[0].threat)
    decision = router.decide(threat, at=mentions[0].published_at)
    threads.place(mentions[0], replace(decision, reasons=(Reason("broken"),)))
    threads.save()
    return 1
