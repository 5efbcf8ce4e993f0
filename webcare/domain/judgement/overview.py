"""What people get to see of the judgement: the models and how they did, and what was put right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from governance.models.routing import Sentiment, Threat
from people.models import Team, User
from webcare.domain.judgement import renewal, versions
from webcare.domain.judgement.opinion import NO_ANSWER
from webcare.models import Correction, LearnedModel, RouterTraining, Ticket

PAGE = 50
MEASURES: Mapping[str, StrOrPromise] = {
    "macro_f1": _("Right team"),
    "threats_missed": _("Threats not at the crisis team"),
    "threats_unseen": _("Threats without a warning"),
    "false_alarms": _("False alarms"),
    "watched": _("Harmless, to be looked at"),
    "tone_macro_f1": _("Right tone"),
}
"""What is shown of the figures of a model (`evaluation.Report.as_json`)."""

_HIGHER_IS_BETTER = {"macro_f1", "tone_macro_f1"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of a new model, beside the model that judged until then."""

    name: str
    label: StrOrPromise
    before: float | None
    after: float | None

    @property
    def is_better(self) -> bool:
        return self._gain > 0

    @property
    def is_worse(self) -> bool:
        return self._gain < 0

    @property
    def _gain(self) -> float:
        if self.before is None or self.after is None:
            return 0
        gain = self.after - self.before
        return gain if self.name in _HIGHER_IS_BETTER else -gain


@dataclass(frozen=True, slots=True)
class Version:
    """A model that was trained here, with its figures."""

    model: LearnedModel
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`training` is under way, `last` ended; `unlearned` counts what waits for the next one."""

    versions: list[Version]
    training: RouterTraining | None
    last: RouterTraining | None
    unlearned: int

    @property
    def in_use(self) -> LearnedModel | None:
        """The model that judges; None is the product's own."""
        return next((one.model for one in self.versions if one.model.is_in_use), None)

    @property
    def measured_on(self) -> Mapping[str, int]:
        """How many messages the newest model was measured on, and of which kinds."""
        return self.versions[0].model.figures.get("after", {}) if self.versions else {}


@dataclass(frozen=True, slots=True)
class PutRight:
    """A correction in words; the same twice means that the router was right."""

    correction: Correction
    before: StrOrPromise
    after: StrOrPromise
    is_learned: bool

    @property
    def is_confirmed(self) -> bool:
        return self.correction.before == self.correction.after


@dataclass(frozen=True, slots=True)
class Page:
    """Some corrections, and the mark of the next page: empty when this is the last."""

    rows: list[PutRight]
    next: str


def overview() -> Overview:
    """In three queries and a count."""
    models = LearnedModel.objects.newest_first().defer("stored").select_related("trained_by")
    trainings = RouterTraining.objects.newest_first().select_related("asked_by", "model")
    newest = list(trainings.defer("model__stored")[:2])
    return Overview(
        versions=[Version(model, _figures(model)) for model in models[: versions.KEPT + 1]],
        training=next((one for one in newest if one.state == renewal.State.ASKED), None),
        last=next((one for one in newest if one.state != renewal.State.ASKED), None),
        unlearned=renewal.unlearned().count(),
    )


def corrections(user: User, *, after: str = "", size: int = PAGE) -> Page:
    """A page of what the router learns from, newest first, as far as `user` may see the tickets.

    `after` is the `next` of the page before; nonsense begins at the start.
    """
    visible = Ticket.objects.visible_to(user)
    found = Correction.objects.teaching().filter(ticket__in=visible).newest_first()
    if after.isascii() and after.isdecimal() and len(after) < 19:
        found = found.filter(pk__lt=int(after))
    rows = list(found.select_related("ticket", "by")[: size + 1])
    trained_at = LearnedModel.objects.newest_first().values_list("trained_at", flat=True).first()
    teams = dict(Team.objects.values_list("code", "name"))
    told = [_told(one, teams, trained_at) for one in rows[:size]]
    return Page(told, str(rows[size - 1].pk) if len(rows) > size else "")


def _figures(model: LearnedModel) -> tuple[Figure, ...]:
    before, after = model.figures.get("before", {}), model.figures.get("after", {})
    return tuple(
        Figure(name, label, before.get(name), after.get(name)) for name, label in MEASURES.items()
    )


def _told(
    correction: Correction, teams: Mapping[str, str], trained_at: datetime | None
) -> PutRight:
    by_kind: dict[str, Mapping[str, StrOrPromise]] = {
        Correction.Kind.TEAM: {NO_ANSWER: _("no answer needed"), **teams},
        Correction.Kind.THREAT: dict(Threat.choices),
        Correction.Kind.SENTIMENT: dict(Sentiment.choices),
    }
    labels = by_kind[correction.kind]
    return PutRight(
        correction,
        labels.get(correction.before, correction.before),
        labels.get(correction.after, correction.after),
        is_learned=trained_at is not None and correction.at <= trained_at,
    )
