"""The one router of the API: one line per resource."""

from __future__ import annotations

from rest_framework.routers import DefaultRouter

from monitoring.api import MentionViewSet, SourceViewSet
from webcare.api import TicketViewSet

router = DefaultRouter()
router.register("tickets", TicketViewSet)
router.register("mentions", MentionViewSet)
router.register("sources", SourceViewSet)
