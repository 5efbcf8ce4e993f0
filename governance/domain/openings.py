"""That somebody opened the text before confirming it: a signed note in the form at its end.

Nothing is stored about who reads what. The note names the person and the version, and counts the
tries at the quiz.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing

from governance.models import PolicyVersion
from people.models import User

SALT = "governance.opened"
HOLDS_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A person opened the text of a version, and tried the quiz so many times."""

    user_id: int
    version_id: int
    tries: int = 0

    def is_of(self, user: User, version: PolicyVersion) -> bool:
        return (self.user_id, self.version_id) == (user.pk, version.pk)

    @property
    def note(self) -> str:
        held = [self.user_id, self.version_id, self.tries]
        return signing.dumps(held, salt=SALT)


def read(note: str) -> Opening | None:
    """The opening in a note; None for one that we did not write, or that is too old."""
    try:
        held: Any = signing.loads(note, salt=SALT, max_age=HOLDS_FOR)
    except signing.BadSignature:
        return None
    return Opening(*held)
