"""The API: one line per resource, and the page that describes it."""

from __future__ import annotations

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from drf_spectacular.views import SpectacularRedocView
from rest_framework.routers import DefaultRouter

from monitoring.api import MentionViewSet, SourceViewSet
from people.api import StaffViewSet
from training.api import ArticleViewSet
from webcare.api import TicketViewSet

router = DefaultRouter()
router.register("tickets", TicketViewSet)
router.register("mentions", MentionViewSet)
router.register("sources", SourceViewSet)
router.register("staff", StaffViewSet, basename="staff")
router.register("articles", ArticleViewSet)

# Redoc makes its styles and its search worker while it runs; this page shows nobody's texts.
docs = csp_update({"style-src": [UNSAFE_INLINE], "worker-src": ["blob:"]})(
    SpectacularRedocView.as_view(url_name="api-schema", template_name="api_docs.html")
)
