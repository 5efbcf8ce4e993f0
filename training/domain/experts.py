"""Experts: colleagues who want to be asked, what they know, and how much they have on hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from people.models import Absence, User
from training.models import Expert, Question, Skill


def key_of(name: str) -> str:
    """How skills are compared: without capitals, signs and double spaces."""
    kept = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return " ".join(kept.split())


def skills_named(names: Iterable[str]) -> list[Skill]:
    """The skills of these names; those that are new are made. The first spelling stays."""
    wanted = {key: name.strip()[:60] for name in names if (key := key_of(name)[:60])}
    Skill.objects.bulk_create(
        [Skill(name=name, key=key) for key, name in wanted.items()], ignore_conflicts=True
    )
    return list(Skill.objects.filter(key__in=wanted).order_by("key"))


def suggestions(most: int = 40) -> QuerySet[Skill]:
    """The skills that people have, those of most people first."""
    counted = Skill.objects.annotate(people=Count("experts"))
    return counted.order_by("-people", "key")[:most]


@transaction.atomic
def join(expert: Expert, *, skills: Iterable[str], by: User) -> Expert:
    """Become an expert, or change what one offers; the choice is one's own."""
    is_new = expert.pk is None
    if is_new:
        expert.user, expert.consented_at = by, now()
    expert.save()
    expert.skills.set(skills_named(skills))
    verb = gettext_noop("became an expert") if is_new else gettext_noop("changed what they offer")
    audit.record(verb, expert, by=by)
    return expert


def with_load(found: QuerySet[Expert]) -> Any:
    """Experts with `open`, `answered` and `thanks`: what they have on hand and what they did."""
    mine = Question.objects.filter(expert=OuterRef("user")).order_by()
    return found.annotate(
        open=_number(mine.filter(state=Question.State.OPEN)),
        answered=_number(mine.filter(state=Question.State.ANSWERED)),
        thanks=_number(mine.filter(thanked_at__isnull=False)),
    )


def _number(rows: QuerySet[Question]) -> Coalesce:
    counted = rows.values("expert").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def willing() -> QuerySet[Expert]:
    """Experts who work here still."""
    return Expert.objects.filter(user__is_active=True)


def search(words: str, skill: str = "") -> QuerySet[Expert]:
    """Experts by name, unit, skill or what they say of themselves; all words count."""
    found: QuerySet[Expert] = with_load(willing())
    if skill:
        found = found.filter(skills__key=skill)
    for word in words.split()[:8]:
        known = Skill.experts.through.objects.filter(
            expert=OuterRef("pk"), skill__key__contains=key_of(word)
        )
        found = found.filter(
            Q(user__name__icontains=word)
            | Q(user__unit__name__icontains=word)
            | Q(about__icontains=word)
            | Exists(known)
        )
    return found.select_related("user__unit").prefetch_related("skills")


def next_for(question: Question, day: date) -> Expert | None:
    """Who knows most about this and has least on hand; locked, so that nobody gets too many.

    Not the asker, nobody who is away or had their turn, nobody who has enough. With skills at least
    one must fit; without, who has least to do.
    """
    wanted = list(question.skills.values_list("pk", flat=True))
    away = Absence.objects.on(day).filter(user=OuterRef("user"))
    free = (
        with_load(willing())
        .exclude(user=question.asker_id)
        .exclude(user__in=question.turns.values("expert"))
        .filter(~Exists(away), open__lt=F("most_open"))
    )
    fits = Count("skills", filter=Q(skills__in=wanted), distinct=True)
    free = free.annotate(fits=fits) if wanted else free.annotate(fits=Value(1))
    speaks = Case(When(languages__contains=[question.language], then=1), default=0)
    ordered = (
        free.filter(fits__gt=0)
        .annotate(speaks=speaks)
        .order_by("-fits", "-speaks", "open", "consented_at", "pk")
    )
    return _locked(list(ordered.values_list("pk", flat=True)[:10]))


def _locked(choices: list[int]) -> Expert | None:
    """The first of these who has room still, when we hold their row."""
    for pk in choices:
        locked = Expert.objects.select_for_update(of=("self",)).filter(pk=pk).first()
        if locked and _open_of(locked) < locked.most_open:
            return locked
    return None


def _open_of(expert: Expert) -> int:
    return Question.objects.open().filter(expert=expert.user_id).count()
