"""A file of HR: read and compared, looked at, and then carried out exactly as it was looked at.

What was read and what it would change is kept with the row for seven days, and then deleted.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.domain import invitations
from people.domain.staff import applying, comparing, reading, records
from people.domain.staff.comparing import Change, Kind, People
from people.domain.staff.records import Record
from people.models import StaffImport, User

KEPT = timedelta(days=7)
LETTERS_AT_A_TIME = 50


class ChangedMeanwhile(Exception):
    """People were changed after the preview: the preview was made again and nothing was done."""


class Gone(Exception):
    """It was applied already, or its content was deleted."""


@transaction.atomic
def preview(
    content: bytes,
    *,
    filename: str,
    by: User,
    makes_units: bool = False,
    deactivates: bool = False,
    invites: bool = False,
) -> StaffImport:
    """Read a file and keep what it would change. Raises `reading.Unreadable`."""
    rows = [records.understand(line.number, line.cells) for line in reading.lines(content)]
    made = StaffImport(
        filename=filename[:200],
        uploaded_by=by,
        uploaded_at=now(),
        makes_units=makes_units,
        deactivates=deactivates,
        invites=invites,
        rows=[record.stored() for record in rows],
    )
    _look(made, People(), by)
    made.save()
    audit.record(gettext_noop("looked at a staff file"), made, by=by, **made.outcome)
    return made


def _look(one: StaffImport, people: People, by: User) -> list[Change]:
    """Compare with the people there are now, and keep that as the plan."""
    rows = [Record.restored(stored) for stored in one.rows]
    changes = comparing.compare(rows, people, by=by, makes_units=one.makes_units, finds_left=True)
    one.plan = [change.stored() for change in changes]
    one.outcome = comparing.counts(changes)
    return changes


def confirm(one: StaffImport, *, by: User) -> StaffImport:
    """Do what was looked at. Raises `ChangedMeanwhile` or `Gone`."""
    try:
        current = _confirm(one, by)
    except IntegrityError:  # somebody made an account in the administration at this very moment
        current = None
    if current is None:
        _look_again(one, by)
        raise ChangedMeanwhile
    return current


@transaction.atomic
def _confirm(one: StaffImport, by: User) -> StaffImport | None:
    """The row as applied; None when what would be done is not what was looked at."""
    applying.hold()
    current = _open(one)
    seen, people = current.plan, People(User.objects.order_by("pk").select_for_update(no_key=True))
    changes = _look(current, people, by)
    if current.plan != seen:
        return None
    wanted = [one for one in changes if one.kind != Kind.LEFT or current.deactivates]
    made = applying.apply(wanted, people, by=by)
    current.state = StaffImport.State.APPLIED
    current.applied_at = now()
    current.to_invite = [user.pk for user in made if current.invites and user.is_active]
    current.save()
    audit.record(gettext_noop("applied a staff file"), current, by=by, **current.outcome)
    return current


@transaction.atomic
def _look_again(one: StaffImport, by: User) -> None:
    current = _open(one)
    _look(current, People(), by)
    current.save()


def _open(one: StaffImport) -> StaffImport:
    current = StaffImport.objects.select_for_update(of=("self",)).get(pk=one.pk)
    if current.state != StaffImport.State.PREVIEW or current.forgotten_at:
        raise Gone
    return current


@transaction.atomic
def discard(one: StaffImport, *, by: User) -> None:
    """Throw a preview away, with what it holds of people. Raises `Gone`."""
    current = _open(one)
    audit.record(gettext_noop("threw a staff file away"), current, by=by)
    current.delete()


def forget(*, at: datetime) -> int:
    """Delete the content of files that were uploaded a week ago; how many that were."""
    old = StaffImport.objects.filter(uploaded_at__lte=at - KEPT, forgotten_at=None)
    return old.update(rows=[], plan=[], forgotten_at=at)


def send_invitations() -> int:
    """Write to the next new people of an import; who was taken up is never written to twice."""
    sent = 0
    for one, by, user in _next_to_invite():
        try:
            invitations.invite(user, by=by)
        except OSError:
            with transaction.atomic():
                row = StaffImport.objects.select_for_update(of=("self",)).get(pk=one)
                row.not_invited = [*row.not_invited, user.pk]
                row.save(update_fields=["not_invited"])
        else:
            sent += 1
    return sent


@transaction.atomic
def _next_to_invite() -> list[tuple[int, User, User]]:
    """Import, sender and new person; they are taken off the list before anything is sent."""
    waiting = StaffImport.objects.filter(~Q(to_invite=[])).order_by("pk")
    row = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None:
        return []
    served, row.to_invite = row.to_invite[:LETTERS_AT_A_TIME], row.to_invite[LETTERS_AT_A_TIME:]
    row.save(update_fields=["to_invite"])
    users = User.objects.filter(pk__in=served, is_active=True, last_login=None)
    return [(row.pk, row.uploaded_by or user, user) for user in users]
