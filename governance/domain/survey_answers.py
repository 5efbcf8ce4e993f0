"""What somebody answered in the built-in survey: read from the form, cleaned, kept as codes.

Only platforms and codes of the survey itself are kept; what else a form may carry is not looked at.
Nothing is read of who, when or where.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from governance.content.survey import FREQUENCIES, purposes_for

MOST_WISHES = 3
LONGEST_REMARK = 500
FREQUENCY_CODES = {one.code for one in FREQUENCIES}
SETTINGS = ("private", "school", "college")
PURPOSE_CODES = {setting: {one.code for one in purposes_for(setting)} for setting in SETTINGS}  # type: ignore[arg-type]
QUESTION_OF = {"private": "private_use", "school": "school_use", "college": "wished_channels"}
REMARKS = ("not_wanted", "good_example")


@dataclass(slots=True)
class Answers:
    """The answers by platform, in the words of the form and of the row."""

    use: dict[str, str] = field(default_factory=dict)
    purposes: dict[str, dict[str, list[str]]] = field(
        default_factory=lambda: {setting: {} for setting in SETTINGS}
    )
    wishes: list[str] = field(default_factory=list)
    remarks: dict[str, str] = field(default_factory=dict)

    @property
    def used(self) -> list[str]:
        """The platforms that this person says to use."""
        return [platform for platform, often in self.use.items() if often != "never"]

    @property
    def has_too_many_wishes(self) -> bool:
        return len(self.wishes) > MOST_WISHES

    @property
    def is_empty(self) -> bool:
        return not (self.use or self.wishes or any(self.remarks.values()))

    def row(self) -> dict[str, Any]:
        """What is kept: only what was answered, and purposes only of what is used or wished."""
        wished = self.purposes["college"]
        kept: dict[str, Any] = {
            "use": self.use,
            "private_use": _of(self.purposes["private"], self.used),
            "school_use": _of(self.purposes["school"], self.used),
            "wished_channels": {platform: wished.get(platform, []) for platform in self.wishes},
            **self.remarks,
        }
        return {question: answer for question, answer in kept.items() if answer}


def _of(purposes: Mapping[str, list[str]], platforms: list[str]) -> dict[str, list[str]]:
    return {platform: purposes[platform] for platform in platforms if purposes.get(platform)}


def read(form: QueryDict, platforms: list[str]) -> Answers:
    """The answers in a submitted form; platforms are numbered in it, in the survey's order."""
    found = Answers()
    for number, platform in enumerate(platforms):
        often = str(form.get(f"use-{number}", ""))
        if often in FREQUENCY_CODES:
            found.use[platform] = often
        if str(number) in form.getlist("wish"):
            found.wishes.append(platform)
        for setting in SETTINGS:
            chosen = [
                str(code)
                for code in dict.fromkeys(form.getlist(f"{setting}-{number}"))
                if code in PURPOSE_CODES[setting]
            ]
            if chosen:
                found.purposes[setting][platform] = chosen
    for name in REMARKS:
        text = str(form.get(name, "")).replace("\r\n", "\n").replace("\x00", "").strip()
        found.remarks[name] = text[:LONGEST_REMARK]
    return found
