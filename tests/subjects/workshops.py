from __future__ import annotations

from typing import Any

from governance.domain.workshops import news
from governance.domain.workshops.events import Kind, write
from governance.models import Workshop
from people.models import User
from tests.factories.workshops import (
    ProposalFactory,
    StatementFactory,
    WorkshopFactory,
    voted,
)

LIST, DETAIL, FORM, DOOR = 8, 12, 6, 6

PAGES = {
    "governance:workshop-list": LIST,
    "governance:workshop-create": FORM,
    "governance:workshop-detail": DETAIL,
    "governance:workshop-edit": FORM,
    "governance:statement-edit": FORM,
    "governance:workshop-run": DETAIL,
    "governance:workshop-replay": LIST,
    "governance:workshop-export": DETAIL,
    "governance:workshop-minutes": DETAIL,
    "governance:room-join": DOOR,
    "governance:room": DOOR,
    "governance:room-news": DOOR,
}
STEPS = {
    "governance:statement-add", "governance:statement-move", "governance:statement-delete",
    "governance:workshop-step", "governance:workshop-show", "governance:workshop-note",
    "governance:workshop-close", "governance:workshop-goals", "governance:proposal-add",
    "governance:proposal-reword", "governance:proposal-merge", "governance:proposal-hide",
    "governance:proposal-place", "governance:proposal-owner", "governance:room-enter",
    "governance:room-vote", "governance:room-propose", "governance:room-choose",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    workshop = _first(reader)
    one = {"pk": workshop.pk}
    by_pk = ("detail", "edit", "run", "replay", "export", "minutes")
    statement = workshop.statements.order_by("position")[0]
    return {
        **{f"governance:workshop-{name}": one for name in by_pk},
        "governance:statement-edit": {**one, "statement": statement.pk},
        "governance:room": {"code": workshop.code},
        "governance:room-news": {"token": news.token(workshop)},
    }


def grow(reader: User, count: int) -> None:
    """More workshops; and in the first one, at its discussion, more of everything."""
    workshop = _first(reader)
    WorkshopFactory.create_batch(count, facilitator=reader)
    last = workshop.statements.count()
    for place in range(last + 1, last + 1 + count):
        voted(StatementFactory(workshop=workshop, position=place), 1, 5)
    for proposal in ProposalFactory.create_batch(count, workshop=workshop):
        write(workshop, Kind.PROPOSED, proposal=proposal.pk, text=proposal.text)


def _first(reader: User) -> Workshop:
    found = Workshop.objects.order_by("pk").first()
    return found or WorkshopFactory(facilitator=reader, step=Workshop.Step.DISCUSS)
