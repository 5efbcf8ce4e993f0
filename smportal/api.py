"""The one router of the API: one line per resource."""

from __future__ import annotations

from rest_framework.routers import DefaultRouter

router = DefaultRouter()
