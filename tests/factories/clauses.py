from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from governance.models import ClauseSetting, Policy, PolicySection, PolicyVersion
from tests.factories.governance import PolicyFactory, PolicyVersionFactory


def clause(version: PolicyVersion, title: str = "Clause", **fields: Any) -> PolicySection:
    """One more clause at the end of `version`."""
    return PolicySection.objects.create(
        version=version,
        position=version.sections.count() + 1,
        title=title,
        **{"what": "What we agree.", **fields},
    )


def says(version: PolicyVersion, *settings: tuple[str, Any], **fields: Any) -> PolicySection:
    """A clause of `version` with these settings."""
    section = clause(version, **fields)
    ClauseSetting.objects.bulk_create(
        ClauseSetting(section=section, code=code, value=value) for code, value in settings
    )
    return section


def document(kind: str = Policy.Kind.PRIVACY, *, month: int = 0, **fields: Any) -> PolicyVersion:
    """A version of a document of its own; in force since that month of 2026, else a draft."""
    policy = PolicyFactory(kind=kind, title=fields.pop("title", str(kind)))
    if month:
        fields |= {"in_force": True, "in_force_from": datetime(2026, month, 1, tzinfo=UTC)}
    version: PolicyVersion = PolicyVersionFactory(policy=policy, number=1, **fields)
    return version


def next_version(version: PolicyVersion, **fields: Any) -> PolicyVersion:
    """The draft that may take its place."""
    draft: PolicyVersion = PolicyVersionFactory(
        policy=version.policy, number=version.number + 1, **fields
    )
    return draft


def ends(version: PolicyVersion) -> None:
    """It is in force no more, and nothing took its place."""
    PolicyVersion.objects.filter(pk=version.pk).update(state=PolicyVersion.State.HISTORIC)
