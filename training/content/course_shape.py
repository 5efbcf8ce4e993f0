"""The shape of a ready course, and of the lessons in it."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class ReadyLesson:
    """One part of a course: what it is called, how long it takes, what is done."""

    minutes: int
    title: Bilingual
    text: Bilingual


@dataclass(frozen=True, slots=True)
class ReadyCourse:
    """A form of the publication, ready to be put in the catalogue.

    `form`, `level` and `track` are values of `training.models.Course`.
    """

    code: str
    form: str
    level: str
    track: str
    title: Bilingual
    summary: Bilingual
    description: Bilingual
    goals: Bilingual
    capacity: int
    lessons: tuple[ReadyLesson, ...]
    after: tuple[str, ...] = ()
    counts_for_mandate: bool = False
    gives_certificate: bool = True
    source: str = ""

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes for lesson in self.lessons)


def chapter(number: int) -> str:
    """The publication and the chapter that a course goes back to."""
    return f"Sociale media in het mbo (2012), h. {number}"
