"""What the college says itself about one of the ten tips (publication, chapter 6)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.models import TipNote
from people.models import User


@transaction.atomic
def write_note(number: int, *, note: str, verdict: str, by: User) -> TipNote:
    """Keep the note and the own view on a tip; an empty verdict lets the evidence speak again."""
    written, _ = TipNote.objects.update_or_create(
        number=number, defaults={"note": note, "verdict": verdict, "by": by}
    )
    audit.record(gettext_noop("wrote about a tip"), written, by=by, verdict=verdict)
    return written
