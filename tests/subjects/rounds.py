"""Rounds of the questionnaire."""

from __future__ import annotations

from typing import Any

from core import audit
from governance.models import Group, Round, RoundItem, RoundLink, RoundResponse
from people.models import User
from tests.factories.rounds import (
    RoundFactory,
    RoundItemFactory,
    RoundLinkFactory,
    RoundResponseFactory,
    closed_round,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "governance:round-list": LIST,
    "governance:round-create": FORM,
    "governance:round-detail": DETAIL,
    "governance:round-edit": FORM,
    "governance:round-poster": FORM,
    "governance:round-report": DETAIL,
    "governance:round-pdf": DETAIL,
    "governance:round-csv": DETAIL,
    "governance:questionnaire-code": FORM,
    "governance:questionnaire": FORM,
}
STEPS = {
    "governance:round-open",
    "governance:round-close",
    "governance:round-delete",
    "governance:round-again",
    "governance:round-invited",
    "governance:round-codes",
    "governance:questionnaire-step",
    "governance:questionnaire-continue",
    "governance:questionnaire-later",
    "governance:questionnaire-finish",
    "governance:questionnaire-another",
}


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    closed = Round.objects.filter(title="Latest").get()
    opened = Round.objects.get(title="Open")
    draft = Round.objects.get(title="Draft")
    link = RoundLink.objects.get(round=opened)
    report = {"pk": closed.pk}
    return {
        "governance:round-detail": {"pk": opened.pk},
        "governance:round-edit": {"pk": draft.pk},
        "governance:round-poster": {"pk": opened.pk, "group": link.group},
        "governance:round-report": report,
        "governance:round-pdf": report,
        "governance:round-csv": report,
        "governance:questionnaire": {"token": link.token},
    }


def grow(reader: User, count: int) -> None:
    if not Round.objects.exists():
        _begin(reader)
    RoundFactory.create_batch(count, owner=reader)
    opened = Round.objects.get(title="Open")
    for held in (opened, Round.objects.get(title="Draft")):
        for _ in range(count):
            audit.record("edited", held, by=reader)
            position = held.items.count() + 1
            own = {"kind": RoundItem.Kind.OWN, "code": f"own-{position}", "text": f"Own {position}"}
            if held == opened or position < 10:
                RoundItemFactory(round=held, position=position, **own)
    latest = Round.objects.get(title="Latest")
    for number in range(count):
        answers = {str(item.pk): number % 5 + 1 for item in latest.items.all()}
        for group in (Group.LEADERS, Group.TEACHERS):
            RoundResponseFactory(round=latest, group=group, answers=answers, remark="Goed")
    RoundResponse.objects.bulk_create(
        RoundResponseFactory.build(round=opened) for _ in range(count)
    )


def _begin(reader: User) -> None:
    some = {"leaders": [4, 4, 4, 5, 5], "teachers": [1, 2, 2, 3, 5, 5]}
    codes = ("vision-01", "expertise-01", "leadership-01")
    closed_round(some, codes, title="Earlier", closed_at="2025-03-20T12:00Z")
    closed_round(some, codes, title="Latest")
    RoundItemFactory(round=RoundFactory(title="Draft", owner=reader), position=1)
    RoundLinkFactory(round=RoundFactory(title="Open", is_open=True, owner=reader))
