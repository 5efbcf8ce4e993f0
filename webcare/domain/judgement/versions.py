"""Which model judges: the product's own, or the last one trained here that was not worse.

A new model is kept with its figures whether it is used or not, so that everybody can see what
became of the corrections.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, transaction

from core.clock import now
from people.models import Institution, User
from webcare.domain.judgement import evaluation, examples, second_opinion, training
from webcare.domain.judgement.evaluation import Report
from webcare.domain.judgement.examples import Example
from webcare.domain.judgement.judge import LearnedJudge
from webcare.domain.judgement.model import Model, UnreadableModel
from webcare.domain.judgement.opinion import Judge, NoOpinion
from webcare.domain.judgement.reading import Known
from webcare.models import LearnedModel

logger = logging.getLogger(__name__)

BUILT_IN: Final = Path(__file__).with_name("built_in.npz")
TRAINING_LOCK: Final = 7_203_002
KEPT: Final = 20
"""So many trained models are kept; older ones that are not in use go."""


class AlreadyTraining(Exception):
    """Somebody else is training at this moment."""


def in_use() -> Judge:
    """The judge of this moment; a language model helps when the institution connected one."""
    return second_opinion.beside(on_this_machine())


def on_this_machine() -> Judge:
    """The same without help from elsewhere, for thousands of messages at once."""
    if settings.JUDGEMENT != "learned":
        return NoOpinion()
    try:
        model = model_in_use()
    except (UnreadableModel, OSError):
        logger.exception("No model can be read; people decide what the rules leave open.")
        return NoOpinion()
    return LearnedJudge(model, Known.of(Institution.objects.current()))


def model_in_use() -> Model:
    """The institution's own model; the built-in one when there is none that we can read."""
    number = LearnedModel.objects.in_use().values_list("pk", flat=True).first()
    if number is None:
        return built_in()
    try:
        return _loaded(number)
    except UnreadableModel:
        logger.exception("Learned model %s cannot be read; the built-in one judges.", number)
        return built_in()


@cache
def built_in() -> Model:
    """The model that came with the product."""
    return Model.load(BUILT_IN.read_bytes())


@lru_cache(maxsize=2)
def _loaded(number: int) -> Model:
    return Model.load(bytes(LearnedModel.objects.values_list("stored", flat=True).get(pk=number)))


def renew(
    *,
    by: User | None = None,
    say: training.Say = lambda line: None,
    written: Callable[[], Iterable[Example]] = examples.written,
    evaluate: Callable[[Model], Report] = evaluation.evaluate,
) -> LearnedModel:
    """Train on everything that is known now; use the new model unless it is worse.

    Raises `AlreadyTraining` and `TooFewExamples`.
    """
    with transaction.atomic():
        _one_at_a_time()
        before = evaluate(model_in_use())
        # What is put right from here on waits for the next training.
        kept = LearnedModel(trained_at=now(), trained_by=by)
        own = list(examples.own())
        kept.learned_from_own = len(own)
        kept.stored = training.train([*written(), *own], say=say).dump()
        model = Model.load(kept.stored)  # as it will judge: what is stored is rounded
        return _keep(kept, model, before, evaluate(model))


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [TRAINING_LOCK])
        row = cursor.fetchone()
    if not row or not row[0]:
        raise AlreadyTraining


def _keep(kept: LearnedModel, model: Model, before: Report, after: Report) -> LearnedModel:
    is_worse = after.is_worse_than(before)
    if not is_worse:
        LearnedModel.objects.in_use().update(is_in_use=False, stored=b"")
    kept.learned_from = model.about["examples"]
    kept.figures = {"before": before.as_json(), "after": after.as_json()}
    kept.is_in_use = not is_worse
    if is_worse:  # its figures are kept; its words may be those of people, and serve nobody
        kept.stored = b""
    kept.save()
    newest = LearnedModel.objects.newest_first().values_list("pk", flat=True)[:KEPT]
    LearnedModel.objects.exclude(pk__in=list(newest)).filter(is_in_use=False).delete()
    return kept
