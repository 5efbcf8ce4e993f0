"""The plan of ten (publication, chapter 6): each tip with its state, read from the portal."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.content.plan_of_ten import TIPS, Tip
from governance.models import TipNote
from reporting.domain.evidence import LOOKS, Finding
from reporting.domain.facts import Facts


class State(models.TextChoices):
    """How far a tip is: what people said of it goes before what the portal sees."""

    DONE = "done", _("in order")
    BUSY = "busy", _("under way")
    OPEN = "open", _("still to begin")
    SKIPPED = "skipped", _("not for us")


@dataclass(frozen=True, slots=True)
class Card:
    """One tip on the board."""

    tip: Tip
    state: State
    findings: tuple[Finding, ...]
    note: TipNote | None

    @property
    def next_step(self) -> Finding | None:
        """The first thing that is not in order, and where to act on it."""
        return next((one for one in self.findings if not one.is_good and one.url), None)


def board(found: Facts) -> list[Card]:
    """The ten cards in their order. One query, for what people say themselves."""
    notes = {note.number: note for note in TipNote.objects.select_related("by")}
    return [_card(tip, notes.get(tip.number), found) for tip in TIPS]


def count_settled(cards: list[Card]) -> int:
    """How many of the ten ask for nothing more."""
    return sum(card.state in {State.DONE, State.SKIPPED} for card in cards)


def _card(tip: Tip, note: TipNote | None, found: Facts) -> Card:
    findings = tuple(LOOKS[tip.number](found))
    return Card(tip, _state(findings, note), findings, note)


def _state(findings: tuple[Finding, ...], note: TipNote | None) -> State:
    if note and note.verdict:
        return State(note.verdict)
    if all(one.is_good for one in findings):
        return State.DONE
    is_begun = any(one.is_good or one.is_begun for one in findings)
    return State.BUSY if is_begun else State.OPEN
