"""Bringing a file with messages in, through the same door as what is polled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import transaction

from connectors.types import Batch, Post
from core.clock import now
from monitoring.domain import import_formats, intake
from monitoring.domain.import_formats import Problem
from monitoring.domain.intake import Stored
from monitoring.domain.mention_rows import Setting
from monitoring.models import Platform, Source

PAGE: Final = 500
_FALLBACK: Final = Platform.RSS


@dataclass(frozen=True, slots=True)
class Imported:
    """How many messages were read, what became of them, and which could not be read."""

    read: int
    stored: Stored
    problems: tuple[Problem, ...]


def import_file(
    body: bytes, *, platform: str = "", source: Source | None = None, is_live: bool = False
) -> Imported:
    """Store the messages of a file. `platform` or `source` goes before what the file says.

    They are history unless `is_live`. Raises `UnknownFormat`.
    """
    at = now()
    contents = import_formats.read(body, at=at)
    problems = list(contents.problems)
    stored = Stored()
    by_platform: dict[str, list[Post]] = defaultdict(list)
    for named, post in contents.posts:
        by_platform[_platform(named, platform, source)].append(post)
    for name, posts in by_platform.items():
        setting = _setting(name, source, at=at, is_live=is_live)
        for page in _pages(posts):
            with transaction.atomic():
                part, refused = intake.store_posts(Batch(page, {}), setting)
            stored += part
            problems += [Problem("message", one.reason) for one in refused]
    return Imported(len(contents.posts), stored, tuple(problems))


def _platform(named: str, platform: str, source: Source | None) -> str:
    if source is not None:
        return source.platform
    return platform or (named if named in Platform.values else _FALLBACK.value)


def _setting(platform: str, source: Source | None, *, at: datetime, is_live: bool) -> Setting:
    """Whoever imports a file without a source, means all that is in it."""
    if source is not None:
        return replace(
            intake.setting_of(source, at=at), history_before=_history_before(is_live=is_live)
        )
    return Setting(
        platform=platform,
        at=at,
        source_id=None,
        history_before=_history_before(is_live=is_live),
        is_about_us=True,
        forgotten_before=None,
        **intake.own_accounts(platform),
    )


def _history_before(*, is_live: bool) -> datetime:
    return intake.NOTHING if is_live else intake.EVERYTHING


def _pages(posts: list[Post]) -> Iterator[tuple[Post, ...]]:
    for start in range(0, len(posts), PAGE):
        yield tuple(posts[start : start + PAGE])
