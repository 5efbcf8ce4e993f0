"""Letting a clause of a draft make the portal do something, or letting it be."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.domain import policies
from governance.domain.clause_settings import SETTINGS, Setting, Value
from governance.models import ClauseSetting, PolicySection
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
