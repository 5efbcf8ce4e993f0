"""A second opinion: what the own judge is not sure of is put to the institution's language model.

It helps, and nothing depends on it. A likely threat waits for no answer, an alarm or a doubt about
danger is never taken away, and whatever goes wrong leaves the own judgement as it was. What two
judges agree on may be sure; a language model alone never is, and it files nothing away unseen.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings
from django.db import transaction

from connectors.errors import ConnectorError
from connectors.language_model import LanguageModel
from governance.domain.routing import Utterance
from governance.models.routing import Threat
from people.models import Institution, Team
from webcare.domain.judgement import breaker
from webcare.domain.judgement.discretion import discreet, writer_of
from webcare.domain.judgement.opinion import NO_ANSWER, Judge, Judgement, Second
from webcare.domain.judgement.question import Answer, Question
from webcare.domain.router import SURE

logger = logging.getLogger(__name__)

AT_MOST: Final = 20
"""Questions for one batch; the most doubtful messages come first."""

AT_ONCE: Final = 4
BUDGET: Final = 10.0
"""Seconds for all questions of one batch."""

SHORTEST: Final = 0.1
"""With fewer seconds left a question is not worth asking."""

ALONE: Final = SURE - 0.01
"""As certain as a language model can be by itself."""

_WORDS: Final = 5


def beside(judge: Judge) -> Judge:
    """`judge` with the language model that is set up beside it; by itself when there is none."""
    if not settings.LANGUAGE_MODEL_URL:
        return judge
    model = LanguageModel(
        url=settings.LANGUAGE_MODEL_URL,
        name=settings.LANGUAGE_MODEL_NAME,
        key=settings.LANGUAGE_MODEL_KEY,
        timeout=settings.LANGUAGE_MODEL_TIMEOUT,
    )
    return SecondOpinion(judge, model)


@dataclass(frozen=True)
class SecondOpinion:
    """Judges as `first` does, and asks `model` about what `first` doubts."""

    first: Judge
    model: LanguageModel

    def judge(self, utterances: Sequence[Utterance]) -> list[Judgement | None]:
        judged = self.first.judge(utterances)
        try:
            return self._weighed(utterances, judged)
        except Exception:
            logger.exception("The language model could not be asked; the own judgement stays.")
            return judged

    def _weighed(
        self, utterances: Sequence[Utterance], judged: Sequence[Judgement | None]
    ) -> list[Judgement | None]:
        both = list(judged)
        doubtful = _doubtful(judged)
        if not doubtful or _in_transaction() or breaker.is_resting():
            return both
        for place, answer in self._answers(utterances, doubtful).items():
            own = judged[place]
            if own:
                both[place] = weighed(own, answer, self.model.name, utterances[place].text)
        return both

    def _answers(
        self, utterances: Sequence[Utterance], places: Sequence[int]
    ) -> Mapping[int, Answer]:
        """What the model says about the messages at `places`, as far as it does."""
        question, figures = _question(), Institution.objects.current().public_figures
        ends_at = time.monotonic() + BUDGET
        pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="second-opinion")
        asked = {}
        for place in places:
            one = utterances[place]
            text = discreet(one.text, writer=writer_of(one), others=figures)
            material = question.material(text, one.platform)
            asked[place] = pool.submit(self._ask, question, material, ends_at)
        wait(asked.values(), timeout=BUDGET)
        pool.shutdown(wait=False, cancel_futures=True)
        problems = {place: _problem(one) for place, one in asked.items()}
        _note(list(problems.values()))
        return {place: asked[place].result() for place in places if not problems[place]}

    def _ask(self, question: Question, material: str, ends_at: float) -> Answer:
        left = ends_at - time.monotonic()
        if left < SHORTEST:
            raise TimeoutError
        written = self.model.ask(
            question.instructions, material, schema=question.schema, seconds=left
        )
        return question.read(written)


def weighed(own: Judgement, answer: Answer, name: str, text: str) -> Judgement:
    """The two opinions about `text` as one; `name` is what the language model is called."""
    agrees = answer.team == own.team
    decides = bool(answer.team) and not agrees and own.certainty < min(SURE, answer.certainty)
    judged = replace(own, second=Second(name, agrees, decides, answer.danger))
    if decides:
        certainty = min(answer.certainty, ALONE)
        judged = replace(judged, team=answer.team, certainty=certainty, words=())
    elif agrees:
        bar = ALONE if own.team == NO_ANSWER else 1.0
        judged = replace(judged, certainty=max(own.certainty, min(answer.certainty, bar)))
    if own.sentiment_certainty < min(SURE, answer.certainty):
        certainty = min(answer.certainty, ALONE)
        judged = replace(judged, sentiment=answer.tone, sentiment_certainty=certainty)
    if answer.danger and own.threat == Threat.NONE:
        words = own.words or tuple(text.split()[:_WORDS])
        judged = replace(judged, threat=Threat.POSSIBLE, threat_words=words)
    return judged


def _doubtful(judged: Sequence[Judgement | None]) -> list[int]:
    """The places to ask about. None when there is an alarm among them: that waits for nobody."""
    if any(own and own.threat == Threat.LIKELY for own in judged):
        return []
    doubts = {
        place: (own.threat != Threat.POSSIBLE, own.certainty)
        for place, own in enumerate(judged)
        if own and (own.certainty < SURE or own.threat == Threat.POSSIBLE)
    }
    return sorted(doubts, key=doubts.__getitem__)[:AT_MOST]


def _in_transaction() -> bool:
    """Whether somebody may be waiting for what we hold; then it is no time to ask around."""
    try:
        with transaction.atomic(durable=True):
            return False
    except RuntimeError:
        return True


def _question() -> Question:
    """With the teams that answer people; what the crisis team should see is told as danger."""
    teams = Team.objects.filter(kind=Team.Kind.WEBCARE).order_by("code")
    return Question(
        {team.code: discreet(f"{team.name}. {team.description}").strip() for team in teams}
    )


def _note(problems: Sequence[str]) -> None:
    """Tell once what went wrong with a batch, and let the breaker know."""
    kinds = Counter(filter(None, problems))
    failed = kinds.total()
    breaker.note(answered=len(problems) - failed, failed=failed)
    if failed:
        told = ", ".join(f"{kind} {count}x" for kind, count in kinds.items())
        sentence = "The language model did not help with %d of %d messages: %s."
        logger.warning(sentence, failed, len(problems), told)


def _problem(asked: Future[Answer]) -> str:
    """What went wrong in a word, without what was asked or answered; empty when nothing did."""
    if asked.cancelled() or not asked.done():
        return "too late"
    problem = asked.exception()
    if isinstance(problem, ConnectorError):
        status = problem.values.get("status")
        return f"{type(problem).__name__} ({status})" if status else type(problem).__name__
    return type(problem).__name__ if problem else ""
