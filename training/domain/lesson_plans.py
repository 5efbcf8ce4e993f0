"""Plans for learning activities: the goal first, then the activity, and only then a medium.

A plan is its owner's until they share it; a shared one can be copied and then leads its own life.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import meantime
from people.models import User
from training.content.lesson_plans import PRIVACY_QUESTIONS, PrivacyQuestion
from training.models import LessonPlan

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of making a plan, in the order in which one thinks."""

    code: str
    label: Any

    def is_done(self, plan: LessonPlan) -> bool:
        if self.code == "class":
            return any([plan.group, plan.on_date, plan.privacy])
        return bool(getattr(plan, self.code))


STEPS: Final = (
    Step("goal", _("Learning goal")),
    Step("activity", _("Activity")),
    Step("medium", _("Medium")),
    Step("content", _("Content")),
    Step("class", _("Group and privacy")),
)
CODES: Final = [step.code for step in STEPS]


def after(code: str) -> str:
    """The step after this one; "" after the last."""
    place = CODES.index(code) + 1
    return CODES[place] if place < len(CODES) else ""


@transaction.atomic
def write(plan: LessonPlan, *, by: User, seen: str) -> LessonPlan:
    """Store a step of a plan. Raises `ChangedMeanwhile`."""
    is_new = plan.pk is None
    if is_new:
        plan.owner = by
    else:
        meantime.seen(plan, seen)
    plan.save()
    if is_new:
        audit.record(gettext_noop("began a learning activity"), plan, by=by)
    return plan


@transaction.atomic
def copy(plan: LessonPlan, *, by: User) -> LessonPlan:
    """A plan of one's own after a shared one: without its group, date and looking back."""
    made = LessonPlan.objects.create(
        owner=by,
        title=plan.title,
        goal=plan.goal,
        activity=plan.activity,
        medium=plan.medium,
        content=plan.content,
        copied_from=plan,
    )
    audit.record(gettext_noop("copied a learning activity"), made, by=by, source=plan.pk)
    return made


@transaction.atomic
def share(plan: LessonPlan, *, is_shared: bool) -> None:
    """Let colleagues find and copy it, or not any more; copies that were made stay."""
    shared, stopped = gettext_noop("shared a learning activity"), gettext_noop("stopped sharing")
    LessonPlan.objects.filter(pk=plan.pk).update(shared_at=now() if is_shared else None)
    audit.record(shared if is_shared else stopped, plan, by=plan.owner)


@transaction.atomic
def look_back(plan: LessonPlan, reflection: str) -> None:
    """It was done, and this is what the teacher thinks of it now."""
    plan.reflection = reflection
    plan.done_at = plan.done_at or now()
    plan.save()
    audit.record(gettext_noop("did a learning activity"), plan, by=plan.owner)


@transaction.atomic
def remove(plan: LessonPlan, *, by: User) -> None:
    audit.record(gettext_noop("deleted a learning activity"), plan, by=by, title=plan.title)
    plan.delete()


def seen_by(user: User) -> QuerySet[LessonPlan]:
    """One's own, and what colleagues share."""
    return LessonPlan.objects.filter(Q(owner=user) | Q(shared_at__isnull=False))


def found_by(plans: QuerySet[LessonPlan], search: str) -> QuerySet[LessonPlan]:
    words = search.strip()
    if not words:
        return plans
    fields = ("title", "goal", "activity", "medium")
    wanted = Q()
    for field in fields:
        wanted |= Q(**{f"{field}__icontains": words})
    return plans.filter(wanted)


def privacy_answers(plan: LessonPlan) -> list[tuple[PrivacyQuestion, str]]:
    """Each question with yes, no or nothing yet."""
    return [(one, plan.privacy.get(one.code, "")) for one in PRIVACY_QUESTIONS]
