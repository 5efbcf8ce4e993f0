"""The four steps of a survey as a phone shows them, and what goes along hidden between them.

Nothing is stored before the end and there is no session, so what was answered travels in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from governance.content import survey as content
from governance.content.platforms import name_of
from governance.domain.survey_answers import LONGEST_REMARK, MOST_WISHES, Answers, read
from governance.models import PlatformSurvey

USE, PURPOSES, WISHES, END = 1, 2, 3, 4
LAST = END
STEP_OF = {
    "use": USE,
    "private": PURPOSES,
    "school": PURPOSES,
    "wish": WISHES,
    "not_wanted": WISHES,
    "college": END,
    "good_example": END,
}
NAME = re.compile(r"(use|private|school|college)-\d{1,2}|wish|not_wanted|good_example")
QUESTIONS = {one.code: one for one in content.QUESTIONS}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to tick."""

    name: str
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """A platform with its options, under one question or two."""

    platform: str
    groups: list[tuple[content.SurveyQuestion | None, list[Option]]]


class Walk:
    """Where somebody is in the survey, with what was answered so far."""

    def __init__(self, survey: PlatformSurvey, form: QueryDict) -> None:
        self.survey = survey
        self.form = form
        self.answers: Answers = read(form, survey.platforms)
        given = form.get("step", "")
        self.step = int(given) if given in {"1", "2", "3", "4"} else USE

    def go(self, direction: str) -> None:
        """To the next step or back; what nobody has to answer is passed by."""
        by = -1 if direction == "back" else 1
        self.step += by
        if self.step == PURPOSES and not self.answers.used:
            self.step += by
        self.step = min(max(self.step, USE), LAST)

    @property
    def questions(self) -> dict[str, content.SurveyQuestion]:
        return QUESTIONS

    @property
    def hidden(self) -> Iterator[tuple[str, str]]:
        """What was answered in the other steps."""
        for name, values in self.form.lists():
            if NAME.fullmatch(name) and STEP_OF[name.partition("-")[0]] != self.step:
                for value in values[:30]:
                    yield name, str(value)[:LONGEST_REMARK]

    @property
    def rows(self) -> list[Choices]:
        """The platforms of this step with what can be ticked."""
        numbered = list(enumerate(self.survey.platforms))
        if self.step == USE:
            return [Choices(name_of(one), [(None, self._often(n, one))]) for n, one in numbered]
        if self.step == PURPOSES:
            return [
                Choices(
                    name_of(one),
                    [
                        (QUESTIONS["private_use"], self._purposes("private", n, one)),
                        (QUESTIONS["school_use"], self._purposes("school", n, one)),
                    ],
                )
                for n, one in numbered
                if one in self.answers.used
            ]
        if self.step == END:
            return [
                Choices(name_of(one), [(None, self._purposes("college", n, one))])
                for n, one in numbered
                if one in self.answers.wishes
            ]
        return []

    @property
    def wishes(self) -> list[Option]:
        return [
            Option("wish", str(number), name_of(one), one in self.answers.wishes)
            for number, one in enumerate(self.survey.platforms)
        ]

    @property
    def most_wishes(self) -> int:
        return MOST_WISHES

    @property
    def longest_remark(self) -> int:
        return LONGEST_REMARK

    def _often(self, number: int, platform: str) -> list[Option]:
        chosen = self.answers.use.get(platform)
        return [
            Option(f"use-{number}", one.code, str(one.label), one.code == chosen)
            for one in content.FREQUENCIES
        ]

    def _purposes(self, setting: Any, number: int, platform: str) -> list[Option]:
        chosen = self.answers.purposes[setting].get(platform, [])
        return [
            Option(f"{setting}-{number}", one.code, str(one.label), one.code in chosen)
            for one in content.purposes_for(setting)
        ]
