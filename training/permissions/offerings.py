"""Who sees an offering, who runs it, and whose names they see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from governance.permissions import units_seen_by
from people.models import Role, User
from training.models import Enrolment, Offering
from training.models.enrolment import EnrolmentQuerySet
from training.permissions import can_organise, sees_everything


def offerings_seen_by(user: User) -> QuerySet[Offering]:
    """What is in the agenda; drafts only for who organises or gives them."""
    if sees_everything(user):
        return Offering.objects.all()
    given = Q(pk__in=user.offerings.values("pk"))
    joined = Q(pk__in=user.enrolments.values("offering"))
    shown = ~Q(state=Offering.State.DRAFT) & Q(course__is_published=True)
    return Offering.objects.filter(shown | given | joined)


def can_manage(user: User, offering: Offering) -> bool:
    """Plan, move, cancel, enrol by hand: whoever organises, and the trainers of this offering."""
    return can_organise(user) or offering.trainers.filter(pk=user.pk).exists()


def participants_seen_by(user: User, offering: Offering) -> EnrolmentQuerySet:
    """Trainers, the board and administrators see every name; a manager those of their units."""
    rows = Enrolment.objects.filter(offering=offering)
    if user.has_role(Role.TRAINER, Role.BOARD, Role.ADMINISTRATOR):
        return rows
    if offering.trainers.filter(pk=user.pk).exists():
        return rows
    units = units_seen_by(user)
    return rows if units is None else rows.filter(user__unit__in=units)
