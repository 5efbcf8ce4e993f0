"""When the router learns anew: when a person asks, and once a week when something was put right.

The wish is a row, so it outlives a worker that was killed; the training itself takes minutes, and
belongs in a process of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils.translation import gettext_lazy as _

from core.clock import now
from people.models import User
from webcare.domain.judgement import examples, versions
from webcare.domain.judgement.examples import Example
from webcare.domain.judgement.training import TooFewExamples
from webcare.domain.refusals import Refusal
from webcare.models import Correction, LearnedModel, RouterTraining
from webcare.models.ticket import CorrectionQuerySet

logger = logging.getLogger(__name__)

EVERY = timedelta(days=7)
GIVES_UP_AFTER = timedelta(hours=2)
"""A training that was broken off is begun again until it was asked for so long ago."""

State = RouterTraining.State
Written = Callable[[], Iterable[Example]]


class AlreadyAsked(Refusal):
    sentence = _("The router is being trained already.")


def ask(*, by: User | None) -> RouterTraining:
    """Let the router learn anew. Raises `AlreadyAsked`."""
    try:
        with transaction.atomic():
            return RouterTraining.objects.create(asked_by=by, asked_at=now())
    except IntegrityError as error:
        raise AlreadyAsked from error


def ask_when_due() -> bool:
    """Ask when the last training was a week ago and people put something right since."""
    if settings.JUDGEMENT != "learned":
        return False
    last = RouterTraining.objects.newest_first().first()
    if last and (last.state == State.ASKED or last.asked_at > now() - EVERY):
        return False
    if not unlearned().exists():
        return False
    try:
        ask(by=None)
    except AlreadyAsked:
        return False
    return True


def unlearned() -> CorrectionQuerySet:
    """What was put right since the newest model was trained, whether that is used or not."""
    newest = LearnedModel.objects.newest_first().values_list("trained_at", flat=True).first()
    corrections = Correction.objects.teaching()
    return corrections.filter(at__gt=newest) if newest else corrections


def train_asked(*, written: Written = examples.written) -> RouterTraining | None:
    """Do the training that was asked for, if any; what became of it. Takes minutes.

    None when nobody asked, or when somebody is training at this moment.
    """
    try:
        with transaction.atomic():
            training = _taken()
            return _train(training, written) if training else None
    except versions.AlreadyTraining:
        return None
    except TooFewExamples:
        return _end(State.TOO_FEW)
    except (OperationalError, InterfaceError):
        raise  # the database is away: the wish stays
    except Exception:
        logger.exception("The router could not be trained.")
        return _end(State.FAILED)


def _taken() -> RouterTraining | None:
    """What was asked for, when no other worker is at it."""
    asked = RouterTraining.objects.asked()
    return asked.select_for_update(skip_locked=True, of=("self",), no_key=True).first()


def _train(training: RouterTraining, written: Written) -> RouterTraining:
    if training.asked_at < now() - GIVES_UP_AFTER:
        logger.error("The training of %s was broken off too often.", training.asked_at)
        training.state = State.FAILED
    else:
        training.model = versions.renew(by=training.asked_by, written=written)
        training.state = State.TRAINED
    training.ended_at = now()
    training.save()
    return training


def _end(state: RouterTraining.State) -> RouterTraining | None:
    training = RouterTraining.objects.asked().first()
    if training:
        training.state, training.ended_at = state, now()
        training.save()
    return training
