"""Counting a survey: shares per platform, what it is for, and where the college is wanted.

Nothing is given under five answers: not of the survey as a whole, and not of one platform.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from governance.content.survey import PURPOSES, Purpose, purposes_for
from governance.domain.survey_answers import REMARKS
from governance.models import PlatformSurvey

FEWEST = 5


@dataclass(frozen=True, slots=True)
class PlatformRow:
    """How often people use a platform, and how many want the college there."""

    platform: str
    daily: int
    weekly: int
    never: int
    wished: int

    @property
    def asked(self) -> int:
        return self.daily + self.weekly + self.never

    @property
    def is_shown(self) -> bool:
        return self.asked >= FEWEST

    @property
    def at_least_weekly(self) -> int:
        return self.daily + self.weekly

    @property
    def daily_percent(self) -> Decimal:
        return percent(self.daily, self.asked)

    @property
    def weekly_percent(self) -> Decimal:
        return percent(self.at_least_weekly, self.asked)


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """What one platform is used for: shares of its users, in the order of the purposes."""

    platform: str
    users: int
    shares: list[Decimal]


@dataclass(frozen=True, slots=True)
class WishRow:
    """Who wants the college on a platform, and for what, most wanted first."""

    platform: str
    count: int
    share: Decimal
    purposes: list[tuple[Purpose, int]]


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a closed survey tells."""

    respondents: int
    rows: list[PlatformRow]
    private: list[PurposeRow]
    school: list[PurposeRow]
    wishes: list[WishRow]
    remarks: dict[str, list[str]]

    @property
    def is_shown(self) -> bool:
        return self.respondents >= FEWEST


def percent(part: int, whole: int) -> Decimal:
    return (Decimal(part * 100) / whole).quantize(Decimal("0.1")) if whole else Decimal(0)


def of(survey: PlatformSurvey) -> Results | None:
    """The results of a closed survey with enough answers; None while nothing may be shown."""
    if survey.state != PlatformSurvey.State.CLOSED:
        return None
    found = tally(survey)
    return found if found.is_shown else None


def tally(survey: PlatformSurvey) -> Results:
    """Count all answers; callers show nothing that is not `is_shown`."""
    answers = list(survey.responses.values_list("answers", flat=True))
    return count(survey.platforms, answers)


def count(platforms: list[str], answers: Sequence[Mapping[str, Any]]) -> Results:
    """Count plain answers (survey_answers.Answers.row)."""
    often = Counter(_pairs(answers, "use"))
    wished = Counter(platform for one in answers for platform in one.get("wished_channels", {}))
    rows = [
        PlatformRow(
            platform,
            daily=often[platform, "daily"],
            weekly=often[platform, "weekly"],
            never=often[platform, "never"],
            wished=wished[platform],
        )
        for platform in platforms
    ]
    rows.sort(key=lambda row: (-row.daily_percent, -row.weekly_percent, row.platform.casefold()))
    total = len(answers)
    return Results(
        respondents=total,
        rows=rows,
        private=list(_purposes(rows, answers, "private_use")),
        school=list(_purposes(rows, answers, "school_use")),
        wishes=list(_wishes(wished, answers, total)),
        remarks={name: _remarks(answers, name) for name in REMARKS},
    )


def _pairs(answers: Iterable[Mapping[str, Any]], question: str) -> Iterator[tuple[str, str]]:
    """Platform and code, once for everybody who gave that code."""
    for one in answers:
        for platform, codes in one.get(question, {}).items():
            for code in [codes] if isinstance(codes, str) else codes:
                yield platform, code


def _purposes(
    rows: list[PlatformRow], answers: Sequence[Mapping[str, Any]], question: str
) -> Iterator[PurposeRow]:
    found = Counter(_pairs(answers, question))
    purposes = purposes_for("private" if question == "private_use" else "school")
    for row in rows:
        users = row.at_least_weekly
        if users >= FEWEST:
            shares = [percent(found[row.platform, one.code], users) for one in purposes]
            yield PurposeRow(row.platform, users, shares)


def _wishes(
    wished: Counter[str], answers: Sequence[Mapping[str, Any]], total: int
) -> Iterator[WishRow]:
    found = Counter(_pairs(answers, "wished_channels"))
    by_code = {one.code: one for one in PURPOSES}
    for platform, count in sorted(wished.items(), key=lambda one: (-one[1], one[0].casefold())):
        purposes = Counter({code: n for (where, code), n in found.items() if where == platform})
        best = [(by_code[code], n) for code, n in purposes.most_common(3) if code in by_code]
        yield WishRow(platform, count, percent(count, total), best)


def _remarks(answers: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    """What people wrote, in the order of the alphabet: no order tells who wrote two of them."""
    return sorted({one[name] for one in answers if one.get(name)}, key=str.casefold)


def totals(found: Results) -> Iterator[tuple[object, ...]]:
    """The totals as rows of a file; a platform with too few answers is named without numbers."""
    yield ("platform", "daily", "weekly", "never", "answered", "daily_percent", "wished")
    for row in found.rows:
        if not row.is_shown:
            yield (row.platform, "", "", "", "", "", "")
            continue
        share = str(row.daily_percent).replace(".", ",")
        yield (
            row.platform, row.daily, row.weekly, row.never, row.asked, share, row.wished
        )  # fmt: skip
