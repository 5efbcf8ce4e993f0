"""What a person confirmed: the newest of a policy, and all of them as receipts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from governance.models import Acknowledgement, ClauseSetting, Policy, PolicyVersion
from people.models import User

PAGE_SIZE: Final = 50
NEEDED_FOR_MANDATE: Final = "mandate.needs_acknowledgement"


@dataclass(frozen=True, slots=True)
class Page:
    """Some confirmations, and where the next page starts ("" at the end)."""

    shown: list[Acknowledgement]
    next: str


def newest(user: User, policy: Policy) -> Acknowledgement | None:
    """The newest version of `policy` that `user` confirmed; it need not be the one in force."""
    given = Acknowledgement.objects.filter(user=user, version__policy=policy)
    return given.select_related("version__policy").order_by("-version__number").first()


def of(user: User, *, after: str = "") -> Page:
    """Everything that `user` confirmed, the last first; `after` is the cursor of a page."""
    given = Acknowledgement.objects.filter(user=user).select_related("version__policy")
    if after.isdecimal():
        given = given.filter(pk__lt=int(after))
    found = list(given.order_by("-pk")[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    return Page(shown, str(shown[-1].pk) if len(found) > PAGE_SIZE else "")


def gives_mandate(version: PolicyVersion) -> bool:
    """Whether a clause of this version lets only who confirmed it speak on our channels."""
    settings = ClauseSetting.objects.filter(section__version=version, code=NEEDED_FOR_MANDATE)
    return settings.filter(value=True).exists()
