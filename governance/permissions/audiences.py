"""Who may change audiences, figures and surveys; everybody who signs in may read them."""

from __future__ import annotations

from governance.models import AudienceUse
from governance.permissions import can_govern
from people.models import User


def can_edit(user: User) -> bool:
    return can_govern(user)


def can_remove(user: User, row: AudienceUse) -> bool:
    """A figure of a survey belongs to the survey."""
    return can_govern(user) and row.survey_id is None


def can_run_surveys(user: User) -> bool:
    return can_govern(user)


def can_read_remarks(user: User) -> bool:
    """What people wrote in their own words is for who has to do something with it."""
    return can_govern(user)
