"""What a judge learns from: the product's own written examples, and what people put right.

`examples/` holds a file for each writer, because a judge is only worth something on the messages of
somebody it did not learn from; a file begins with the names of the writer's college. What people
put right is read from the tickets at every training and not copied, so what is forgotten there is
forgotten here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.db.models import Q

from governance.models.routing import Sentiment, Threat
from people.models import Institution, Team
from webcare.domain.judgement.opinion import CRISIS, NO_ANSWER
from webcare.domain.judgement.reading import Known, Reading
from webcare.models import Correction, Ticket

WRITTEN: Final = Path(__file__).with_name("examples")
SEPARATOR: Final = "¦"
OWN: Final = "own"
"""The writer of what was learned at the institution itself."""

PLAIN: Final = "plain"
"""Who wrote what needs no thought. Without that a model has learned nothing, so these examples are
never left out to measure with."""

OWN_WEIGHT: Final = 3.0
"""How many written examples one of the institution's own is worth."""

_TOLD: Final = ("pk", "first_text", "author_handle", "platform")
_LISTS: Final = {"namen": "names", "accounts": "accounts", "vestigingen": "places"}


@dataclass(frozen=True, slots=True)
class Example:
    """A message with what it should be judged to be; an empty label teaches nothing."""

    reading: Reading
    writer: str
    team: str = ""
    tone: str = ""
    weight: float = 1.0


def written(folder: Path = WRITTEN) -> Iterator[Example]:
    """The product's own examples: `team¦tone¦language¦platform¦author¦text` on every line."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        known = _known(lines)
        for line in lines:
            if line and not line.startswith("#"):
                team, tone, _lang, platform, author, text = line.split(SEPARATOR, 5)
                yield Example(Reading(text, author, platform, known), path.stem, team, tone)


def _known(lines: list[str]) -> Known:
    """The names that stand in the remarks at the head of a file."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, colon, listed = line.lstrip("# ").partition(":")
        if line.startswith("#") and colon and name.strip() in _LISTS:
            entries = (entry.strip() for entry in listed.split(";"))
            found[_LISTS[name.strip()]] = tuple(entry for entry in entries if entry)
    return Known(**found)


def own() -> Iterator[Example]:
    """What people of this institution put right, the last word on every ticket."""
    known = Known.of(Institution.objects.current())
    crisis = set(Team.objects.filter(kind=Team.Kind.CRISIS).values_list("code", flat=True))
    labels: dict[int, dict[str, str]] = {}
    for ticket_id, kind, after, team in _corrections():
        label = _label(kind, *(CRISIS if code in crisis else code for code in (after, team)))
        labels.setdefault(ticket_id, {}).update(label)
    for ticket_id in _needed_no_answer():
        labels.setdefault(ticket_id, {})["team"] = NO_ANSWER
    tickets = Ticket.objects.filter(pk__in=labels).with_first_message()
    for pk, text, author, platform in tickets.values_list(*_TOLD):
        told = (text or "").strip()
        if told and any(labels[pk].values()):
            reading = Reading(told, author, platform, known)
            yield Example(reading, OWN, weight=OWN_WEIGHT, **labels[pk])


def _corrections() -> Iterator[tuple[int, str, str, str]]:
    kinds = (Correction.Kind.TEAM, Correction.Kind.THREAT, Correction.Kind.SENTIMENT)
    found = Correction.objects.filter(kind__in=kinds).order_by("at", "pk")
    yield from found.values_list("ticket_id", "kind", "after", "ticket__team__code").iterator()


def _needed_no_answer() -> Iterator[int]:
    """What nobody was sure of, or no danger after all, and a person closed without an answer."""
    outcomes = (Ticket.Outcome.NO_ANSWER, Ticket.Outcome.SPAM)
    doubted = Q(is_unsure=True) | Q(corrections__kind=Correction.Kind.THREAT)
    closed = Ticket.objects.filter(doubted, outcome__in=outcomes, threat=Threat.NONE)
    yield from closed.values_list("pk", flat=True).distinct().iterator()


def _label(kind: str, after: str, team: str) -> dict[str, str]:
    """What a correction teaches; `team` is whose ticket it is now."""
    if kind == Correction.Kind.SENTIMENT:
        return {"tone": Sentiment(after).value}
    if kind == Correction.Kind.TEAM:
        return {"team": after}
    if after != Threat.NONE:
        return {"team": CRISIS}
    return {"team": "" if team == CRISIS else team}
