"""Of each person and competence: whether the work asks it, and until when it is shown.

The database works it out, because a college has thousands of people and tens of competences.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from people.models import User
from training.domain.competence_record import SOON

# {people} is the query of whom it is about. A proof without a date counts for ever.
_CELLS: Final = """
WITH today AS (SELECT %s::date AS day), seen(id) AS ({people}), proof AS (
    SELECT certificate.user_id, link.competence_id, certificate.valid_until
    FROM training_certificate certificate
    JOIN seen ON seen.id = certificate.user_id
    JOIN training_coursecompetence link ON link.course_id = certificate.course_id, today
    WHERE certificate.revoked_at IS NULL AND certificate.awarded_on <= day
  UNION ALL
    SELECT evidence.user_id, evidence.competence_id, evidence.valid_until
    FROM training_competenceevidence evidence JOIN seen ON seen.id = evidence.user_id
    WHERE evidence.confirmed_at IS NOT NULL
  UNION ALL
    SELECT state.user_id, competence.id, NULL
    FROM training_mandatestate state JOIN seen ON seen.id = state.user_id
    CROSS JOIN training_competence competence
    WHERE state.is_held AND competence.shown_by_mandate
), shown AS (
    SELECT user_id, competence_id,
        CASE WHEN bool_and(valid_until IS NOT NULL) THEN max(valid_until) END AS until
    FROM proof, today
    WHERE valid_until IS NULL OR valid_until >= day
    GROUP BY user_id, competence_id
), needed AS (
    SELECT DISTINCT role_grant.user_id, competence.id AS competence_id
    FROM people_rolegrant role_grant JOIN seen ON seen.id = role_grant.user_id
    JOIN training_competence competence ON role_grant.role = ANY(competence.roles)
), cell AS (
    SELECT user_id, competence_id, shown.until,
        needed.user_id IS NOT NULL AS is_needed, shown.user_id IS NOT NULL AS is_shown,
        coalesce(shown.until <= day + {soon}, FALSE) AS is_soon_over
    FROM needed FULL JOIN shown USING (user_id, competence_id) CROSS JOIN today
)
"""
_EACH: Final = "SELECT user_id, competence_id, is_needed, is_shown, until FROM cell"
_TOTALS: Final = """
SELECT competence.name, count(*) FILTER (WHERE is_needed) AS needed,
    count(*) FILTER (WHERE is_needed AND NOT is_shown) AS open,
    count(*) FILTER (WHERE is_soon_over) AS expiring
FROM cell JOIN training_competence competence ON competence.id = cell.competence_id
GROUP BY competence.id
HAVING bool_or(is_needed OR is_soon_over)
ORDER BY open DESC, competence.name, competence.id
"""
_LACKING: Final = "SELECT user_id FROM cell WHERE is_needed AND NOT is_shown"
_ENDING: Final = "SELECT user_id FROM cell WHERE is_soon_over"


@dataclass(frozen=True, slots=True)
class Standing:
    """A person and a competence that they need or show; `until` is None for ever."""

    person: int
    competence: int
    is_needed: bool
    is_shown: bool
    until: date | None


@dataclass(frozen=True, slots=True)
class Total:
    """Of a competence: how many need it, still have to show it, and are nearly over."""

    name: str
    needed: int
    open: int
    expiring: int

    @property
    def shown(self) -> int:
        return self.needed - self.open


def standings(people: QuerySet[User], day: date) -> list[Standing]:
    """Each of these people with what they need or show. One query."""
    return [Standing(*row) for row in _rows(people, day, _EACH)]


def totals(people: QuerySet[User], day: date) -> list[Total]:
    """The competences that somebody needs; what most people lack comes first. One query."""
    return [Total(*row) for row in _rows(people, day, _TOTALS)]


def lacking(people: QuerySet[User], day: date) -> QuerySet[User]:
    """Those who still have to show something that their work asks."""
    return people.filter(pk__in=RawSQL(*_asked(people, day, _LACKING)))  # noqa: S611


def ending(people: QuerySet[User], day: date) -> QuerySet[User]:
    """Those who nearly lose something that they show."""
    return people.filter(pk__in=RawSQL(*_asked(people, day, _ENDING)))  # noqa: S611


def _rows(people: QuerySet[User], day: date, question: str) -> list[Any]:
    sql, params = _asked(people, day, question)
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def _asked(people: QuerySet[User], day: date, question: str) -> tuple[str, list[Any]]:
    """The question about these people: our own text, and everything from outside as a parameter."""
    query = people.order_by().values("pk").query
    ids, params = query.get_compiler(DEFAULT_DB_ALIAS, elide_empty=False).as_sql()
    return _CELLS.format(people=ids, soon=SOON.days) + question, [day, *params]
