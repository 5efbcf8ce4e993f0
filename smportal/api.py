"""The one router of the API: one line per resource."""

from __future__ import annotations

from rest_framework.routers import DefaultRouter

from webcare.api import TicketViewSet

router = DefaultRouter()
router.register("tickets", TicketViewSet)
