"""Who may read, write, be asked about and decide on policies."""

from __future__ import annotations

from governance.models import Consultation, Policy, PolicyVersion, Remark
from governance.models.consultation import ConsultationQuerySet
from governance.permissions import can_govern, sees_whole_college
from people.models import User

PUBLISHED = {PolicyVersion.State.IN_FORCE, PolicyVersion.State.HISTORIC}


def can_write_policies(user: User) -> bool:
    return can_govern(user)


def can_own(user: User, policy: Policy) -> bool:
    """Who arranges owner, review and publicity: the owner, or who sees the whole college."""
    return can_govern(user) and (user.pk == policy.owner_id or sees_whole_college(user))


def can_read(user: User, version: PolicyVersion) -> bool:
    """What was published is for everybody; what is in the making for those who work on it, and
    for those who are asked about it as long as they are."""
    return (
        version.state in PUBLISHED
        or can_write_policies(user)
        or user.pk in {version.author_id, version.approver_id}
        or (version.state == PolicyVersion.State.CONSULTED and is_asked(user, version))
    )


def is_asked(user: User, version: PolicyVersion) -> bool:
    """Whether this person is or was asked about the version in any consultation."""
    return version.consultations.asking(user).exists()


def can_see_consultation(user: User, consultation: Consultation) -> bool:
    this = Consultation.objects.filter(pk=consultation.pk)
    return can_govern(user) or visible(user, this).exists()


def visible(user: User, consultations: ConsultationQuerySet) -> ConsultationQuerySet:
    """The consultations of these that this person may see: who was asked keeps seeing what came
    of it."""
    if can_govern(user):
        return consultations
    return consultations.filter(pk__in=Consultation.objects.asking(user).values("pk"))


def can_take_remark_back(user: User, remark: Remark) -> bool:
    return user.pk == remark.author_id


def can_edit(user: User, version: PolicyVersion) -> bool:
    return can_write_policies(user) and version.is_editable


def can_decide(user: User, version: PolicyVersion) -> bool:
    """Only the person who was asked, and never on their own work."""
    return (
        version.state == PolicyVersion.State.SUBMITTED
        and user.pk == version.approver_id
        and not version.is_written_by(user)
    )
