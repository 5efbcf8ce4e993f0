"""Which settings hold, and which clause of which version says so.

What stands in the newest version in force holds; what no clause says, is the default. Each answer
is one small query, so a decision holds in every process from the moment that it was taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from governance.domain import whole
from governance.domain.clause_settings import (
    DEFAULT_TARGET,
    REVIEW_MONTHS,
    SETTINGS,
    Reach,
    Setting,
    Value,
)
from governance.models import ClauseSetting, Policy, PolicySection, PolicyVersion


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

    @property
    def url(self) -> str:
        """The clause that says so, in its version."""
        if self.section is None:
            return ""
        return f"{self.section.version.get_absolute_url()}#clause-{self.section.position}"


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


def states(version: PolicyVersion, code: str) -> bool:
    """Whether a clause of this version arranges this about the version itself."""
    return _own(code, version) is not None


def months_for(version: PolicyVersion) -> int:
    """After how many months this document is looked at again: by its clause, or by the document."""
    said = _own(REVIEW_MONTHS, version)
    return version.policy.review_months if said is None else said


def review_months(policy: Policy) -> int:
    """The same for a document: by its version in force, or by the document itself."""
    version = policy.versions.in_force().select_related("policy").first()
    return months_for(version) if version else policy.review_months


def fallback_minutes(version: PolicyVersion) -> int:
    """The target for what the rules leave open: by its clause, or else by the version's field."""
    said = _own(DEFAULT_TARGET, version)
    return version.fallback_target_minutes if said is None else said


def fallback_as_loaded(version: PolicyVersion) -> int:
    """The same for who shows the version as it was loaded: it asks nothing anew."""
    whole.load_settings(version)
    rows = (row for section in version.sections.all() for row in section.settings.all())
    said = _first(row for row in rows if row.code == DEFAULT_TARGET)
    return version.fallback_target_minutes if said is None else said


def _own(code: str, version: PolicyVersion) -> int | None:
    """What a version says about itself; None where no clause does."""
    return _first(with_clause(ClauseSetting.objects.filter(section__version=version, code=code)))


def _first(rows: Iterable[ClauseSetting]) -> int | None:
    """What the first row that can be followed says."""
    return next((int(value) for row in rows if (value := read(row)) is not None), None)


def by_document() -> list[Standing]:
    """What each document in force says about itself. One query."""
    own = [code for code, setting in SETTINGS.items() if setting.reach == Reach.DOCUMENT]
    found: dict[tuple[int, str], Standing] = {}
    for row in rows_in_force().filter(code__in=own):
        value, key = read(row), (row.section.version_id, row.code)
        if value is not None and key not in found:
            found[key] = Standing(SETTINGS[row.code], value, row.section)
    return sorted(found.values(), key=lambda one: (own.index(one.setting.code), str(one.version)))


def with_clause(rows: QuerySet[ClauseSetting]) -> QuerySet[ClauseSetting]:
    """Newest version in force first, then in the order of the clauses."""
    return rows.select_related("section__version__policy").order_by(
        "-section__version__in_force_from", "-section__version_id", "section__position", "pk"
    )
