"""Where the pages of a version stand."""

from __future__ import annotations

from django.urls import reverse

from governance.models import PolicyVersion


def address(name: str, version: PolicyVersion, **more: object) -> str:
    kwargs = {"slug": version.policy.slug, "number": version.number, **more}
    return reverse(f"governance:{name}", kwargs=kwargs)


def policy_address(name: str, version: PolicyVersion) -> str:
    return reverse(f"governance:{name}", kwargs={"slug": version.policy.slug})
