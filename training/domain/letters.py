"""Letters that have to go out: a row beside the change, in the same transaction, so none is lost.

What a letter says is made when it is sent (`letter_texts`), by what is true then.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.clock import now
from people.models import User
from training.models import Enrolment, Letter


def write(
    kind: str,
    user: User | int,
    *,
    about: str,
    enrolment: Enrolment | None = None,
    **detail: Any,
) -> Letter:
    """A letter of this kind about this thing; not yet stored (see `post`)."""
    at = now()
    return Letter(
        kind=kind,
        user_id=user if isinstance(user, int) else user.pk,
        enrolment=enrolment,
        key=f"{kind}:{about}",
        detail=detail,
        made_at=at,
        next_attempt_at=at,
    )


def post(letters: Iterable[Letter]) -> None:
    """Put these in the outbox; what was told before, is not told again."""
    Letter.objects.bulk_create(letters, ignore_conflicts=True, batch_size=500)


def tell(kind: str, enrolment: Enrolment, *, about: str = "", **detail: Any) -> None:
    """Tell the person of this enrolment; `about` when this kind can come more than once."""
    name = ":".join(filter(None, [about, f"enrolment {enrolment.pk}"]))
    post([write(kind, enrolment.user_id, about=name, enrolment=enrolment, **detail)])
