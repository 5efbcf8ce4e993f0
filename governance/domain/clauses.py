"""Which settings hold, and which clause of which version says so.

What stands in the newest version in force holds; what no clause says, is the default. Each answer
is one small query, so a decision holds in every process from the moment that it was taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import policies
from governance.domain.clause_settings import (
    DEFAULT_TARGET,
    REVIEW_MONTHS,
    SETTINGS,
    Reach,
    Setting,
    Value,
)
from governance.models import ClauseSetting, PolicySection, PolicyVersion
from people.models import User


class AlreadySaid(Exception):
    """Another clause of the same version says it; `section` is that clause."""

    def __init__(self, section: PolicySection) -> None:
        super().__init__("Another clause of this version says it already.")
        self.section = section


class NeedsWhy(Exception):
    """A value like this is only possible in a clause that tells why."""


class NotPossible(Exception):
    """The value is out of range, or a document of this kind cannot arrange it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A value that holds, by `section`; by nobody's word (the default) when that is None.

    `others` are clauses of other documents in force that say it too, and are not followed.
    """

    setting: Setting
    value: Value | None
    section: PolicySection | None = None
    others: tuple[PolicySection, ...] = ()

    @property
    def version(self) -> PolicyVersion | None:
        return self.section.version if self.section else None

    @property
    def sentence(self) -> str:
        return self.setting.sentence(self.value) if self.value is not None else ""

    @property
    def told(self) -> str:
        return self.setting.told(self.value) if self.value is not None else ""


def in_force(code: str) -> Standing:
    """What holds for this setting now. One query."""
    return all_in_force([code])[code]


def all_in_force(codes: Collection[str] | None = None) -> dict[str, Standing]:
    """The same for several settings of the college (all of them when left out), in one query."""
    wanted = [
        code
        for code, setting in SETTINGS.items()
        if (code in codes if codes is not None else setting.reach == Reach.COLLEGE)
    ]
    return follow(rows_in_force().filter(code__in=wanted), wanted)


def rows_in_force() -> QuerySet[ClauseSetting]:
    """What the documents in force say, the newest first; with clause, version and document."""
    return with_clause(
        ClauseSetting.objects.filter(section__version__state=PolicyVersion.State.IN_FORCE)
    )


def follow(rows: Iterable[ClauseSetting], codes: Iterable[str]) -> dict[str, Standing]:
    """The first readable row of each code holds, the others do not; no row: the default."""
    found = {code: Standing(SETTINGS[code], SETTINGS[code].default()) for code in codes}
    for row in rows:
        value = read(row)
        if value is None or row.code not in found:
            continue
        standing = found[row.code]
        if standing.section is None:
            found[row.code] = replace(standing, value=value, section=row.section)
        else:
            others = (*standing.others, row.section)
            found[row.code] = replace(standing, others=others)
    return found


def read(row: ClauseSetting) -> Value | None:
    """What this row arranges; None when it is unknown, out of range or in another document."""
    setting = SETTINGS.get(row.code)
    if setting is None or not setting.fits(row.section.version.policy):
        return None
    return setting.read(row.value)


def stated(*versions: PolicyVersion) -> list[ClauseSetting]:
    """What the clauses of these versions say, in their order."""
    return list(with_clause(ClauseSetting.objects.filter(section__version__in=versions)))


def months_for(version: PolicyVersion) -> int:
    """After how many months this document is looked at again: by its clause, or by the document."""
    said = _own(REVIEW_MONTHS, version)[version.pk]
    return version.policy.review_months if said is None else said


def fallback_minutes(version: PolicyVersion) -> int:
    """The target for what the rules leave open: by its clause, or else by the version's field."""
    return fallbacks_of(version)[version.pk]


def fallbacks_of(*versions: PolicyVersion) -> dict[int, int]:
    """The same for several versions, in one query."""
    said = _own(DEFAULT_TARGET, *versions)
    return {
        one.pk: one.fallback_target_minutes if said[one.pk] is None else int(said[one.pk] or 0)
        for one in versions
    }


def _own(code: str, *versions: PolicyVersion) -> dict[int, int | None]:
    """What each version says about itself; None where no clause does."""
    found: dict[int, int | None] = {one.pk: None for one in versions}
    rows = ClauseSetting.objects.filter(section__version__in=versions, code=code)
    for row in with_clause(rows):
        value = read(row)
        if value is not None and found[row.section.version_id] is None:
            found[row.section.version_id] = int(value)
    return found


def with_clause(rows: QuerySet[ClauseSetting]) -> QuerySet[ClauseSetting]:
    """Newest version in force first, then in the order of the clauses."""
    return rows.select_related("section__version__policy").order_by(
        "-section__version__in_force_from", "-section__version_id", "section__position", "pk"
    )


def possible_in(section: PolicySection) -> list[Setting]:
    """What this clause could arrange besides what its version says already."""
    said = ClauseSetting.objects.filter(section__version=section.version_id)
    taken = set(said.values_list("code", flat=True))
    policy = section.version.policy
    return [one for one in SETTINGS.values() if one.fits(policy) and one.code not in taken]


@transaction.atomic
def put(
    section: PolicySection, setting: Setting, value: Value, *, edition: int, by: User
) -> ClauseSetting:
    """Let a clause of an editable version arrange something, or something else than it did.

    Raises `NotPossible`, `NeedsWhy`, `AlreadySaid`, and what `policies.touch` raises.
    """
    current = policies.touch(section.version, edition=edition, by=by)
    if setting.read(value) is None or not setting.fits(section.version.policy):
        raise NotPossible
    if _wants_reason(setting, value) and not section.why.strip():
        raise NeedsWhy
    elsewhere = ClauseSetting.objects.filter(section__version=current, code=setting.code)
    if other := elsewhere.exclude(section=section).select_related("section").first():
        raise AlreadySaid(other.section)
    before = section.settings.filter(code=setting.code).first()
    row, _ = ClauseSetting.objects.update_or_create(
        section=section, code=setting.code, defaults={"value": value}
    )
    audit.record(
        gettext_noop("set what a clause does"),
        current,
        by=by,
        setting=setting.code,
        was=before.value if before else None,
        becomes=value,
        clause=section.title,
    )
    return row


@transaction.atomic
def remove(row: ClauseSetting, *, edition: int, by: User) -> None:
    """A clause of an editable version arranges it no more. Raises what `policies.touch` raises."""
    current = policies.touch(row.section.version, edition=edition, by=by)
    detail = {"setting": row.code, "was": row.value, "clause": row.section.title}
    row.delete()
    audit.record(gettext_noop("removed what a clause does"), current, by=by, **detail)


def _wants_reason(setting: Setting, value: Value) -> bool:
    return setting.reasoned_above is not None and int(value) > setting.reasoned_above
