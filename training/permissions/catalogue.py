"""Who sees and makes courses."""

from __future__ import annotations

from django.db.models import QuerySet

from people.models import User
from training.models import Course
from training.permissions import sees_everything


def courses_seen_by(user: User) -> QuerySet[Course]:
    return Course.objects.all() if sees_everything(user) else Course.objects.published()
