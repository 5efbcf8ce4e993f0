"""What was said about a version, clause by clause, as this reader may see it.

Who governs sees everything, with names. Who was asked sees the own remarks at once, and those of
others with their answers when the consultation is over, without the names of colleagues.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from core.clock import now
from governance.domain.consultations import is_open
from governance.models import Consultation, PolicySection, Remark
from people.models import User


@dataclass(frozen=True, slots=True)
class Told:
    """A remark, and by whom as far as this reader may know; `is_mine` when it is theirs."""

    remark: Remark
    by: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A clause (None: the whole, or a clause that was taken out since) with what was said of it."""

    section: PolicySection | None
    title: str
    remarks: tuple[Told, ...]


def by_clause(consultation: Consultation, *, reader: User, sees_all: bool) -> list[Chapter]:
    """The whole first, then every clause; then clauses that are gone but were spoken of."""
    found = consultation.remarks.select_related("author", "answered_by").order_by(
        "created_at", "pk"
    )
    if not sees_all and is_open(consultation, at=now()):
        found = found.filter(author=reader)
    told: dict[UUID | None, list[Told]] = defaultdict(list)
    for remark in found:
        told[remark.section_key].append(_told(remark, reader=reader, sees_all=sees_all))
    chapters = [Chapter(None, "", tuple(told.pop(None, [])))]
    chapters += [
        Chapter(section, section.title, tuple(told.pop(section.key, [])))
        for section in consultation.version.sections.order_by("position")
    ]
    gone = [Chapter(None, said[0].remark.section_title, tuple(said)) for said in told.values()]
    return chapters + gone


def _told(remark: Remark, *, reader: User, sees_all: bool) -> Told:
    is_mine = remark.author_id == reader.pk
    is_named = sees_all or is_mine
    name = str(remark.author) if is_named and remark.author else ""
    return Told(remark, " · ".join(part for part in (name, remark.on_behalf_of) if part), is_mine)
