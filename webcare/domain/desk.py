"""The desk of the people at work: unfinished answers, and who has which ticket open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.clock import now
from people.models import User
from webcare.models import Draft, Presence, Ticket

HERE_FOR = timedelta(seconds=25)
"""A page that is open says so every ten seconds."""

TYPING_FOR = timedelta(seconds=8)
KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody who has a ticket open."""

    user_id: int
    name: str
    is_typing: bool


def look_in(ticket: Ticket, user: User, *, is_typing: bool = False) -> None:
    """`user` has `ticket` open now."""
    at = now()
    seen = Presence(ticket=ticket, user=user, seen_at=at, typed_at=at if is_typing else None)
    Presence.objects.bulk_create(
        [seen],
        update_conflicts=True,
        unique_fields=["ticket", "user"],
        update_fields=["seen_at", "typed_at"] if is_typing else ["seen_at"],
    )


def leave(ticket: Ticket, user: User) -> None:
    """`user` closed the page."""
    Presence.objects.filter(ticket=ticket, user=user).delete()


def present(
    ticket_ids: Collection[int], at: datetime, *, besides: User | None = None
) -> dict[int, list[Here]]:
    """Who has these tickets open, by ticket; one query."""
    rows = (
        Presence.objects.filter(ticket__in=ticket_ids, seen_at__gte=at - HERE_FOR)
        .select_related("user")
        .order_by("user__name", "user_id")
    )
    found: dict[int, list[Here]] = {}
    for row in rows.exclude(user=besides) if besides else rows:
        is_typing = row.typed_at is not None and row.typed_at >= at - TYPING_FOR
        here = Here(row.user_id, row.user.get_short_name(), is_typing)
        found.setdefault(row.ticket_id, []).append(here)
    return found


def draft(ticket: Ticket, user: User) -> str:
    """The unfinished answer of `user`; empty when there is none."""
    texts = Draft.objects.filter(ticket=ticket, user=user).values_list("text", flat=True)
    return texts.first() or ""


def save_draft(ticket: Ticket, user: User, text: str) -> None:
    """Keep an unfinished answer; an empty one is thrown away."""
    if not text.strip():
        Draft.objects.filter(ticket=ticket, user=user).delete()
        return
    Draft.objects.bulk_create(
        [Draft(ticket=ticket, user=user, text=text, saved_at=now())],
        update_conflicts=True,
        unique_fields=["ticket", "user"],
        update_fields=["text", "saved_at"],
    )


def give_back(ticket: Ticket, user: User, text: str) -> Draft:
    """Put the text of a withdrawn answer before what `user` wrote since."""
    since = draft(ticket, user)
    save_draft(ticket, user, f"{text}\n\n{since}" if since and since != text else text)
    return Draft.objects.get(ticket=ticket, user=user)


def sweep() -> None:
    """Forget who looked where long ago."""
    Presence.objects.filter(seen_at__lt=now() - KEPT_FOR).delete()
