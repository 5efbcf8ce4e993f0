"""The demo's core strategy, six goals over the three domains, and a year of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.timezone import localdate

from core.clock import now
from governance.content.goals import goal_by_code
from governance.domain import audiences, goals, indicators, library, strategies
from governance.models import Domain, Goal, Indicator, Measure, Reading, Strategy
from people.models import User
from smportal.demo.college import person

STRATEGY = (
    (
        "Elke student haalt een diploma dat werk geeft",
        "Minder uitval in het eerste jaar, betere begeleiding op stage.",
    ),
    (
        "Het college van de streek",
        "Bedrijven, ouders en gemeenten weten ons te vinden en krijgen antwoord.",
    ),
    (
        "Docenten die hun vak bijhouden",
        "Wie les geeft, kent het beroep van vandaag en leert van collega’s.",
    ),
)
SOURCE = "Koersplan 2025–2029"


@dataclass(frozen=True, slots=True)
class Figures:
    """An indicator with the figures of the past months, oldest first; the last was `late` ago."""

    name: str
    unit: str
    baseline: str
    target: str
    values: Sequence[str]
    measure: str = ""
    source: str = ""
    higher_is_better: bool = True
    late: int = 2


def build() -> None:
    """Make the core strategy and the goals; safe to run twice."""
    if Goal.objects.exists():
        return
    marieke, anja = person("marieke"), person("anja")
    with translation.override("nl"):
        lines = _strategy(marieke)
        _answers(marieke, anja, lines)
        _placement(marieke, anja, lines)
        _keeping_up(marieke, anja, lines)
        _unfinished(marieke, anja, lines)


def _strategy(by: User) -> list[Strategy]:
    return [
        strategies.write(Strategy(title=title, description=about, source=SOURCE), by=by)
        for title, about in STRATEGY
    ]


def _answers(author: User, approver: User, lines: list[Strategy]) -> None:
    """Two goals that the portal measures by itself."""
    in_time = _from_library("answer_in_time", author, person("bas"), lines[1])
    _measure(
        in_time,
        Figures(
            "Vragen op tijd beantwoord",
            "%",
            "71",
            "95",
            ("71", "72.5", "70", "75", "78.5", "80", "79", "83", "86", "85", "88.5", "91"),
            measure=Measure.IN_TIME,
        ),
    )
    _approve(in_time, author, approver, "Goed plan. Kijk wel of het informatiecentrum het redt.")
    wait = _from_library("shorter_wait", author, person("carla"), lines[1])
    _measure(
        wait,
        Figures(
            "Middelste wachttijd tot het eerste antwoord",
            "uur",
            "19",
            "6",
            ("19", "18.5", "20", "16", "15", "13.5", "14", "11", "10.5", "9", "8", "7.5"),
            measure=Measure.FIRST_ANSWER,
            higher_is_better=False,
        ),
    )
    _approve(wait, author, approver)


def _placement(author: User, approver: User, lines: list[Strategy]) -> None:
    """The example of the publication; its figure was not kept up."""
    blog = _write(
        author,
        domain=Domain.LEARNING,
        title="Studenten houden op stage een blog bij",
        activity="Studenten houden tijdens de stage elke week een besloten blog bij.",
        consequence="De docent ziet wat zij leren en reageert meteen op vragen, ook op afstand.",
        effect="De begeleiding wordt beter en meer studenten ronden hun stage af.",
        owner=person("eva"),
        strategy=lines[0],
    )
    blog.audiences.set(audiences.with_codes({"students"}))
    _measure(
        blog,
        Figures(
            "Studenten met een bijgehouden stageblog",
            "%",
            "8",
            "60",
            ("8", "12", "17.5", "22", "31", "34", "38"),
            source="Telling door de stagecoördinator",
            late=160,
        ),
    )
    _approve(blog, author, approver)


def _keeping_up(author: User, approver: User, lines: list[Strategy]) -> None:
    lunch = _write(
        author,
        domain=Domain.KEEPING_UP,
        title="Docenten delen wat zij in hun netwerk vinden",
        activity="Elke maand vertelt een docent in een halfuur wat zijn netwerk opleverde.",
        consequence="Collega’s volgen de goede mensen en groepen, en gebruiken het in hun les.",
        effect="Lessen sluiten aan bij het beroep van nu.",
        owner=person("thea"),
        strategy=lines[2],
    )
    lunch.audiences.set(audiences.with_codes({"employees"}))
    _measure(
        lunch,
        Figures(
            "Docenten die het afgelopen kwartaal iets uit een netwerk gebruikten",
            "docenten",
            "14",
            "60",
            ("14", "19", "22", "28", "33", "37", "41", "44", "52", "57", "61", "63"),
            source="Korte vragenlijst na de lunch",
            late=6,
        ),
    )
    _approve(lunch, author, approver)


def _unfinished(author: User, approver: User, lines: list[Strategy]) -> None:
    """One in draft without an indicator, and one that waits for a decision."""
    together = _write(
        author,
        domain=Domain.LEARNING,
        title="Verslagen schrijven in één gedeeld document",
        activity="Projectgroepen schrijven hun verslag in één document dat de docent kan meelezen.",
        consequence="Iedereen ziet wie wat bijdraagt, en de docent kan eerder bijsturen.",
        effect="",
        owner=person("eva"),
        strategy=lines[0],
    )
    together.audiences.set(audiences.with_codes({"students"}))
    known = _write(
        author,
        domain=Domain.COMMUNICATION,
        title="Iedereen kent de spelregels",
        activity="Elke medewerker leest het protocol en bevestigt dat, met een korte quiz.",
        consequence="Collega’s durven online iets te zeggen en weten wat ze beter laten.",
        effect="Meer medewerkers vertellen over hun vak, zonder ongelukken.",
        owner=author,
        strategy=lines[1],
    )
    known.audiences.set(audiences.with_codes({"employees"}))
    _measure(
        known,
        Figures(
            "Collega’s die het protocol kennen",
            "%",
            "0",
            "90",
            (),
            measure=Measure.ACKNOWLEDGED,
        ),
    )
    goals.submit(known, by=author, approver=approver)


def _from_library(code: str, by: User, owner: User, line: Strategy) -> Goal:
    offered = goal_by_code(code)
    assert offered is not None  # noqa: S101 - it stands in the library
    goal = library.take(offered, by=by)
    fields = {"owner": owner, "strategy": line, "target_date": _in_a_year()}
    return goals.save(goal, edition=goal.edition, by=by, fields=fields)


def _write(by: User, **fields: Any) -> Goal:
    return goals.create(Goal(target_date=_in_a_year(), **fields), by=by)


def _in_a_year() -> date:
    return date(localdate(now()).year + 1, 7, 31)


def _approve(goal: Goal, author: User, approver: User, note: str = "") -> None:
    goals.submit(goal, by=author, approver=approver)
    goals.approve(goal, by=approver, note=note)


def _measure(goal: Goal, figures: Figures) -> None:
    """An indicator with its figures, a month apart."""
    today = localdate(now())
    last = today - timedelta(days=figures.late)
    days = [last - timedelta(days=30 * ago) for ago in range(len(figures.values))][::-1]
    goal.refresh_from_db()
    assert goal.author is not None  # noqa: S101 - the demo has written it just now
    indicator = indicators.write(
        goal,
        edition=goal.edition,
        by=goal.author,
        fields={
            "name": figures.name,
            "unit": figures.unit,
            "baseline": Decimal(figures.baseline),
            "baseline_date": days[0] if days else today,
            "target": Decimal(figures.target),
            "target_date": goal.target_date,
            "measure": figures.measure,
            "higher_is_better": figures.higher_is_better,
        },
    )
    for on, value in zip(days, figures.values, strict=True):
        _figure(indicator, on, Decimal(value), figures.source)


def _figure(indicator: Indicator, on: date, value: Decimal, source: str) -> None:
    if indicator.measure:
        indicators.record(indicator.measure, value, on)
    else:
        Reading.objects.create(
            indicator=indicator, on_date=on, value=value, source=source, by=indicator.goal.owner
        )
