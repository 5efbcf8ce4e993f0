"""Figures of how audiences use platforms: always with source and year; examples say they are one.

What the publication gives (ROC Nijmegen, 2011) comes along as labelled examples, so that an empty
portal shows what such figures look like. A college hides or removes them with one button.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_noop

from core import audit
from governance.content.audiences import EXAMPLE_USES, ExampleUse
from governance.models import Audience, AudienceUse
from people.models import User

PAGE_SIZE = 50


def add_examples(only: Collection[str] | None = None) -> int:
    """Put in the examples that are not there yet (of the audiences in `only`); how many."""
    audiences = {one.code: one for one in Audience.objects.all()}
    there = set(
        AudienceUse.objects.filter(is_example=True).values_list(
            "audience__code", "platform", "source"
        )
    )
    made = [
        _example(example, audiences[example.audience])
        for example in EXAMPLE_USES
        if example.audience in audiences
        and (only is None or example.audience in only)
        and (example.audience, example.platform, example.source) not in there
    ]
    AudienceUse.objects.bulk_create(made)
    return len(made)


def _example(example: ExampleUse, audience: Audience) -> AudienceUse:
    return AudienceUse(
        audience=audience,
        platform=example.platform,
        frequency=AudienceUse.Frequency.EVER,
        percent=None if example.percent is None else Decimal(str(example.percent)),
        users=example.users,
        respondents=example.respondents,
        finding=example.text.nl,
        year=example.year,
        source=example.source,
        address=example.address,
        is_example=True,
    )


@transaction.atomic
def bring_examples_back(*, by: User) -> int:
    """Put the examples in again after they were removed."""
    added = add_examples()
    if added and (first := Audience.objects.order_by("position").first()):
        audit.record(gettext_noop("brought the examples back"), first, by=by, figures=added)
    return added


@transaction.atomic
def remove_examples(*, by: User) -> int:
    """Take all examples away; how many."""
    first = Audience.objects.order_by("position").first()
    removed, _ = AudienceUse.objects.filter(is_example=True).delete()
    if removed and first:
        audit.record(gettext_noop("removed the examples"), first, by=by, figures=removed)
    return removed


def finding(row: AudienceUse) -> str:
    """What was found, in the language of the reader where the text came along."""
    if row.is_example:
        for example in EXAMPLE_USES:
            if (example.platform, example.source, example.text.nl) == (
                row.platform,
                row.source,
                row.finding,
            ):
                return str(example.text)
    return row.finding


@transaction.atomic
def add(row: AudienceUse, *, by: User) -> AudienceUse:
    """Store a figure that somebody looked up."""
    row.save()
    audit.record(
        gettext_noop("added a figure"), row.audience, by=by, platform=row.platform, year=row.year
    )
    return row


@transaction.atomic
def remove(row: AudienceUse, *, by: User) -> None:
    """Take a figure away; one of a survey goes with its survey only."""
    row.delete()
    audit.record(
        gettext_noop("removed a figure"), row.audience, by=by, platform=row.platform,
        year=row.year, source=row.source,
    )  # fmt: skip


def page(
    audience: Audience, *, with_examples: bool, after: str = ""
) -> tuple[list[AudienceUse], str]:
    """A page of the figures of an audience, newest year first, and the place of the next page."""
    rows = audience.uses.select_related("survey").order_by("-year", "pk")
    if not with_examples:
        rows = rows.filter(is_example=False)
    if place := _place(after):
        year, pk = place
        rows = rows.filter(year__lt=year) | rows.filter(year=year, pk__gt=pk)
    found = list(rows[: PAGE_SIZE + 1])
    if len(found) <= PAGE_SIZE:
        return found, ""
    last = found[PAGE_SIZE - 1]
    return found[:PAGE_SIZE], f"{last.year}~{last.pk}"


def _place(name: str) -> tuple[int, int] | None:
    year, _, pk = name.partition("~")
    if year.isdecimal() and pk.isdecimal() and len(name) < 30:
        return int(year), int(pk)
    return None


def about(audience: Audience, platform: str) -> list[AudienceUse]:
    """What is known of this audience on this platform, newest first: stands beside the score."""
    rows = audience.uses.filter(platform__iexact=platform).order_by("-year", "-pk")
    return list(rows[:10])
